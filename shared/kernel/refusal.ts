import { message, type Message, type MessageValues } from './message.ts';

/** A no, declared once: its stable code, its sentence, and whether it stems from who one is or from how things stand. */
export interface RefusalKind {
  readonly code: string;
  readonly words: Message;
  /** Refused by `standing`: hidden in place. By `state`: shown, with its reason. */
  readonly by: 'standing' | 'state';
}

/** A no as it travels: the code and the values of its sentence. */
export interface Refusal {
  readonly code: string;
  readonly values: MessageValues;
}

export type Permit = { readonly granted: true } | { readonly granted: false; readonly refusal: Refusal; readonly by: RefusalKind['by'] };

export const refusalKind = (code: string, words: string, by: RefusalKind['by'] = 'state'): RefusalKind => ({
  code,
  words: message(`refusal.${code}`, words),
  by,
});

export const grant: Permit = { granted: true };
export const refuse = (kind: RefusalKind, values: MessageValues = {}): Permit & { granted: false } => ({
  granted: false,
  refusal: { code: kind.code, values },
  by: kind.by,
});

/** One permit after another: the first no, else what `next` says. */
export const andThen = (permit: Permit, next: () => Permit): Permit => (permit.granted ? next() : permit);

/** The refusals that dispatch itself gives, whatever the capability. */
export const dispatchRefusals = {
  unknown: refusalKind('dispatch.unknown', 'Hearth does not know this action. Reload the page: it may have been updated.'),
  malformed: refusalKind('dispatch.malformed', 'Hearth could not read this. Nothing has changed.'),
  tooFast: refusalKind('dispatch.tooFast', 'That was a lot at once. Try again in a moment; nothing has changed.'),
  chatTooFast: refusalKind('dispatch.chatTooFast', 'You sent 5 messages in 3 seconds. Try again in a moment; your text is kept.'),
  crashed: refusalKind('dispatch.crashed', 'Hearth failed to do this, and has written down why. Nothing has changed; try again in a moment.'),
  notStored: refusalKind('dispatch.notStored', 'This could not be stored, so it was not done. Try again in a moment; your text is kept.'),
  standing: refusalKind('dispatch.standing', 'Your standing does not allow this. A steward can.', 'standing'),
  away: refusalKind('dispatch.away', 'You are not in this room any more. Reload to come in again.'),
} as const;

/** All of some tables, by code. */
export const refusalKindsIn = (...tables: readonly Readonly<Record<string, RefusalKind>>[]): ReadonlyMap<string, RefusalKind> =>
  new Map(tables.flatMap((table) => Object.values(table)).map((kind) => [kind.code, kind]));
