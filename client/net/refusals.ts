import type { Refusal } from '#shared/kernel/refusal.ts';

/** Codes after which trying again would say the same. */
export const finalRefusals: ReadonlySet<string> = new Set(['entry.updated', 'entry.stranger', 'entry.malformed', 'entry.badOrigin', 'entry.noRoom', 'entry.full', 'entry.banned', 'entry.tooManyTabs']);

/** A refusal at the door: its code, and after a space the values of its sentence as JSON. */
export const refusalOf = (error: unknown): Refusal => {
  const [code = '', ...rest] = error instanceof Error ? error.message.split(' ') : [];
  try {
    return { code, values: rest.length > 0 ? (JSON.parse(rest.join(' ')) as Refusal['values']) : {} };
  } catch {
    return { code, values: {} };
  }
};
