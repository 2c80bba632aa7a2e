import { createContext, use } from 'react';
import type { MessageValues } from '#shared/kernel/message.ts';
import type { Announcer, LogEntry } from '#client/announce/announcer.ts';
import type { Hearth, HearthState } from '#client/net/hearth.ts';
import { useSelected, type Store } from '#client/net/store.ts';
import type { Talk } from '#client/chat/talks.ts';
import type { Section } from '#client/settings/sections.ts';
import type { CueKind } from '#shared/kernel/cue.ts';
import type { LineId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { CapabilityId, Payload } from '#shared/registry.ts';

export type View = '2d' | '3d';

/** One's own part in the room's voices, as the page shows it. */
export interface VoicePage {
  /** Whether one hears others: not yet, now, not for a moment, or in another of one's tabs. */
  readonly link: 'none' | 'connecting' | 'here' | 'lost' | 'elsewhere';
  /** The microphone: not asked for yet, there, or why not. */
  readonly device: 'unasked' | 'ready' | 'blocked' | 'missing' | 'busy' | 'gone' | 'insecure' | 'unable';
  /** One talks while the microphone is off. */
  readonly isTalking: boolean;
  /** Those who speak now and are heard here, oneself among them. */
  readonly speaking: ReadonlySet<PersonId>;
  /** How many may hear one and do not, for the network keeps them and one apart. */
  readonly apart: number;
}
export const noVoice: VoicePage = { link: 'none', device: 'unasked', isTalking: false, speaking: new Set(), apart: 0 };

/** The dialog that lies over the page. */
export type Overlay =
  | { readonly kind: 'palette'; readonly search: string }
  | { readonly kind: 'help' | 'invitations' | 'audit' | 'venue' | 'topic' | 'spot' | 'look' | 'plan' | 'boards' | 'runs' }
  | { readonly kind: 'ritual'; /** All that has a time, in the place of what can be started. */ readonly show?: 'planned' }
  /** Over a board it comes back to it. */
  | { readonly kind: 'microphone'; readonly board?: string }
  | { readonly kind: 'settings'; readonly section?: Section }
  | { readonly kind: 'editLine'; readonly line: LineId }
  | { readonly kind: 'remove' | 'standing'; readonly person: PersonId }
  | { readonly kind: 'full'; readonly room: RoomId }
  | { readonly kind: 'board'; readonly board: string };

/** A capability that takes an act back. */
export interface Undo {
  readonly id: CapabilityId;
  readonly payload: unknown;
}

/** What somebody does just now: the same object for as long as it shows. */
export interface Reaction {
  readonly text: string;
  readonly effect: CueKind['effect'];
}

/** What lasts over a change of view: the draft, the log, what was read. */
export interface PageState {
  /** What is being written, by talk. */
  drafts: Readonly<Record<string, string>>;
  /** The talk that the chat shows. */
  talk: Talk;
  /** RI29. To what somebody in another room invites one: the words of its cue. */
  invited?: MessageValues | undefined;
  /** It is one's turn to speak in the room's ritual. */
  isMyTurn?: boolean;
  log: readonly LogEntry[];
  /** Up to when (ms since 1970) each talk was read. */
  readAt: Readonly<Record<string, number>>;
  paused: boolean;
  toast: { readonly text: string; readonly key: number; readonly undo?: Undo } | undefined;
  /** What takes back what one did last. */
  undo: Undo | undefined;
  /** What someone does for a few seconds, shown beside them, by person id. */
  reactions: Readonly<Record<string, Reaction>>;
  voice: VoicePage;
  overlay: Overlay | undefined;
  /** That one is back after a lost connection, and where: for a few seconds. */
  back: string | undefined;
  /** The step of the welcome that is shown, and how often one has asked for one. */
  welcome: { readonly step: number; readonly asked: number } | undefined;
}

/** Everything that the parts of the page share. */
export interface Visit {
  readonly hearth: Hearth;
  readonly community: string;
  readonly page: Store<PageState>;
  readonly announcer: Announcer;
  readonly view: View;
  setView(view: View): void;
  /** Asks for something and says a refusal, in words and as a toast. Resolves to whether it was done. */
  perform<Id extends CapabilityId>(id: Id, payload: Payload<Id>): Promise<boolean>;
  /** Asks for a list; `undefined` where it was refused, which is said. */
  ask<Id extends CapabilityId>(id: Id, payload: Payload<Id>): Promise<unknown>;
  /** Says something of the page itself, seen and heard. */
  tell(text: string): void;
}

export const VisitContext = createContext<Visit | undefined>(undefined);
export const useVisit = (): Visit => {
  const visit = use(VisitContext);
  if (!visit) throw new Error('useVisit needs a VisitContext above it');
  return visit;
};
/** A part of what the server told. */
export const useHearth = <T,>(select: (state: HearthState) => T, same?: (a: T, b: T) => boolean): T => useSelected(useVisit().hearth.store, select, same);
/** A part of the page's own state. */
export const usePage = <T,>(select: (state: PageState) => T, same?: (a: T, b: T) => boolean): T => useSelected(useVisit().page, select, same);

/** Changes the page's own state and tells whoever reads it. */
export const changePage = (visit: Pick<Visit, 'page'>, change: Partial<PageState>): void => {
  Object.assign(visit.page.current, change);
  visit.page.changed();
};

/** Opens microphone and speakers; a board stays open under them. */
export const openMicrophoneDialog = (visit: { readonly page: Store<PageState> }): void => {
  const { overlay } = visit.page.current;
  changePage(visit, { overlay: { kind: 'microphone', ...(overlay && 'board' in overlay && overlay.board !== undefined ? { board: overlay.board } : {}) } });
};
