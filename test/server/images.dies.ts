/** Stands for a reader of pictures that a file kills. */
process.on('message', () => process.kill(process.pid, 'SIGSEGV'));
