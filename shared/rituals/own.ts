/** What everyone does for themselves: with their turn, in what is done together, and for each other. */
import { refuse } from '../kernel/refusal.ts';
import { acting, canSpeak, changeTurn, goesOn, nameIn, roundWith, withPart, yes, type Advanced } from './advanced.ts';
import type { OwnEvent, Setting } from './events.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { beginTurn, isOpen, speakerOf, turnOf, withTurn } from './round.ts';
import { actsIn, clockOf, MINUTE, openPart, openStep, participant, type Run, type Turn } from './run.ts';

/** How much of one kind a run keeps of one person. */
export const MOST_OF_ONE = 10;

/** RI8. Of one's own turn. */
const ofTurn = (run: Run, kind: 'done' | 'pass' | 'later' | 'moreTime' | 'take', setting: Setting): Advanced => {
  const person = setting.by.id;
  const round = roundWith(run, person, ritualRefusals.noTurnOfYours);
  if (!round.granted) return round;
  const { turn, part, step, at } = round;
  switch (kind) {
    case 'done':
      return turn.state === 'speaking' ? changeTurn(run, round, (took) => ({ person, state: 'spoken', took }), setting, { kind: 'turnEnded', person, how: 'spoken' }) : refuse(ritualRefusals.notSpeaking);
    case 'pass':
      return isOpen(turn) ? changeTurn(run, round, () => ({ person, state: 'passed' }), setting, { kind: 'turnEnded', person, how: 'passed' }) : refuse(ritualRefusals.turnOver);
    case 'later':
      if (turn.state === 'later') return refuse(ritualRefusals.yoursIsLater);
      return isOpen(turn) ? changeTurn(run, round, () => ({ person, state: 'later' }), setting, { kind: 'turnEnded', person, how: 'later' }) : refuse(ritualRefusals.turnOver);
    case 'moreTime':
      return turn.state === 'speaking' ? yes(withPart(run, at, withTurn(part, { ...turn, until: turn.until + Math.max(1, step.turn) * MINUTE })), { kind: 'moreTime', person }) : refuse(ritualRefusals.notSpeaking);
    case 'take': {
      const speaker = speakerOf(part);
      if (speaker) return speaker.person === person ? refuse(ritualRefusals.yoursIsNow) : refuse(ritualRefusals.speaking, { name: nameIn(run, speaker.person) });
      return canSpeak(turn) ? yes(withPart(run, at, beginTurn(part, step, person, clockOf(run, setting.at))), { kind: 'turn', person }) : refuse(ritualRefusals.turnOver);
    }
  }
};

/** RI8, RI9. In place of one's turn, or of one that the round went on without. */
const write = (run: Run, { step: place, text }: Extract<OwnEvent, { readonly kind: 'write' }>, setting: Setting): Advanced => {
  const on = goesOn(run);
  if (!on.granted) return on;
  const person = setting.by.id;
  const part = run.parts[place];
  if (part?.kind !== 'round' || !part.begun) return refuse(ritualRefusals.noRound);
  const turn = turnOf(part, person);
  if (!turn) return refuse(ritualRefusals.noTurnOfYours);
  if (turn.state === 'spoken') return refuse(ritualRefusals.turnOver);
  const written: Turn = { person, state: 'wrote', text };
  const round = openStep(run)?.at === place ? roundWith(run, person) : undefined;
  const news = { kind: 'turnEnded', person, how: 'wrote', step: place } as const;
  return round?.granted ? changeTurn(run, round, () => written, setting, news) : yes(withPart(run, place, withTurn(part, written)), news);
};

/** RI12. */
const act = (run: Run, setting: Setting): Advanced => {
  const may = acting(run, setting);
  if (!may.granted) return may;
  const [here, part] = [openStep(run), openPart(run, 'act')];
  if (!here || !part) return refuse(ritualRefusals.noAct);
  const person = may.me.id;
  if (part.done.some((one) => one.person === person)) return refuse(ritualRefusals.acted);
  const done = [...part.done, { person, at: setting.at }];
  const [ranks, have] = [new Map(run.people.map(({ id, rank }) => [id, rank])), new Set(done.map((one) => one.person))];
  const present = setting.here.filter(({ id }) => ranks.has(id) && actsIn(here.step, ranks.get(id) ?? 'guest'));
  const whole = present.every(({ id }) => have.has(id));
  return yes(withPart(run, here.at, { ...part, done }), { kind: 'acted', person, count: done.length, of: Math.max(present.length, done.length), whole });
};

/** RI13. */
const pledge = (run: Run, event: Extract<OwnEvent, { readonly kind: 'sign' | 'ask' }>, setting: Setting): Advanced => {
  const may = acting(run, setting);
  if (!may.granted) return may;
  const [here, part] = [openStep(run), openPart(run, 'pledge')];
  if (!here || !part || here.step.kind !== 'pledge') return refuse(ritualRefusals.noPledge);
  const person = may.me.id;
  if (event.kind === 'ask') {
    if (part.questions.filter((one) => one.person === person).length >= MOST_OF_ONE) return refuse(ritualRefusals.manyQuestions, { most: MOST_OF_ONE });
    const questions = [...part.questions, { person, at: setting.at, text: event.text }];
    return yes(withPart(run, here.at, { ...part, questions }), { kind: 'asked', person, count: questions.length });
  }
  const { version } = here.step.charter;
  if (event.version !== version) return refuse(ritualRefusals.otherVersion, { version });
  if (part.signed.some((one) => one.person === person)) return refuse(ritualRefusals.signed);
  const signed = [...part.signed, { person, at: setting.at }];
  return yes(withPart(run, here.at, { ...part, signed }), { kind: 'signed', person, count: signed.length });
};

/** RI14. */
const recognise = (run: Run, event: Extract<OwnEvent, { readonly kind: 'recognise' | 'respond' }>, setting: Setting): Advanced => {
  const may = acting(run, setting);
  if (!may.granted) return may;
  const [here, part] = [openStep(run), openPart(run, 'recognition')];
  if (!here || !part) return refuse(ritualRefusals.noRecognition);
  const person = may.me.id;
  if (event.kind === 'respond') {
    const given = part.given.find(({ id }) => id === event.to);
    if (!given) return refuse(ritualRefusals.noSuchRecognition);
    if (given.to === person) return refuse(ritualRefusals.oneself);
    if (given.cheers.includes(person)) return refuse(ritualRefusals.cheered);
    const cheers = [...given.cheers, person];
    return yes(withPart(run, here.at, { ...part, given: part.given.map((one) => (one === given ? { ...given, cheers } : one)) }), { kind: 'responded', id: given.id, count: cheers.length });
  }
  const { to, why } = event;
  if (to === person) return refuse(ritualRefusals.oneself);
  if (!participant(run, to)) return refuse(ritualRefusals.stranger);
  if (part.given.filter(({ by }) => by === person).length >= MOST_OF_ONE) return refuse(ritualRefusals.manyRecognitions, { most: MOST_OF_ONE });
  const id = setting.newId();
  return yes(withPart(run, here.at, { ...part, given: [...part.given, { id, by: person, to, why, at: setting.at, cheers: [] }] }), { kind: 'recognised', id, person, to, why });
};

export const own = (run: Run, event: OwnEvent, setting: Setting): Advanced => {
  switch (event.kind) {
    case 'write': return write(run, event, setting);
    case 'act': return act(run, setting);
    case 'sign':
    case 'ask': return pledge(run, event, setting);
    case 'recognise':
    case 'respond': return recognise(run, event, setting);
    default: return ofTurn(run, event.kind, setting);
  }
};
