/** Somebody at a board: the connection, what is spoken, and acts that are said once they are done. */
import { createContext, use, useSyncExternalStore } from 'react';
import { Announcer, type LogEntry } from '#client/announce/announcer.ts';
import { play } from '#client/announce/earcons.ts';
import { speak } from '#client/announce/live.ts';
import { device } from '#client/app/device.ts';
import { refusalWords } from '#client/app/offers.ts';
import type { Words } from '#client/app/words.ts';
import { createStore, type Store } from '#client/net/store.ts';
import { isSounded, isSpoken, mannerOf } from '#client/settings/hears.ts';
import { settings } from '#client/settings/settings.ts';
import { boardCapabilityOf, boardCueKinds, boardRefusalKinds, type BoardCapabilityId } from '#shared/boards/board.registry.ts';
import { outlineOf, type Outline } from '#shared/boards/outline.ts';
import { knownOf, type Known } from '#shared/boards/outline.filter.ts';
import type { KeptImage } from '#shared/boards/images.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Answer } from '#shared/kernel/command.ts';
import { grant, type Permit, type Refusal } from '#shared/kernel/refusal.ts';
import type { BoardAct } from './acts.ts';
import { Images } from './images.ts';
import { BoardLink, type BoardState } from './link.ts';

const PUMP_EVERY = 250;
/** How much of what happened is listed. */
const MOST_LISTED = 40;

export interface BoardPageState {
  /** What was said last, and how many of one's acts it was: so many are taken back together. */
  toast: { readonly text: string; readonly undo: number; readonly key: number } | undefined;
  /** What was said and done since one came, the newest first. */
  log: readonly LogEntry[];
  /** Whose edits one follows, and where they last were. */
  following: PersonId | undefined;
  followedTo: { readonly element: string } | undefined;
  /** The board as one found it, and when. */
  known: Known | undefined;
  readonly since: number;
  /** The picture that is being sent, and how much of it has gone (0 to 1). */
  bringing: { readonly name: string; readonly share: number } | undefined;
}

export interface BoardVisit {
  readonly link: BoardLink;
  readonly images: Images;
  readonly page: Store<BoardPageState>;
  readonly words: Words;
  /** Why it cannot be done now, in words; `undefined` where it can. */
  refusalOf<Id extends BoardCapabilityId>(id: Id, payload?: unknown): string | undefined;
  /** Does some acts, one after the other, and says what was done; a refusal is said, and told to the caller. */
  perform(acts: readonly BoardAct[], say: (read: () => Outline) => string, undo?: boolean): Promise<Answer>;
  /** BO26. Sends a picture, one after the other; a refusal is said, and told to the caller. */
  bring(file: Blob, name: string): Promise<KeptImage | Refusal>;
  /** Asks for something that is not said, such as a hold. */
  quietly(act: BoardAct): Promise<Answer>;
  say(text: string): void;
  /** What was said last is shown no more. */
  hush(): void;
  /** Whose edits one follows. */
  follow(person: PersonId | undefined): void;
  /** Speaks, and shows nothing: what it says is seen. */
  announce(text: string): void;
  /** Says why not, and sounds so. */
  refuse(refusal: Refusal): void;
  close(): void;
}

export const refusalSentence = (words: Words, refusal: Refusal): string => refusalWords(words, refusal, boardRefusalKinds);

export const openBoard = (id: string, words: Words): BoardVisit => {
  const link = new BoardLink(id, device.tab);
  const page = createStore<BoardPageState>({ toast: undefined, log: [], following: undefined, followedTo: undefined, known: undefined, since: Date.now(), bringing: undefined });
  const images = new Images(id, device.tab);
  let said = 0;
  let brought: Promise<unknown> = Promise.resolve();
  const change = (some: Partial<BoardPageState>): void => {
    Object.assign(page.current, some);
    page.changed();
  };
  const announcer = new Announcer(words, speak, (entry) => change({ log: [entry, ...page.current.log].slice(0, MOST_LISTED) }), boardCueKinds);
  announcer.speaks = (kind) => isSpoken(mannerOf(kind, settings.current));
  const say = (text: string, undo = 0): void => {
    announcer.say(text, Date.now());
    change({ toast: { text, undo, key: ++said } });
  };
  const refuse = (refusal: Refusal): void => {
    say(refusalSentence(words, refusal));
    play('error', settings.current);
  };
  link.onCue((heard: HeardCue) => {
    const { actor } = link.store.current;
    const kind = boardCueKinds.get(heard.kind);
    const { element } = heard.values;
    // Whoever follows somebody hears each of their edits at once, and the page goes there; focus stays.
    if (kind?.others && heard.by !== undefined && heard.by === page.current.following && typeof element === 'string') {
      announcer.say(words(kind.others, heard.values), Date.now());
      change({ followedTo: { element } });
    } else announcer.hear(heard, actor?.id, Date.now());
    if (kind?.earcon && isSounded(mannerOf(kind, settings.current))) play(kind.earcon, settings.current);
  });
  const stop = link.store.subscribe(() => {
    if (page.current.known || link.store.current.status !== 'here') return;
    change({ known: knownOf(link.store.current.board) });
  });
  const pump = setInterval(() => announcer.pump(Date.now()), PUMP_EVERY);
  void link.join();
  return {
    link, images, page, words, say, refuse,
    hush: () => change({ toast: undefined }),
    follow: (following) => change({ following }),
    announce: (text) => announcer.say(text, Date.now()),
    refusalOf: (capability, payload) => {
      const { actor } = link.store.current;
      if (!actor) return undefined;
      const { permit, accepts } = boardCapabilityOf(capability);
      const first: Permit = permit(link.view, actor);
      const judged = first.granted && payload !== undefined ? (accepts?.(link.view, actor, payload) ?? grant) : first;
      return judged.granted ? undefined : refusalSentence(words, judged.refusal);
    },
    perform: async (acts, saying, undo = true) => {
      let answer: Answer = { accepted: true };
      let done = 0;
      for (const act of acts) {
        answer = await link.perform(act);
        if (answer.accepted) done++;
        else if (act.aside) answer = { accepted: true };
        else {
          refuse(answer.refusal);
          return answer;
        }
      }
      say(saying(() => outlineOf(link.store.current.board)), undo ? done : 0);
      return answer;
    },
    bring: (file, name) => {
      const next = brought.then(async () => {
        change({ bringing: { name, share: 0 } });
        const answer = await images.put(file, (share) => change({ bringing: { name, share } }));
        change({ bringing: undefined });
        if ('code' in answer) refuse(answer);
        return answer;
      });
      brought = next;
      return next;
    },
    quietly: (act) => link.perform(act),
    close: () => {
      clearInterval(pump);
      stop();
      link.leave();
    },
  };
};

export const BoardContext = createContext<BoardVisit | undefined>(undefined);
/** Makes pictures of the board: there where it is drawn. */
export interface Pictures {
  png(): Promise<Blob>;
  svg(): Promise<Blob>;
}
export const PicturesContext = createContext<{ current: Pictures | undefined }>({ current: undefined });
export const useBoard = (): BoardVisit => {
  const visit = use(BoardContext);
  if (!visit) throw new Error('useBoard needs a BoardContext above it');
  return visit;
};
/** The board as it is now: its holder renders with each patch, so it stands once, at the top. */
export const useBoardState = ({ link }: BoardVisit): BoardState => {
  useSyncExternalStore(link.store.subscribe, () => link.store.current.revision);
  return link.store.current;
};
export const useBoardPage = <T,>(visit: BoardVisit, select: (state: BoardPageState) => T): T => useSyncExternalStore(visit.page.subscribe, () => select(visit.page.current));
