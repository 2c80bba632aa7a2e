/** One line of JSON an event, on stderr. Never secrets, tokens or what people wrote. */
export const log = (event: string, details: Readonly<Record<string, string | number | boolean | undefined>> = {}): void => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`);
};

/** An error as a log may show it: its kind, its message and where, without any value of a person's. */
export const errorDetails = (error: unknown): Record<string, string> =>
  error instanceof Error ? { error: error.name, message: error.message, stack: error.stack ?? '' } : { error: typeof error };
