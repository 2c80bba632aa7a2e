/** What may happen to a run. Each is somebody's; time is nobody's event. */
import type { Moment } from '../kernel/capability.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Comer } from './run.ts';

/** RI3. `from` is the step that whoever pressed had before them; RI9. `leaving` are those whose open turns they were told of. */
export type LeadEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'next' | 'skip'; readonly from: number; readonly leaving: readonly PersonId[] }
  | { readonly kind: 'back'; readonly from: number }
  | { readonly kind: 'pause' | 'resume' | 'takeOver' }
  | { readonly kind: 'extend'; readonly from: number; readonly minutes: number }
  | { readonly kind: 'end'; readonly leaving: readonly PersonId[] }
  | { readonly kind: 'handOver'; readonly to: PersonId }
  /** RI27. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'unnote'; readonly note: string }
  /** Nobody is in it any more: null. */
  | { readonly kind: 'spotlight'; readonly person: PersonId | null }
  /** RI10. Of somebody's turn: they are next, they speak later, they have spoken, they are skipped with their leave. */
  | { readonly kind: 'invite' | 'defer' | 'mark' | 'excuse'; readonly person: PersonId };

/** RI8, RI12–RI14. What everyone does for themselves. */
export type OwnEvent =
  | { readonly kind: 'done' | 'pass' | 'later' | 'moreTime' | 'take' | 'act' }
  /** `step`: the round it is for, which may be over. */
  | { readonly kind: 'write'; readonly step: number; readonly text: string }
  | { readonly kind: 'sign'; readonly version: number }
  | { readonly kind: 'ask'; readonly text: string }
  | { readonly kind: 'recognise'; readonly to: PersonId; readonly why: string }
  | { readonly kind: 'respond'; readonly to: string };

/** RI11. Somebody came into the room, or is back in it. */
export type ComeEvent = { readonly kind: 'come'; readonly people: readonly Comer[] };
export type RitualEvent = LeadEvent | OwnEvent | ComeEvent;

/** When, by whom, and in what company something happens. */
export interface Setting extends Moment {
  readonly by: Comer;
  /** Everyone in the room: those on seats first, as the seats stand, then the others. */
  readonly here: readonly Comer[];
  /** Whose hands are up, in their order. */
  readonly hands: readonly PersonId[];
  /** The venue somebody sits at with others; empty for whoever is apart. */
  venueOf(id: PersonId): string;
}

/** What came of an event: what people are told of. */
export type News =
  | { readonly kind: 'started' | 'paused' | 'resumed' | 'ended' }
  | { readonly kind: 'stepped'; readonly how: 'next' | 'back' | 'skip'; readonly step: number }
  | { readonly kind: 'extended'; readonly minutes: number }
  | { readonly kind: 'led'; readonly by: PersonId }
  | { readonly kind: 'turnEnded'; readonly person: PersonId; readonly how: 'spoken' | 'passed' | 'later' | 'wrote'; /** Of what was written: the round that it is for. */ readonly step?: number }
  | { readonly kind: 'called'; readonly person: PersonId }
  | { readonly kind: 'turn'; readonly person: PersonId }
  | { readonly kind: 'moreTime'; readonly person: PersonId }
  /** RI12. `whole`: everyone here who may has done it. */
  | { readonly kind: 'acted'; readonly person: PersonId; readonly count: number; readonly of: number; readonly whole: boolean }
  | { readonly kind: 'signed' | 'asked'; readonly person: PersonId; readonly count: number }
  | { readonly kind: 'recognised'; readonly id: string; readonly person: PersonId; readonly to: PersonId; readonly why: string }
  | { readonly kind: 'responded'; readonly id: string; readonly count: number }
  | { readonly kind: 'noted' | 'unnoted'; readonly id: string }
  | { readonly kind: 'spotlit'; readonly person: PersonId | null }
  | { readonly kind: 'came'; readonly people: readonly PersonId[] };
