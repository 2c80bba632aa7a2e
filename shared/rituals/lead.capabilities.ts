import * as z from 'zod/mini';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { cue } from '../kernel/cue.ts';
import { aPersonId } from '../kernel/idSchemas.ts';
import type { PersonId } from '../kernel/ids.ts';
import { grant, refuse, type Permit } from '../kernel/refusal.ts';
import type { RoomView } from '../rooms/room.ts';
import { askersOf, forgetPlan, showPlans, type Plan } from './calendar.ts';
import { byEvent, doIt, mayDo, type Done } from './doing.ts';
import { comerOf, runOf } from './held.ts';
import { ritualCues } from './rituals.cues.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { openPhase, planRun, type Run } from './run.ts';
import { LONGEST_STEP, MOST_STEPS, text } from './script.ts';
import { faultsIn, readScript, sayFault, type Fault } from './script.faults.ts';

/** A script of thirty steps of a charter each is no longer (characters of JSON). */
const LONGEST_SCRIPT = 60_000;
const MOST_PEOPLE = 2_000;
export const LONGEST_NOTE = 500;

/** Whether it is JSON, and no longer than a script may be. A frame can carry what JSON cannot: numbers without end, and what holds itself. */
export const isScriptLong = (given: unknown): boolean => {
  try {
    return (JSON.stringify(given)?.length ?? Infinity) <= LONGEST_SCRIPT;
  } catch {
    return false;
  }
};

const person = aPersonId;
const from = z.int().check(z.gte(0), z.lt(MOST_STEPS));
const leaving = z.array(person).check(z.maxLength(MOST_PEOPLE));
const stepNow = (run: Run): number => openPhase(run)?.step ?? 0;
/** Whom one would leave who left everybody: whether one may go on at all is not about them. */
const everyone = ({ people }: Run): readonly PersonId[] => people.map(({ id }) => id);

/** RI3, RI9. To the next step. */
const onward = (kind: 'next' | 'skip') =>
  byEvent(({ from: at, leaving: left }: { from: number; leaving: PersonId[] }) => ({ kind, from: at, leaving: left }), (run) => ({ kind, from: stepNow(run), leaving: everyone(run) }));
/** RI10. Of somebody's turn. */
const ofTurn = (kind: 'invite' | 'defer' | 'mark' | 'excuse') => byEvent(({ person: one }: { person: PersonId }) => ({ kind, person: one }), 'whenAsked');

const mayStart = (room: RoomView, actor: Actor): Permit => {
  const run = runOf(room);
  if (comerOf(room, actor.id).rank !== 'runs') return refuse(ritualRefusals.cannotRun);
  return run && openPhase(run) ? refuse(ritualRefusals.underWay, { title: run.script.title }) : grant;
};

/** RI1. Whether a script is without faults; the first one is told, and how many more there are. */
export const faultless = ([first, ...more]: readonly Fault[]): Permit => (first ? refuse(ritualRefusals.badScript, { fault: sayFault(first), more: more.length }) : grant);

export const planId = z.string().check(z.maxLength(60));

/** RI33. What has begun: at the time that was set for it, earlier or later, with those who wanted to be told. */
interface Begun extends Done {
  readonly plan: Plan | undefined;
  readonly asked: readonly PersonId[];
  readonly room: string;
}

/** RI1, RI2, RI30. */
export const startRitual = defineCapability({
  id: 'ritual.start',
  label: 'Start a ritual',
  help: 'Begin a ritual in this room, from a template or a script of your own. Everyone here is taken through its steps together.',
  anchor: 'room',
  scope: 'campus',
  payload: z.strictObject({ script: z.custom(isScriptLong), /** The time that was set for it, which is over with this. */ plan: z.optional(planId) }),
  record: 'named',
  permit: mayStart,
  accepts: (room, actor, payload) => {
    const may = mayStart(room, actor);
    const read = readScript(payload.script);
    return may.granted ? faultless(read.faults ?? faultsIn(room.layout, read.script)) : may;
  },
  apply: (room, actor, payload, moment): Begun | undefined => {
    const { script } = readScript(payload.script);
    const plan = payload.plan === undefined ? undefined : room.calendar.plans.get(payload.plan);
    const done = script && doIt(room, actor, { kind: 'start' }, moment, planRun(moment.newId(), script, actor.id, plan?.at ?? null));
    return done && { ...done, plan, asked: plan ? askersOf(room.calendar, plan.id) : [], room: room.layout.name };
  },
  settle: (room, done) => {
    if (!done?.plan) return;
    forgetPlan(room.calendar, done.plan.id);
    showPlans(room);
  },
  effects: (done) => (done?.plan ? [{ kind: 'planRemoved', plan: done.plan }] : []),
  cues: (done) => done?.told ?? [],
  beyond: (done) => (done?.plan ? [cue(ritualCues.begun, undefined, done.asked, { title: done.run.script.title, room: done.room })] : []),
});

/** RI3. */
export const nextStep = defineCapability({
  id: 'ritual.next', label: 'Next step', help: 'Take everyone to the next step. Whoever has not had a turn yet is named first.', anchor: 'room', record: 'named',
  payload: z.strictObject({ from, leaving }),
  ...onward('next'),
});
export const skipStep = defineCapability({
  id: 'ritual.skip', label: 'Leave this step out', help: 'Take everyone to the next step, and note that this one was left out.', anchor: 'room', record: 'named',
  payload: z.strictObject({ from, leaving }),
  ...onward('skip'),
});
export const previousStep = defineCapability({
  id: 'ritual.back', label: 'Back a step', help: 'Take everyone back to the step before. What was done in it is still there.', anchor: 'room', record: 'named',
  payload: z.strictObject({ from }),
  ...byEvent(({ from: at }: { from: number }) => ({ kind: 'back', from: at }), (run) => ({ kind: 'back', from: stepNow(run) })),
});

/** RI5. */
export const pauseRitual = defineCapability({
  id: 'ritual.pause', label: 'Pause the ritual', help: 'Stop the clock for everyone, until somebody goes on.', anchor: 'room', record: 'named', undo: 'ritual.resume',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'pause' })),
});
export const resumeRitual = defineCapability({
  id: 'ritual.resume', label: 'Go on with the ritual', help: 'Let the clock go on, as much later as it stood.', anchor: 'room', record: 'named', undo: 'ritual.pause',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'resume' })),
});

/** RI4. */
export const extendStep = defineCapability({
  id: 'ritual.extend', label: 'More time for this step', help: 'Advise some minutes more. Nothing happens when they are over.', anchor: 'room', record: 'named',
  payload: z.strictObject({ from, minutes: z.int().check(z.gte(1), z.lte(LONGEST_STEP)) }),
  ...byEvent(({ from: at, minutes }: { from: number; minutes: number }) => ({ kind: 'extend', from: at, minutes }), (run) => ({ kind: 'extend', from: stepNow(run), minutes: 5 })),
});

/** RI9. */
export const endRitual = defineCapability({
  id: 'ritual.end', label: 'End the ritual', help: 'End it for everyone. What it leaves can be read afterwards.', anchor: 'room', record: 'named',
  payload: z.strictObject({ leaving }),
  ...byEvent(({ leaving: left }: { leaving: PersonId[] }) => ({ kind: 'end', leaving: left }), (run) => ({ kind: 'end', leaving: everyone(run) })),
});

/** RI6. */
export const handOver = defineCapability({
  id: 'ritual.handOver', label: 'Hand the ritual over', help: 'Let somebody else run it, who may run rituals and is here.', anchor: 'person', record: 'named',
  payload: z.strictObject({ person }),
  ...byEvent(({ person: to }: { person: PersonId }) => ({ kind: 'handOver', to }), 'whenAsked'),
});
export const takeOver = defineCapability({
  id: 'ritual.takeOver', label: 'Take the ritual over', help: 'Run it from now on, when whoever ran it has gone.', anchor: 'room', record: 'named',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'takeOver' })),
});

/** RI10. */
export const inviteNext = defineCapability({
  id: 'ritual.invite', label: 'Ask to speak next', help: 'Let somebody have the next turn, or this one while nobody speaks.', anchor: 'person', record: 'named',
  payload: z.strictObject({ person }),
  ...ofTurn('invite'),
});
export const deferTurn = defineCapability({
  id: 'ritual.defer', label: 'Put their turn later', help: 'Let somebody speak after the others, when they are away or not ready.', anchor: 'person', record: 'named',
  payload: z.strictObject({ person }),
  ...ofTurn('defer'),
});
export const markSpoken = defineCapability({
  id: 'ritual.mark', label: 'They have spoken', help: 'End the turn of somebody who has spoken.', anchor: 'person', record: 'named',
  payload: z.strictObject({ person }),
  ...ofTurn('mark'),
});
export const excuseTurn = defineCapability({
  id: 'ritual.excuse', label: 'Skip their turn, with their leave', help: 'Pass for somebody who has asked you to.', anchor: 'person', record: 'named',
  payload: z.strictObject({ person }),
  ...ofTurn('excuse'),
});

/** RI27. */
export const takeNote = defineCapability({
  id: 'ritual.note', label: 'Take a note', help: 'Write something down for yourself and those who run rituals here. Nobody else reads it.', anchor: 'room', record: 'none', rate: 'chat',
  payload: z.strictObject({ text: text(LONGEST_NOTE) }),
  ...byEvent(({ text: words }: { text: string }) => ({ kind: 'note', text: words }), () => ({ kind: 'note', text: '' })),
});
export const removeNote = defineCapability({
  id: 'ritual.unnote', label: 'Remove the note', help: 'Take a note away, for all who run rituals here.', anchor: 'room', record: 'none',
  payload: z.strictObject({ note: z.string().check(z.maxLength(60)) }),
  permit: (room, actor) => (comerOf(room, actor.id).rank === 'runs' ? grant : refuse(ritualRefusals.cannotRun)),
  // Only the server has them.
  guard: (room, actor, { note }) => mayDo(room, actor, () => ({ kind: 'unnote', note })),
  apply: (room, actor, { note }, moment): Done | undefined => doIt(room, actor, { kind: 'unnote', note }, moment),
  cues: (done) => done?.told ?? [],
});

/** RI40. */
export const spotlight = defineCapability({
  id: 'ritual.spotlight', label: 'Put in the spotlight', help: 'Show everyone who speaks now: they stand in the light, and the whole room hears them.', anchor: 'person', record: 'named', undo: 'ritual.unspotlight',
  payload: z.strictObject({ person }),
  ...byEvent(({ person: one }: { person: PersonId }) => ({ kind: 'spotlight', person: one }), 'whenAsked'),
});
export const endSpotlight = defineCapability({
  id: 'ritual.unspotlight', label: 'End the spotlight', help: 'Nobody stands in the light any more.', anchor: 'room', record: 'named',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'spotlight', person: null })),
});
