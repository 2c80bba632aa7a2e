/**
 * The one idea: a capability is something a person can do, declared once. Dispatch, controls in both views, shortcuts,
 * the palette, help, the activity log and the parity tests all follow from the declaration.
 */
import type * as z from 'zod/mini';
import type { Cue } from './cue.ts';
import type { Effect } from './effect.ts';
import type { Duty } from '../people/standing.ts';
import type { PersonId } from './ids.ts';
import { message, type Message } from './message.ts';
import type { Permit } from './refusal.ts';
import type { Room, RoomView } from '../rooms/room.ts';

export type Standing = 'guest' | 'member' | 'steward' | 'owner';

/** The person acting now. */
export interface Actor {
  readonly id: PersonId;
  readonly standing: Standing;
  readonly duties: readonly Duty[];
  /** What only this person knows of themselves. */
  readonly own: Own;
}

/** A person's private slice: they see it, and nobody else. */
export interface Own {
  readonly muted: readonly PersonId[];
  readonly blocked: readonly PersonId[];
}

/** When something happens, and its chance: rules never read a clock or draw lots themselves. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  /** A fresh id for something that is kept. */
  readonly newId: () => string;
}

/** Where a capability lives in space: what one presses in the 3D view, and whose menu offers it in 2D. */
export type Anchor = 'self' | 'person' | 'circle' | 'seat' | 'object' | 'room' | 'board';
/** Which allowance a command draws on (DESIGN §7, Rates). */
export type Rate = 'command' | 'chat' | 'reaction' | 'drawing';

/** `Seen`: what its checks read, as whoever acts may see it. `Held`: what the server holds, and `apply` writes. */
export interface Capability<Id extends string = string, P extends z.ZodMiniType = z.ZodMiniType, Outcome = unknown, Seen = RoomView, Held = Room> {
  /** Where it holds: in the room it is done in, in every room of the campus, or on a board. */
  readonly scope: 'room' | 'campus' | 'board';
  readonly id: Id;
  readonly label: Message;
  readonly help: Message;
  /** The keys after the leader (Ctrl+.), such as `h`; remappable, and read by help, never retyped. */
  readonly shortcut?: string;
  /** The capability that takes it back: for the same payload where that one takes it, else for none. */
  readonly undo?: string;
  readonly anchor: Anchor;
  readonly payload: P;
  /** Acknowledged only when stored. */
  readonly durable: boolean;
  /** It leaves nothing behind in the room: recovery does without it. */
  readonly ephemeral?: true;
  /** What the activity log keeps. */
  readonly record: 'named' | 'anonymous' | 'none';
  readonly rate: Rate;
  /** May I, now? Reads only what the actor can see, so that views and server agree. */
  permit(room: Seen, actor: Actor): Permit;
  /** May I, this target? */
  accepts?(room: Seen, actor: Actor, payload: z.output<P>): Permit;
  /** Does it. Mutates, and returns what happened. Never refuses: all checks come before. */
  apply(room: Held, actor: Actor, payload: z.output<P>, moment: Moment): Outcome;
  /** Of a durable capability: what changes in the room once its effects are stored. Its `apply` changes nothing. */
  settle?(room: Held, outcome: Outcome, actor: Actor): void;
  /** Who perceives it, and how. */
  cues?(outcome: Outcome, actor: Actor, room: Held): readonly Cue[];
  /** Of what holds in the whole campus: who perceives it in another room than the one it was done in. */
  beyond?(outcome: Outcome): readonly Cue[];
  /** Secrets judged on the server alone, after `accepts`. */
  guard?(room: Held, actor: Actor, payload: z.output<P>, at: number): Permit;
  /** What it leaves behind for good, stored before the answer. */
  effects?(outcome: Outcome, actor: Actor): readonly Effect[];
  /** Kept in the audit list, which nothing in the product changes. */
  readonly audited?: boolean;
  /** What the audit list keeps as the reason. */
  reasonOf?(payload: z.output<P>): string;
  /** A list that the answer brings along, for the one who asked. */
  readonly asks?: 'invitations' | 'audit' | 'lines' | 'copies' | 'texts' | 'shelf';
  /** What the activity log names as the object: an id, never content. */
  objectOf?(payload: z.output<P>): string | undefined;
}

type Declared<Id extends string, P extends z.ZodMiniType, Outcome, Seen, Held> = Omit<
  Capability<Id, P, Outcome, Seen, Held>,
  'label' | 'help' | 'durable' | 'rate' | 'scope'
> & { label: string; help: string; durable?: boolean; rate?: Rate; scope?: 'campus' | 'board' };

/** Declares a capability: strings become messages, and what is ordinary (not durable, the command rate, of its room) needs no saying. */
export const defineCapability = <const Id extends string, P extends z.ZodMiniType, Outcome, Seen = RoomView, Held = Room>(
  declared: Declared<Id, P, Outcome, Seen, Held>,
): Capability<Id, P, Outcome, Seen, Held> => ({
  durable: false,
  rate: 'command',
  scope: 'room',
  ...declared,
  label: message(`capability.${declared.id}.label`, declared.label),
  help: message(`capability.${declared.id}.help`, declared.help),
});

/** What a capability is asked with. */
export type PayloadOf<C> = C extends { readonly payload: infer P extends z.ZodMiniType } ? z.input<P> : never;
