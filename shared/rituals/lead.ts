/** What those do who run a ritual. */
import { andThen, grant, refuse, type Permit } from '../kernel/refusal.ts';
import { changeTurn, goesOn, leaves, nameIn, roundWith, withPart, withSpoken, yes, type Advanced } from './advanced.ts';
import { aside } from './aside.ts';
import type { LeadEvent, Setting } from './events.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { beginTurn, closeTurns, giveTurn, isOpen, restTurns, seatTurns, speakerOf, tookOf, withTurn } from './round.ts';
import { between, clockOf, MINUTE, openPhase, type OpenPhase, type Part, type Participant, type Run } from './run.ts';

type Move = 'start' | 'next' | 'skip' | 'back' | 'end';

/** RI5. The run with its clock going: all that was advised is as much later as it was paused. */
const resumed = (run: Run, at: number): Run => {
  if (run.phase.status !== 'paused') return run;
  const { step, since, until, moved, pausedAt } = run.phase;
  const pause = between(pausedAt, at);
  const parts = run.parts.map((part): Part => {
    const speaker = part.kind === 'round' ? speakerOf(part) : undefined;
    return part.kind === 'round' && speaker ? withTurn(part, { ...speaker, since: speaker.since + pause, until: speaker.until + pause }) : part;
  });
  return { ...run, parts, phase: { status: 'running', step, since: since + pause, until: until + pause, moved } };
};

/** Shuts the open step: its time is counted, and what is open in it is left, or rests until somebody comes back to it. */
const shut = (run: Run, { step, since }: OpenPhase, how: Move, at: number): Run => {
  const part = run.parts[step];
  if (!part) return run;
  const spent = { spent: part.spent + between(since, at), skipped: how === 'skip' };
  if (part.kind !== 'round') return withPart(run, step, { ...part, ...spent });
  const speaker = speakerOf(part);
  const counted = speaker ? withSpoken(run, speaker.person, tookOf(speaker, at)) : run;
  return withPart(counted, step, { ...(how === 'back' ? restTurns(part) : closeTurns(part, at)), ...spent });
};

/** Opens a step; RI16 one that was open before has what was done in it. */
const enter = (run: Run, to: number, from: number, setting: Setting): Advanced => {
  const { at } = setting;
  const [step, part] = [run.script.steps[to], run.parts[to]];
  if (!step || !part) return yes(run);
  const phase: OpenPhase = { status: 'running', step: to, since: at, until: at + step.minutes * MINUTE, moved: { by: setting.by.id, from } };
  const begun = { ...part, begun: true, skipped: false };
  if (begun.kind !== 'round' || step.kind !== 'round') return yes({ ...withPart(run, to, begun), spotlight: null, phase });
  const given = giveTurn(seatTurns(restTurns(begun), step, run, setting), step, setting, at);
  return yes({ ...withPart(run, to, given.part), spotlight: null, phase }, ...(given.to === undefined ? [] : [{ kind: 'turn', person: given.to } as const]));
};

const ended = (run: Run, setting: Setting): Advanced => {
  const parts = run.parts.map((part) => (part.kind === 'round' && part.begun ? closeTurns(part, setting.at) : part));
  return yes({ ...run, parts, spotlight: null, phase: { status: 'ended', at: setting.at, by: setting.by.id } }, { kind: 'ended' });
};

/** RI3. From one step to another; beyond the last the run ends. */
const move = (run: Run, now: OpenPhase, how: 'next' | 'skip' | 'back', setting: Setting): Advanced => {
  const to = now.step + (how === 'back' ? -1 : 1);
  const left = shut(run, now, how, setting.at);
  if (to >= run.script.steps.length) return ended(left, setting);
  const entered = enter(left, to, now.step, setting);
  return entered.granted ? yes(entered.run, { kind: 'stepped', how, step: to }, ...entered.news) : entered;
};

const start = (run: Run, setting: Setting): Advanced => {
  const { at, by } = setting;
  const people = setting.here.map(({ id, name, rank, companion }): Participant => ({ id, name, rank, companion, cameAt: at, spoke: 0 }));
  const entered = enter({ ...run, lead: by.id, startedAt: at, people }, 0, -1, setting);
  return entered.granted ? yes(entered.run, { kind: 'started' }, ...entered.news) : entered;
};

const isHere = ({ here }: Pick<Setting, 'here'>, id: string): boolean => here.some((one) => one.id === id);

/** RI3. Only from the step that whoever pressed had before them. */
const fromHere = (run: Run, now: OpenPhase, from: number): Permit =>
  from === now.step ? grant : refuse(ritualRefusals.moved, { by: nameIn(run, now.moved.by), step: now.step + 1, name: run.script.steps[now.step]?.name ?? '' });

const handOver = (run: Run, to: Setting['by']['id'], setting: Setting): Advanced => {
  const other = setting.here.find(({ id }) => id === to);
  if (!other) return refuse(ritualRefusals.notHere, { name: nameIn(run, to) });
  if (to === run.lead) return refuse(ritualRefusals.isLead, { name: other.name });
  return other.rank === 'runs' ? yes({ ...run, lead: to }, { kind: 'led', by: to }) : refuse(ritualRefusals.cannotLead, { name: other.name });
};

const takeOver = (run: Run, setting: Setting): Advanced => {
  const { by } = setting;
  if (by.id === run.lead) return refuse(ritualRefusals.isLead, { name: by.name });
  return isHere(setting, run.lead) ? refuse(ritualRefusals.leadHere, { name: nameIn(run, run.lead) }) : yes({ ...run, lead: by.id }, { kind: 'led', by: by.id });
};

/** RI10. */
const ofTurn = (run: Run, event: Extract<LeadEvent, { readonly kind: 'invite' | 'mark' | 'defer' | 'excuse' }>, setting: Setting): Advanced => {
  const { kind, person } = event;
  const round = roundWith(run, person);
  if (!round.granted) return round;
  const { turn, part, step, at } = round;
  const name = nameIn(run, person);
  switch (kind) {
    case 'invite':
      if (turn.state === 'speaking') return refuse(ritualRefusals.hasTurn, { name });
      if (!isHere(setting, person)) return refuse(ritualRefusals.notHere, { name });
      return speakerOf(part)
        ? yes(withPart(run, at, withTurn(part, { person, state: 'called' })), { kind: 'called', person })
        : yes(withPart(run, at, beginTurn(part, step, person, clockOf(run, setting.at))), { kind: 'turn', person });
    case 'mark':
      return turn.state === 'spoken' ? refuse(ritualRefusals.spoken, { name }) : changeTurn(run, round, (took) => ({ person, state: 'spoken', took }), setting, { kind: 'turnEnded', person, how: 'spoken' });
    case 'defer':
      if (turn.state === 'later') return refuse(ritualRefusals.isLater, { name });
      return isOpen(turn) ? changeTurn(run, round, () => ({ person, state: 'later' }), setting, { kind: 'turnEnded', person, how: 'later' }) : refuse(ritualRefusals.noTurn);
    case 'excuse':
      if (turn.state === 'passed') return refuse(ritualRefusals.passed, { name });
      return isOpen(turn) ? changeTurn(run, round, () => ({ person, state: 'passed' }), setting, { kind: 'turnEnded', person, how: 'passed' }) : refuse(ritualRefusals.noTurn);
  }
};

/** RI6. Whoever may run rituals may do this, whoever leads; the run waits for one of them, and for nothing else. */
export const lead = (run: Run, event: LeadEvent, setting: Setting): Advanced => {
  if (setting.by.rank !== 'runs') return refuse(ritualRefusals.cannotRun);
  if (event.kind === 'start') {
    if (run.phase.status === 'planned') return start(run, setting);
    return run.phase.status === 'ended' ? refuse(ritualRefusals.ended, { by: nameIn(run, run.phase.by) }) : refuse(ritualRefusals.started, { by: nameIn(run, run.lead) });
  }
  const [on, now] = [goesOn(run), openPhase(run)];
  if (!on.granted) return on;
  if (!now) return refuse(ritualRefusals.notStarted);
  const part = run.parts[now.step];
  const open = part ? [part] : [];
  switch (event.kind) {
    case 'next':
    case 'skip': {
      const may = andThen(fromHere(run, now, event.from), () => leaves(run, open, event.leaving, setting));
      const going = resumed(run, setting.at);
      return may.granted ? move(going, openPhase(going) ?? now, event.kind, setting) : may;
    }
    case 'back': {
      const may = andThen(fromHere(run, now, event.from), () => (now.step > 0 ? grant : refuse(ritualRefusals.firstStep)));
      const going = resumed(run, setting.at);
      return may.granted ? move(going, openPhase(going) ?? now, 'back', setting) : may;
    }
    case 'end': {
      const may = leaves(run, run.parts, event.leaving, setting);
      const going = resumed(run, setting.at);
      return may.granted ? ended(shut(going, openPhase(going) ?? now, 'end', setting.at), setting) : may;
    }
    case 'pause': {
      const { step, since, until, moved } = now;
      return now.status === 'paused' ? refuse(ritualRefusals.paused) : yes({ ...run, phase: { status: 'paused', step, since, until, moved, pausedAt: setting.at } }, { kind: 'paused' });
    }
    case 'resume': return now.status === 'paused' ? yes(resumed(run, setting.at), { kind: 'resumed' }) : refuse(ritualRefusals.notPaused);
    case 'extend': {
      const may = fromHere(run, now, event.from);
      return may.granted ? yes({ ...run, phase: { ...now, until: now.until + event.minutes * MINUTE } }, { kind: 'extended', minutes: event.minutes }) : may;
    }
    case 'note':
    case 'unnote':
    case 'spotlight': return aside(run, event, setting);
    case 'handOver': return handOver(run, event.to, setting);
    case 'takeOver': return takeOver(run, setting);
    default: return ofTurn(run, event, setting);
  }
};
