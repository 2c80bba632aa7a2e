/** What the page itself can do: nothing of it is asked of the server. Palette, help and keys read this table. */
import { boardsOf } from '#shared/boards/where.ts';
import type { Message } from '#shared/kernel/message.ts';
import { capabilityOf } from '#shared/registry.ts';
import type { ActId } from '#client/settings/keys.ts';
import { changeSettings, settings } from '#client/settings/settings.ts';
import { openBoard } from '#client/place/openBoard.ts';
import { openWelcome } from '#client/welcome/openWelcome.ts';
import type { IconName } from '#client/ui/icons.tsx';
import { speakingLine } from '#client/voice/speakingLine.ts';
import { speakersAround } from '#shared/voice/speakers.ts';
import { changePage, openMicrophoneDialog, type Visit } from './context.tsx';
import { page } from './local.words.ts';
import { acts as say } from './pageActs.words.ts';
import { isPageActId, type PageActId } from './pageKeys.ts';
import type { Words } from './words.ts';

export interface PageAct {
  /** What it is called where it has no state: in help, and where keys are set. */
  readonly name: Message;
  readonly help: Message;
  /** Where the palette lists it, if not under *Do*. */
  readonly group?: 'settings';
  /** What it would do now, and its picture. */
  now(visit: Visit): { readonly label: Message; readonly icon: IconName };
  run(visit: Visit, words: Words): void;
}

/** S6. */
const MOST_NAMED = 5;

const fixed = (label: Message, icon: IconName) => () => ({ label, icon });

/** Pauses announcements or goes on with them. */
const togglePause = (visit: Visit, words: Words): void => {
  const { paused } = visit.page.current;
  // Said before the pause that would silence it.
  if (!paused) visit.tell(words(say.paused));
  visit.announcer.paused = !paused;
  changePage(visit, { paused: !paused });
  if (paused) visit.tell(words(say.resumed));
};

/** Turns sounds off, or on again as loud as is usual. */
const toggleSounds = (visit: Visit, words: Words): void => {
  const isOn = settings.current.volume !== 'off';
  changeSettings({ volume: isOn ? 'off' : 'normal' });
  visit.tell(words(isOn ? say.soundsOff : say.soundsOn));
};

/** C. One switch for less: nothing moves, nobody's gesture shows, and only what concerns one is spoken. */
const toggleQuiet = (visit: Visit, words: Words): void => {
  const quiet = !settings.current.quiet;
  changeSettings({ quiet });
  visit.tell(words(quiet ? say.quietOn : say.quietOff));
};

/** VO24. */
const saySpeakers = ({ hearth, page: { current }, tell }: Visit, words: Words): void => {
  const { you } = hearth.store.current;
  if (you) tell(speakingLine(words, speakersAround(hearth.view, you, current.voice.speaking, MOST_NAMED)));
};

/** Opens the room's board; where there are several, one chooses. */
const openSomeBoard = (visit: Visit, words: Words): void => {
  const boards = boardsOf(visit.hearth.layout);
  const [only] = boards;
  if (!only) visit.tell(words(say.noBoard));
  else if (boards.length === 1) openBoard(visit, only.id);
  else changePage(visit, { overlay: { kind: 'boards' } });
};

const pageActs = {
  'page.view': {
    name: say.view,
    help: say.viewHelp,
    now: ({ view }) => (view === '2d' ? { label: page.switchTo3d, icon: 'cube' } : { label: page.switchTo2d, icon: 'list-bullets' }),
    run: ({ view, setView }) => setView(view === '2d' ? '3d' : '2d'),
  },
  'page.plan': { name: say.plan, help: say.planHelp, now: fixed(say.plan, 'map-trifold'), run: (visit) => changePage(visit, { overlay: { kind: 'plan' } }) },
  'page.ritual': { name: say.ritual, help: say.ritualHelp, now: fixed(say.ritual, 'users'), run: (visit) => changePage(visit, { overlay: { kind: 'ritual' } }) },
  'page.planned': { name: say.planned, help: say.plannedHelp, now: fixed(say.planned, 'clock'), run: (visit) => changePage(visit, { overlay: { kind: 'ritual', show: 'planned' } }) },
  'page.runs': { name: say.runs, help: say.runsHelp, now: fixed(say.runs, 'list-bullets'), run: (visit) => changePage(visit, { overlay: { kind: 'runs' } }) },
  'page.board': { name: say.board, help: say.boardHelp, now: fixed(say.board, 'note-pencil'), run: openSomeBoard },
  'page.help': { name: page.help, help: say.helpHelp, now: fixed(page.help, 'question'), run: (visit) => changePage(visit, { overlay: { kind: 'help' } }) },
  'page.welcome': { name: say.welcome, help: say.welcomeHelp, now: fixed(say.welcome, 'hand-waving'), run: openWelcome },
  'page.repeat': { name: say.repeat, help: say.repeatHelp, now: fixed(say.repeat, 'arrow-counter-clockwise'), run: ({ announcer }) => announcer.repeat() },
  'page.quiet': {
    name: say.quiet,
    group: 'settings',
    help: say.quietHelp,
    now: () => ({ label: settings.current.quiet ? say.quietEnd : say.quietStart, icon: 'eye-slash' }),
    run: toggleQuiet,
  },
  'page.pause': {
    name: say.pause,
    group: 'settings',
    help: say.pauseHelp,
    now: (visit) => ({ label: visit.page.current.paused ? page.resume : page.pause, icon: 'bell' }),
    run: togglePause,
  },
  'page.sounds': {
    name: say.sounds,
    group: 'settings',
    help: say.soundsHelp,
    now: () => (settings.current.volume === 'off' ? { label: say.turnSoundsOn, icon: 'speaker-high' } : { label: say.turnSoundsOff, icon: 'speaker-slash' }),
    run: toggleSounds,
  },
  'voice.check': { name: say.check, group: 'settings', help: say.checkHelp, now: fixed(say.check, 'microphone'), run: openMicrophoneDialog },
  'voice.speaking': { name: say.speaking, help: say.speakingHelp, now: fixed(say.speaking, 'users'), run: saySpeakers },
} as const satisfies Readonly<Record<PageActId, PageAct>>;

export const pageActOf = (id: PageActId): PageAct => pageActs[id];

/** What anything that can have a key is called. */
export const nameOf = (id: ActId): Message => (isPageActId(id) ? pageActOf(id).name : capabilityOf(id).label);
