/** Stands for a machine on which no picture can be read. */
process.exit(1);
