/** Opens a visit: joins the room, and turns what comes from it into speech, sound, reactions and the log. */
import { Announcer, type LogEntry } from '#client/announce/announcer.ts';
import { play } from '#client/announce/earcons.ts';
import { speak } from '#client/announce/live.ts';
import { Hearth, LONG_AGO } from '#client/net/hearth.ts';
import { isSounded, isSpoken, mannerOf } from '#client/settings/hears.ts';
import { settings } from '#client/settings/settings.ts';
import { createStore, type Store } from '#client/net/store.ts';
import { availabilityOf } from '#shared/people/availability.ts';
import { describePlace, placeCue } from '#shared/place/describe.ts';
import type { CueKind, HeardCue } from '#shared/kernel/cue.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { cueKinds, undoOf } from '#shared/registry.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { openVoiceDoor } from '#client/voice/door.ts';
import { changePage, noVoice, type PageState, type Reaction, type Undo, type Visit } from './context.tsx';
import { device } from './device.ts';
import { page as say } from './local.words.ts';
import { permitNow, refusalWords } from './offers.ts';
import { OwnWords } from './ownWords.ts';
import { wayOutOf } from './wayOut.ts';
import type { Words } from './words.ts';

const LOG_KEPT = 500;
const REACTION_FOR = 4_000;
const PUMP_EVERY = 250;
const BACK_FOR = 4_000;

/** A visit without its view, which React owns. */
export type OpenVisit = Omit<Visit, 'view' | 'setView'> & {
  /** Leaves the room, and lets go of everything. */
  close(): void;
};

/** Comes into a room and stays until it is closed, or the page is. `from` is the visit that one comes from, through a portal: its log goes along. */
export const openVisit = (layout: Layout, community: string, words: Words, from?: OpenVisit): OpenVisit => {
  const page = createStore<PageState>({
    drafts: device.drafts, talk: 'room', log: from?.page.current.log ?? [], readAt: {}, paused: from?.page.current.paused ?? false, toast: undefined, undo: undefined, reactions: {}, voice: noVoice, overlay: undefined, back: undefined,
    welcome: from ? from.page.current.welcome : device.welcomed ? undefined : { step: 0, asked: 0 },
  });
  const hearth = new Hearth(layout, device.tab, from?.hearth.layout.id);
  const kinds = new Map(cueKinds);
  const announcer = new Announcer(words, speak, (entry: LogEntry) => changePage({ page }, { log: [...page.current.log.slice(-(LOG_KEPT - 1)), entry] }), kinds);
  announcer.paused = page.current.paused;
  announcer.describing = () => settings.current;
  announcer.speaks = (kind) => isSpoken(mannerOf(kind, settings.current));
  const show = (text: string, undo?: Undo): void => changePage({ page }, { toast: { text, key: (page.current.toast?.key ?? 0) + 1, ...(undo ? { undo } : {}) } });
  const tell = (text: string): void => {
    announcer.say(text, Date.now());
    show(text);
  };
  const ownWords = new OwnWords();

  const refuse = (refusal: Refusal): void => {
    tell(refusalWords(words, refusal));
    play('error', settings.current);
  };

  page.subscribe(() => void (device.drafts = page.current.drafts));
  const pump = setInterval(() => announcer.pump(Date.now()), PUMP_EVERY);
  attendCues(hearth, announcer, page, words, ownWords, kinds);
  tellOfConnection(hearth, announcer, page, words);
  const keeping = import('#client/settings/keeping.ts').then(({ keepWith }) => keepWith(hearth, (text) => announcer.say(text, Date.now()), words)).catch(() => undefined);
  const voice = openVoiceDoor(hearth, page, (message, values) => tell(words(message, values)));
  void hearth.join();

  return {
    hearth, community, page, announcer, tell,
    close: () => {
      device.visited = { ...device.visited, [layout.id]: Date.now() };
      clearInterval(pump);
      void keeping.then((stop) => stop?.());
      voice.close();
      hearth.leave();
    },
    ask: async (id, payload) => {
      const result = await hearth.perform(id, payload);
      if (result.accepted) return result.reply;
      refuse(result.refusal);
      return undefined;
    },
    perform: async (id, payload) => {
      // Nobody is said to speak who has nothing to speak into.
      if (id === 'voice.on' && permitNow(hearth.view, hearth.actor, id).granted && !(await voice.ready())) return false;
      const undo = undoOf(id, payload);
      const said = undo && ownWords.next();
      const result = await hearth.perform(id, payload);
      if (!result.accepted) {
        said?.forget();
        const wayOut = wayOutOf(layout, result.refusal, payload);
        if (wayOut) changePage({ page }, { overlay: wayOut });
        else refuse(result.refusal);
        return false;
      }
      changePage({ page }, { undo });
      // It is spoken and logged as every cue is; what is shown besides is the way back.
      void said?.text.then((text) => text !== undefined && show(text, undo));
      return true;
    },
  };
};

const attendCues = (hearth: Hearth, announcer: Announcer, page: Store<PageState>, words: Words, ownWords: OwnWords, kinds: Map<string, CueKind>): void => {
  const attend = (heard: HeardCue, late: number): void => {
    // What is heard of rituals is fetched with the first of it.
    if (heard.kind.startsWith('ritual.') && !kinds.has(heard.kind)) {
      void import('#client/rituals/hearing.ts').then(({ ritualCueKinds }) => {
        for (const [id, kind] of ritualCueKinds) kinds.set(id, kind);
        if (kinds.has(heard.kind)) attend(heard, late);
      }, () => undefined);
      return;
    }
    const { you, facts } = hearth.store.current;
    announcer.quiet = availabilityOf((you && facts.people.get(you)?.availability) ?? '') !== 'open';
    announcer.hear(heard, you, Date.now());
    const kind = kinds.get(heard.kind);
    if (heard.kind === 'ritual.invited') changePage({ page }, { invited: heard.values });
    if (kind?.own && heard.by === you) ownWords.tell(words(kind.own, heard.values));
    const isDirect = heard.by === you || (kind?.priority ?? 0) <= 1;
    const isHeard = isDirect || (kind !== undefined && !announcer.quiet && isSounded(mannerOf(kind, settings.current)));
    if (kind?.earcon && isHeard) play(kind.earcon, settings.current);
    const { by } = heard;
    if (!kind?.caption || by === undefined || late > LONG_AGO || (settings.current.quiet && by !== you)) return;
    const reaction: Reaction = { text: words(kind.caption, heard.values), effect: kind.effect };
    changePage({ page }, { reactions: { ...page.current.reactions, [by]: reaction } });
    setTimeout(() => {
      const { [by]: shown, ...rest } = page.current.reactions;
      if (shown === reaction) changePage({ page }, { reactions: rest });
    }, REACTION_FOR);
  };
  hearth.onCue(attend);
};

const tellOfConnection = (hearth: Hearth, announcer: Announcer, page: Store<PageState>, words: Words): void => {
  let before = hearth.store.current.connection.status;
  let returning = false;
  hearth.store.subscribe(() => {
    const { connection } = hearth.store.current;
    if (connection.status === before) return;
    if (connection.status === 'lost' && before === 'here') {
      returning = true;
      announcer.say(words(say.lostSpoken), Date.now(), 'assertive');
    }
    if (connection.status === 'ended') announcer.say(refusalWords(words, connection.refusal), Date.now(), 'assertive');
    before = connection.status;
  });
  // One's place is known again with the first motion after the return.
  hearth.onMove(() => {
    const { you, connection } = hearth.store.current;
    if (!returning || !you || connection.status !== 'here') return;
    returning = false;
    const place = describePlace(hearth.view, you);
    const back = words(say.back, { kind: place.kind, ...placeCue(place, 'you').values });
    announcer.say(back, Date.now());
    changePage({ page }, { back });
    setTimeout(() => changePage({ page }, { back: undefined }), BACK_FOR);
  });
};
