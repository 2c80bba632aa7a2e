import type { PersonId } from './ids.ts';
import { message, type Message, type MessageValues } from './message.ts';

/** How urgently a cue is spoken: 0 safety and connection, 1 to you, 2 beside you, 3 somewhere in the room. */
export type Priority = 0 | 1 | 2 | 3;
export type CueCategory = 'own' | 'people' | 'hands' | 'gestures' | 'chat' | 'place' | 'circles' | 'ritual';
export type GestureKind = 'wave' | 'nod' | 'clap' | 'heart' | 'laugh' | 'thanks';
export type Earcon = 'arrive' | 'leave' | 'circleJoin' | 'circleLeave' | 'hand' | 'turn' | 'message' | 'gesture' | 'success' | 'error';
/** What a description is made of. Somebody may want the place first, or less of it all. */
export const parts = ['name', 'look', 'place', 'state', 'circle', 'near', 'circles', 'elsewhere'] as const;
export type Part = (typeof parts)[number];

/** What one may perceive, declared once: its words, how loudly, its sound. */
export interface CueKind<Id extends string = string> {
  readonly id: Id;
  readonly category: CueCategory;
  /** For whoever caused it. Absent: they perceive nothing. */
  readonly own?: Message;
  /** In place of `own`, a description: its parts, in the order in which they are said unless somebody wants another. */
  readonly parts?: Readonly<Partial<Record<Part, Message>>>;
  /** For everyone else it reaches. Absent: others perceive nothing in words. */
  readonly others?: Message;
  readonly priority: Priority;
  /** It reaches everyone it is for, across blocks and mutes: what holds for them, whoever did it. */
  readonly reachesAll?: true;
  /** Several of these that wait to be spoken become one sentence with `{count}` and `{names}`, of which five are said and the rest counted; other values are the newest one's. */
  readonly many?: Message;
  /** The id of a kind whose sum it is: of those, what still waits to be spoken is no more than logged. */
  readonly sums?: string;
  readonly earcon?: Earcon;
  /** What the 3D view plays on the avatar of whoever caused it; for `turn`, others only look. */
  readonly effect?: GestureKind | 'talk' | 'turn';
  /** The caption that both views show beside the person for a few seconds. */
  readonly caption?: Message;
}

type CueTexts = { own?: string; others?: string; many?: string; caption?: string; parts?: Partial<Record<Part, string>> };
export const cueKind = <const Id extends string>(
  id: Id,
  declared: Omit<CueKind, 'id' | keyof CueTexts> & CueTexts,
): CueKind<Id> => {
  const { own, others, many, caption, parts: said, ...rest } = declared;
  const text = (part: string, words: string | undefined): Message | undefined =>
    words === undefined ? undefined : message(`cue.${id}.${part}`, words);
  const described = said && { parts: Object.fromEntries(Object.entries(said).map(([part, words]) => [part, message(`cue.${id}.${part}`, words)])) };
  const texts = { own: text('own', own), others: text('others', others), many: text('many', many), caption: text('caption', caption) };
  return { id, ...rest, ...described, ...(Object.fromEntries(Object.entries(texts).filter(([, words]) => words)) as Partial<typeof texts>) } as CueKind<Id>;
};

/** A cue raised by a rule: to the whole room, to whoever acts, or to named people. `values` fill its words. */
export interface Cue {
  readonly kind: string;
  readonly by: PersonId | undefined;
  readonly values: MessageValues;
  readonly to: 'room' | 'self' | 'others' | readonly PersonId[];
  readonly reachesAll?: true;
}
export const cue = (kind: CueKind, by: PersonId | undefined, to: Cue['to'], values: MessageValues = {}): Cue => ({
  kind: kind.id,
  by,
  values,
  to,
  ...(kind.reachesAll && { reachesAll: true }),
});

/** A cue as it reaches one person: numbered for them, so that after a reconnection they get what they missed, once. */
export interface HeardCue {
  readonly number: number;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  readonly kind: string;
  readonly by: PersonId | undefined;
  readonly values: MessageValues;
}

/** All of some tables, by id. */
export const cueKindsIn = (...tables: readonly Readonly<Record<string, CueKind>>[]): ReadonlyMap<string, CueKind> =>
  new Map(tables.flatMap((table) => Object.values(table)).map((kind) => [kind.id, kind]));
