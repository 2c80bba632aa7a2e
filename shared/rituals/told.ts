/** What people hear of what came of an event: one cue each, in whole sentences. */
import { cue, type Cue } from '../kernel/cue.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { MessageValues } from '../kernel/message.ts';
import { nameIn } from './advanced.ts';
import type { News, Setting } from './events.ts';
import { ritualCues } from './rituals.cues.ts';
import { nextUp, speakerOf, turnOf } from './round.ts';
import { actsIn, openPart, openStep, type Run } from './run.ts';
import { textKey } from './texts.ts';

/** Where a run stands, for the words of a cue. */
export const standing = (run: Run): MessageValues => {
  const here = openStep(run);
  return { title: run.script.title, step: (here?.at ?? 0) + 1, of: run.script.steps.length, name: here?.step.name ?? '', prompt: here?.step.prompt ?? '' };
};

/** What was written in place of a turn, for those whom its cue reaches. */
const written = (run: Run, step: number, person: PersonId): MessageValues => {
  const part = run.parts[step];
  const turn = part?.kind === 'round' ? turnOf(part, person) : undefined;
  return turn?.state === 'wrote' ? { text: turn.text, key: textKey.turn(run, step, person) } : {};
};

/** R2. Who comes after whoever speaks. */
const following = (run: Run, setting: Setting): PersonId | undefined => {
  const [here, part] = [openStep(run), openPart(run, 'round')];
  return here?.step.kind === 'round' && part && speakerOf(part) ? nextUp(part, here.step, setting) : undefined;
};

const ofTurn = (run: Run, person: PersonId, { here }: Setting): readonly Cue[] => {
  const values = { title: run.script.title, other: nameIn(run, person) };
  return [cue(ritualCues.yourTurn, undefined, [person], values), cue(ritualCues.turn, undefined, here.map(({ id }) => id).filter((id) => id !== person), values)];
};

/** RI12. What was done together, told once: when all have done it, or when the step is left. */
const together = (before: Run, setting: Setting, isLeft: boolean): readonly Cue[] => {
  const [step, part] = [openStep(before)?.step, openPart(before, 'act')];
  if (step?.kind !== 'act' || !part || part.done.length === 0) return [];
  const have = new Set(part.done.map(({ person }) => person));
  const missing = setting.here.filter(({ id, rank }) => actsIn(step, rank) && !have.has(id)).length;
  return isLeft === missing > 0 ? [cue(ritualCues.together, undefined, 'room', { act: step.act, done: part.done.length, all: part.done.length + missing })] : [];
};

const ofOne = (before: Run, run: Run, one: News, setting: Setting): readonly Cue[] => {
  const by = setting.by.id;
  // A crowd's cues are many: each has what its words need, and no more.
  const values = { title: run.script.title, by: setting.by.name };
  switch (one.kind) {
    case 'started': return [cue(ritualCues.started, by, 'room', { ...values, ...standing(run) })];
    case 'stepped': return [...together(before, setting, true), cue(ritualCues.stepped, by, 'room', standing(run))];
    case 'paused': return [cue(ritualCues.paused, by, 'room', values)];
    case 'resumed': return [cue(ritualCues.resumed, by, 'room', values)];
    case 'ended': return [...together(before, setting, true), cue(ritualCues.ended, by, 'room', values)];
    case 'extended': return [cue(ritualCues.extended, by, 'room', { minutes: one.minutes })];
    case 'led': return [cue(one.by === by ? ritualCues.tookOver : ritualCues.handedOver, by, 'room', { ...values, other: nameIn(run, one.by) })];
    case 'turn': return ofTurn(run, one.person, setting);
    case 'called': return [cue(ritualCues.called, by, [by, one.person], { ...values, other: nameIn(run, one.person) })];
    case 'turnEnded': {
      const turn = one.step === undefined ? undefined : written(run, one.step, one.person);
      return one.person === by ? [cue(ritualCues.turnEnded, by, one.how === 'wrote' ? 'room' : 'self', { by: setting.by.name, how: one.how, ...turn })] : [cue(ritualCues.turnChanged, by, [by, one.person], { ...values, how: one.how, other: nameIn(run, one.person) })];
    }
    case 'moreTime': return [cue(ritualCues.moreTime, by, 'room', values)];
    case 'acted': {
      const step = openStep(run)?.step;
      const counted = { by: setting.by.name, act: step?.kind === 'act' ? step.act : '', count: one.count, done: one.count, all: one.of };
      return [cue(ritualCues.acted, by, 'room', counted), ...(one.whole ? together(run, setting, false) : [])];
    }
    case 'signed': return [cue(ritualCues.signed, by, 'room', { ...values, count: one.count })];
    case 'asked': {
      const at = one.count - 1;
      const text = openPart(run, 'pledge')?.questions[at]?.text ?? '';
      return [cue(ritualCues.asked, by, 'room', { ...values, text, key: textKey.question(run, openStep(run)?.at ?? 0, at) })];
    }
    case 'recognised': {
      const said = { ...values, other: nameIn(run, one.to), text: one.why, key: textKey.why(run, one.id) };
      return [cue(ritualCues.recognised, by, setting.here.map(({ id }) => id).filter((id) => id !== one.to), said), cue(ritualCues.recognisedYou, by, [one.to], said)];
    }
    case 'responded': {
      const given = openPart(run, 'recognition')?.given.find(({ id }) => id === one.id);
      return [cue(ritualCues.responded, by, 'room', { ...values, other: given ? nameIn(run, given.to) : '' })];
    }
    case 'noted':
    case 'unnoted': {
      const { text = '' } = run.notes.find(({ id }) => id === one.id) ?? {};
      const runs = [...new Set([by, ...setting.here.filter(({ rank }) => rank === 'runs').map(({ id }) => id)])];
      return [cue(one.kind === 'noted' ? ritualCues.noted : ritualCues.unnoted, by, runs, { by: setting.by.name, text, key: textKey.note(run, one.id) })];
    }
    case 'spotlit': {
      const { person } = one;
      if (person === null) return [cue(ritualCues.spotlightOff, by, 'room', {})];
      const said = { ...values, other: nameIn(run, person) };
      return [cue(ritualCues.spotlit, by, setting.here.map(({ id }) => id).filter((id) => id !== person), said), cue(ritualCues.spotlitYou, by, [person], said)];
    }
    case 'came': return [cue(ritualCues.stands, undefined, one.people, standing(run))];
  }
};

/** Everything that is told of an event, in the order in which it came about. */
export const toldOf = (before: Run, run: Run, news: readonly News[], setting: Setting): readonly Cue[] => {
  const next = following(run, setting);
  const part = openPart(run, 'round');
  const speaker = part && speakerOf(part);
  const isNew = next !== undefined && (next !== following(before, setting) || openStep(before)?.at !== openStep(run)?.at);
  return [...news.flatMap((one) => ofOne(before, run, one, setting)), ...(isNew && speaker ? [cue(ritualCues.youAreNext, undefined, [next], { other: nameIn(run, speaker.person) })] : [])];
};
