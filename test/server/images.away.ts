/** Stands for a machine on which no picture can be read. */
process.stderr.write('Could not load what reads pictures.\n', () => process.exit(1));
