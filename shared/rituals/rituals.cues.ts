import { cueKind } from '../kernel/cue.ts';

const category = 'ritual';
/** What a ritual does, as against what somebody says or does in it: it is everyone's, also of whoever has muted or blocked the one who runs it. */
const course = { category, reachesAll: true } as const;
const how = '{how, select, spoken {has spoken} passed {passes} later {speaks later} other {wrote instead}}';
const act = (ribbon: string, candle: string, stone: string): string => `{act, select, ribbon {${ribbon}} candle {${candle}} other {${stone}}}`;
const step = 'Step {step, number} of {of, number}: {name}. {prompt}';

const when = '{at, date, full}, {at, time, short}, in {room}';

export const ritualCues = {
  started: cueKind('ritual.started', { ...course, priority: 1, own: `You started {title}. ${step}`, others: `{by} started {title}. ${step}`, earcon: 'success' }),
  stepped: cueKind('ritual.stepped', { ...course, priority: 1, own: step, others: step, earcon: 'success' }),
  stands: cueKind('ritual.stands', { category, priority: 1, others: `{title} is under way. ${step}` }),
  paused: cueKind('ritual.paused', { ...course, priority: 1, own: 'You paused {title}.', others: '{by} paused {title}. It goes on from here.' }),
  resumed: cueKind('ritual.resumed', { ...course, priority: 1, own: '{title} goes on.', others: '{title} goes on.' }),
  ended: cueKind('ritual.ended', { ...course, priority: 1, own: '{title} has ended.', others: '{title} has ended.', earcon: 'success' }),
  extended: cueKind('ritual.extended', { ...course, priority: 2, own: 'There {minutes, plural, one {is # minute} other {are # minutes}} more for this step.', others: 'There {minutes, plural, one {is # minute} other {are # minutes}} more for this step.' }),
  handedOver: cueKind('ritual.handedOver', { ...course, priority: 1, own: '{other} runs {title} now.', others: '{by} handed {title} over to {other}.' }),
  tookOver: cueKind('ritual.tookOver', { ...course, priority: 1, own: 'You run {title} now.', others: '{by} runs {title} now.' }),
  quieted: cueKind('ritual.quieted', {
    category, priority: 1,
    others: '{rule, select, turn {Only whose turn it is and those who run {title} are heard in this step.} stage {Only the stage and those who run {title} are heard in this step.} other {Nobody is heard in this step.}} Your microphone stays as it is.',
  }),
  coming: cueKind('ritual.coming', { category, priority: 1, own: 'You walk to {place}.' }),
  gathered: cueKind('ritual.gathered', {
    category, priority: 1,
    own: '{count, plural, =0 {Nobody walks} one {One person walks} other {# people walk}} to {place}.{others, plural, =0 {} one { One more is asked to come.} other { # more are asked to come.}}{elsewhere, plural, =0 {} one { One person elsewhere is invited.} other { # people elsewhere are invited.}}',
  }),
  brought: cueKind('ritual.brought', { ...course, priority: 1, others: '{by} brings you to {place}, for {title}. You walk there; stop walking to stay where you are.' }),
  askedHere: cueKind('ritual.askedHere', { category, priority: 1, others: '{by} asks you to come to {place}, for {title}. You can stay where you are.' }),
  invited: cueKind('ritual.invited', { category, priority: 1, others: '{by} invites you to {title} in {room}. You can go there, or stay.', earcon: 'message' }),
  noted: cueKind('ritual.noted', { category, priority: 3, own: 'Your note is kept.', others: '{by} notes: {text}' }),
  unnoted: cueKind('ritual.unnoted', { category, priority: 3, own: 'The note is gone.', others: '{by} removed a note.' }),
  spotlit: cueKind('ritual.spotlit', { ...course, priority: 1, own: '{other} is in the spotlight.', others: '{other} is in the spotlight.', effect: 'turn' }),
  spotlitYou: cueKind('ritual.spotlitYou', { ...course, priority: 1, own: 'You are in the spotlight: everyone here hears you, with your microphone on.', others: '{by} puts you in the spotlight: everyone here hears you, with your microphone on.', earcon: 'turn' }),
  spotlightOff: cueKind('ritual.spotlightOff', { ...course, priority: 2, own: 'The spotlight is off.', others: 'The spotlight is off.' }),
  heardAgain: cueKind('ritual.heardAgain', { category, priority: 2, others: 'You are heard again, with the microphone as it is.' }),
  /** R2. Once, and over everything else. */
  yourTurn: cueKind('ritual.yourTurn', { category, priority: 0, others: 'Your turn, in {title}. There is no hurry: you can also pass, speak later, or write.', earcon: 'turn' }),
  youAreNext: cueKind('ritual.youAreNext', { category, priority: 1, others: 'You are next, after {other}.' }),
  turn: cueKind('ritual.turn', { category, priority: 2, others: 'It is the turn of {other}.', effect: 'turn' }),
  called: cueKind('ritual.called', { ...course, priority: 1, own: '{other} is next.', others: '{by} asks you to speak next.' }),
  turnEnded: cueKind('ritual.turnEnded', { category, priority: 3, own: '{how, select, spoken {You have spoken.} passed {You pass.} later {You speak later.} other {Your words are there for everyone to read.}}', others: '{by} wrote instead.' }),
  turnChanged: cueKind('ritual.turnChanged', {
    ...course, priority: 1, own: `{other} ${how}.`, others: '{by} {how, select, spoken {noted that you have spoken} passed {skips your turn, as you agreed} other {put your turn later}}.',
  }),
  moreTime: cueKind('ritual.moreTime', { category, priority: 3, own: 'Take your time.', others: '{by} takes more time.' }),
  acted: cueKind('ritual.acted', {
    category, priority: 2, own: `${act('You cut the ribbon.', 'You lit a candle.', 'You added a stone.')} {count, number} of {all, number} have.`, others: `{by} ${act('cut the ribbon', 'lit a candle', 'added a stone')}: {count, number} of {all, number} have.`,
    many: `{names} ${act('cut the ribbon', 'lit candles', 'added stones')}: {done, number} of {all, number} have.`, effect: 'clap',
  }),
  together: cueKind('ritual.together', {
    category, priority: 1, sums: 'ritual.acted', own: act('The ribbon is cut', 'The candles burn', 'The stones lie together') + ': {done, number} of {all, number} did it together.', others: act('The ribbon is cut', 'The candles burn', 'The stones lie together') + ': {done, number} of {all, number} did it together.', earcon: 'success',
  }),
  signed: cueKind('ritual.signed', { category, priority: 2, own: 'You signed. {count, plural, one {One person has} other {# people have}}.', others: '{by} signed. {count, plural, one {One person has} other {# people have}}.', many: '{names} signed.' }),
  asked: cueKind('ritual.asked', { category, priority: 2, own: 'Your question is there for everyone to read.', others: '{by} asks: {text}' }),
  recognised: cueKind('ritual.recognised', { category, priority: 2, own: 'You recognised {other}.', others: '{by} recognises {other}: {text}' }),
  recognisedYou: cueKind('ritual.recognisedYou', { category, priority: 1, others: '{by} recognises you: {text}', earcon: 'success' }),
  planned: cueKind('ritual.planned', { category, priority: 2, own: `You planned {title}: ${when}.`, others: `{by} planned {title}: ${when}.`, earcon: 'success' }),
  planMoved: cueKind('ritual.planMoved', { ...course, priority: 1, own: `{title} has another time or place: ${when}.`, others: `{by} moved {title}: ${when}.` }),
  calledOff: cueKind('ritual.calledOff', { ...course, priority: 1, own: 'You called {title} off.', others: '{by} called {title} off.' }),
  willTell: cueKind('ritual.willTell', { category, priority: 1, own: 'You are told when {title} starts, in whichever room you are.' }),
  willNotTell: cueKind('ritual.willNotTell', { category, priority: 1, own: 'You are not told when {title} starts.' }),
  /** RI33. */
  begun: cueKind('ritual.begun', { category, priority: 1, others: '{title} begins now, in {room}. You asked to be told.', earcon: 'turn' }),
  kept: cueKind('ritual.kept', { category, priority: 1, own: '{title} is saved. It stands with the templates.', earcon: 'success' }),
  discarded: cueKind('ritual.discarded', { category, priority: 1, own: '{title} is removed from the saved plans.' }),
  responded: cueKind('ritual.responded', { category, priority: 3, own: 'You respond.', others: '{by} responds to what was said of {other}.', many: '{names} respond to what was said of {other}.', effect: 'clap' }),
} as const;
