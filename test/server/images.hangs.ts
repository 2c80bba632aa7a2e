/** Stands for a reader of pictures that never comes to an end with one. */
process.on('message', () => undefined);
