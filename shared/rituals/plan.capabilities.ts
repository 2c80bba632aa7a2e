/** RI30 to RI34. Times for rituals, and scripts of one's own: what holds in the whole campus, and is stored before it is answered. */
import * as z from 'zod/mini';
import { defineCapability, type Actor, type Moment } from '../kernel/capability.ts';
import { cue, type Cue, type CueKind } from '../kernel/cue.ts';
import type { PersonId } from '../kernel/ids.ts';
import { andThen, grant, refuse, type Permit } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';
import type { Room, RoomView } from '../rooms/room.ts';
import { askersOf, CLAIM_LASTS, forgetPlan, LONGEST_AHEAD, MOST_PLANS, MOST_SCRIPTS, showPlans, type Calendar, type Plan, type SavedScript } from './calendar.ts';
import { comerOf } from './held.ts';
import { faultless, isScriptLong, planId } from './lead.capabilities.ts';
import { ritualCues } from './rituals.cues.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { faultsIn, readScript } from './script.faults.ts';

const script = z.custom(isScriptLong);
const revision = z.int().check(z.gte(0));
const where = { room: z.string().check(z.maxLength(60)), at: z.number() };
type Where = { readonly room: string; readonly at: number; readonly script: unknown };
const common = { scope: 'campus', anchor: 'room', durable: true, record: 'named' } as const;

const mayPlan = (room: RoomView, actor: Actor): Permit => (comerOf(room, actor.id).rank === 'runs' ? grant : refuse(ritualRefusals.cannotRun));
const isPlanned = ({ facts }: RoomView, { plan }: { readonly plan: string }): Permit => (facts.plans.has(plan) ? grant : refuse(ritualRefusals.noPlan));
const isScript = (given: unknown): Permit => faultless(readScript(given).faults ?? []);

/** RI30. Only the server knows all rooms, and its clock is the one that counts. */
const canBe = ({ calendar }: Room, { room, at, script: given }: Where, now: number): Permit => {
  const layout = calendar.layoutOf(room);
  if (!layout) return refuse(ritualRefusals.noSuchRoom);
  if (at < now) return refuse(ritualRefusals.past);
  if (at > now + LONGEST_AHEAD) return refuse(ritualRefusals.tooFar);
  const { script: read } = readScript(given);
  return read ? faultless(faultsIn(layout, read)) : grant;
};

/** RI31, RI34. Of something that two may change at once: whoever has not seen the other's change is told of it. */
const unchanged = ({ claims }: Calendar, kept: Plan | SavedScript | undefined, seen: number | undefined, at: number, kinds: { readonly gone: typeof ritualRefusals.noPlan; readonly changed: typeof ritualRefusals.planChanged }): Permit => {
  if (!kept) return refuse(kinds.gone);
  const claim = claims.get(kept.id);
  if (claim && at - claim.at < CLAIM_LASTS) return refuse(kinds.changed, { by: claim.by });
  return seen === undefined || kept.revision === seen ? grant : refuse(kinds.changed, { by: kept.byName });
};
const claim = (room: Room, actor: Actor, kept: Plan | SavedScript | undefined, at: number): void => void (kept && room.calendar.claims.set(kept.id, { by: callNameOf(room, actor.id), at }));
const ofPlans = { gone: ritualRefusals.noPlan, changed: ritualRefusals.planChanged };
const ofScripts = { gone: ritualRefusals.noScript, changed: ritualRefusals.scriptChanged };

interface Planned {
  readonly plan: Plan | undefined;
  readonly before: Plan | undefined;
  /** RI33. */
  readonly asked: readonly PersonId[];
  readonly room: string;
}

const planOf = (room: Room, actor: Actor, payload: Where, moment: Moment, before: Plan | undefined): Planned => {
  const read = readScript(payload.script).script;
  claim(room, actor, before, moment.at);
  const plan = read && {
    id: before?.id ?? moment.newId(), revision: (before?.revision ?? 0) + 1, script: read, by: actor.id, byName: callNameOf(room, actor.id), changedAt: moment.at, room: payload.room, at: payload.at,
  };
  return { plan, before, asked: before ? askersOf(room.calendar, before.id) : [], room: room.calendar.layoutOf(payload.room)?.name ?? payload.room };
};
const settlePlan = (room: Room, { plan, before }: Planned): void => {
  const { plans, claims } = room.calendar;
  if (before) claims.delete(before.id);
  // It may have begun while its change was stored.
  if (plan && (!before || plans.has(plan.id))) plans.set(plan.id, plan);
  showPlans(room);
};
const toldOf = (kind: CueKind, { plan, room }: Planned, to: Cue['to'], by: PersonId | undefined): readonly Cue[] =>
  plan ? [cue(kind, by, to, { title: plan.script.title, at: plan.at, room, by: plan.byName })] : [];

/** RI30. */
export const scheduleRitual = defineCapability({
  ...common,
  id: 'ritual.schedule',
  label: 'Set a time',
  help: 'Plan a ritual for a day and an hour, in any room. Everyone sees when it is; nothing starts by itself.',
  payload: z.strictObject({ ...where, script }),
  permit: mayPlan,
  accepts: (_room, _actor, payload) => isScript(payload.script),
  guard: (room, _actor, payload, at) => (room.calendar.plans.size >= MOST_PLANS ? refuse(ritualRefusals.manyPlans, { most: MOST_PLANS }) : canBe(room, payload, at)),
  apply: (room, actor, payload, moment) => planOf(room, actor, payload, moment, undefined),
  settle: settlePlan,
  effects: ({ plan, before }) => (plan ? [{ kind: 'plan', plan, before }] : []),
  cues: (planned, actor) => toldOf(ritualCues.planned, planned, 'room', actor.id),
  objectOf: (payload) => payload.room,
});

/** RI31. */
export const rescheduleRitual = defineCapability({
  ...common,
  id: 'ritual.reschedule',
  label: 'Change the time',
  help: 'Another time, another room or another script for a ritual that is planned. Whoever wants to be told of it hears.',
  payload: z.strictObject({ plan: planId, revision, ...where, script }),
  permit: mayPlan,
  accepts: (room, _actor, payload) => andThen(isPlanned(room, payload), () => isScript(payload.script)),
  guard: (room, _actor, payload, at) => andThen(unchanged(room.calendar, room.calendar.plans.get(payload.plan), payload.revision, at, ofPlans), () => canBe(room, payload, at)),
  apply: (room, actor, payload, moment) => planOf(room, actor, payload, moment, room.calendar.plans.get(payload.plan)),
  settle: settlePlan,
  effects: ({ plan, before }) => (plan ? [{ kind: 'plan', plan, before }] : []),
  cues: (planned, actor) => toldOf(ritualCues.planMoved, planned, [...new Set([actor.id, ...planned.asked])], actor.id),
  beyond: (planned) => toldOf(ritualCues.planMoved, planned, planned.asked, planned.plan?.by),
  objectOf: (payload) => payload.plan,
});

interface CalledOff {
  readonly id: string;
  readonly plan: Plan | undefined;
  readonly asked: readonly PersonId[];
  readonly by: PersonId;
  readonly byName: string;
}
const toldOff = ({ plan, by, byName }: CalledOff, to: Cue['to']): readonly Cue[] => (plan ? [cue(ritualCues.calledOff, by, to, { title: plan.script.title, by: byName })] : []);

/** RI31. */
export const callOffRitual = defineCapability({
  ...common,
  id: 'ritual.callOff',
  label: 'Call it off',
  help: 'A ritual that is planned does not take place. Whoever wants to be told of it hears.',
  payload: z.strictObject({ plan: planId }),
  permit: mayPlan,
  accepts: (room, _actor, payload) => isPlanned(room, payload),
  guard: ({ calendar }, _actor, { plan }, at) => unchanged(calendar, calendar.plans.get(plan), undefined, at, ofPlans),
  apply: (room, actor, payload, moment): CalledOff => {
    const plan = room.calendar.plans.get(payload.plan);
    claim(room, actor, plan, moment.at);
    return { id: payload.plan, plan, asked: askersOf(room.calendar, payload.plan), by: actor.id, byName: callNameOf(room, actor.id) };
  },
  settle: (room, { id }) => {
    forgetPlan(room.calendar, id);
    showPlans(room);
  },
  effects: ({ plan }) => (plan ? [{ kind: 'planRemoved', plan }] : []),
  cues: (done) => toldOff(done, [...new Set([done.by, ...done.asked])]),
  beyond: (done) => toldOff(done, done.asked),
  objectOf: (payload) => payload.plan,
});

interface Wish {
  readonly plan: string;
  readonly person: PersonId;
  readonly title: string;
}

const wish = (on: boolean) => ({
  payload: z.strictObject({ plan: planId }),
  permit: (): Permit => grant,
  accepts: (room: RoomView, _actor: Actor, payload: { plan: string }): Permit => isPlanned(room, payload),
  apply: (room: Room, actor: Actor, { plan }: { plan: string }): Wish => ({ plan, person: actor.id, title: room.facts.plans.get(plan)?.title ?? '' }),
  settle: ({ calendar: { wishes, plans } }: Room, { plan, person }: Wish): void => {
    if (!plans.has(plan)) return;
    const people = wishes.get(plan) ?? new Set<PersonId>();
    if (on) people.add(person);
    else people.delete(person);
    wishes.set(plan, people);
  },
  effects: ({ plan, person }: Wish) => [{ kind: 'wish', plan, person, on } as const],
  cues: ({ person, title }: Wish): readonly Cue[] => [cue(on ? ritualCues.willTell : ritualCues.willNotTell, person, 'self', { title })],
  objectOf: ({ plan }: { plan: string }) => plan,
});

/** RI33. */
export const tellMe = defineCapability({
  ...common, ...wish(true), id: 'ritual.tellMe', label: 'Tell me when it starts', help: 'Hear when a planned ritual starts, is moved or called off, in whichever room you are.', undo: 'ritual.tellMeNot',
});
export const tellMeNot = defineCapability({
  ...common, ...wish(false), id: 'ritual.tellMeNot', label: 'Do not tell me', help: 'A planned ritual starts without a word to you elsewhere.', undo: 'ritual.tellMe',
});

interface Kept {
  readonly script: SavedScript | undefined;
  readonly before: SavedScript | undefined;
}

/** RI34. */
export const saveScript = defineCapability({
  ...common,
  id: 'ritual.save',
  label: 'Save the plan',
  help: 'Keep a ritual as you have changed it, for everyone who runs rituals. It stands with the templates.',
  payload: z.strictObject({ script, /** In the place of which one, as one has seen it; null for a new one. */ over: z.nullable(z.strictObject({ id: planId, revision })) }),
  permit: mayPlan,
  accepts: (_room, _actor, payload) => isScript(payload.script),
  guard: ({ calendar }, _actor, { over }, at) => {
    const { scripts } = calendar;
    if (over) return unchanged(calendar, scripts.get(over.id), over.revision, at, ofScripts);
    return scripts.size >= MOST_SCRIPTS ? refuse(ritualRefusals.manyScripts, { most: MOST_SCRIPTS }) : grant;
  },
  apply: (room, actor, { script: given, over }, moment): Kept => {
    const before = over ? room.calendar.scripts.get(over.id) : undefined;
    claim(room, actor, before, moment.at);
    const read = readScript(given).script;
    return { before, script: read && { id: before?.id ?? moment.newId(), revision: (before?.revision ?? 0) + 1, script: read, by: actor.id, byName: callNameOf(room, actor.id), changedAt: moment.at } };
  },
  settle: ({ calendar: { scripts, claims } }, { script: kept }) => {
    if (!kept) return;
    claims.delete(kept.id);
    scripts.set(kept.id, kept);
  },
  effects: ({ script: kept, before }) => (kept ? [{ kind: 'script', script: kept, before }] : []),
  cues: ({ script: kept }, actor) => (kept ? [cue(ritualCues.kept, actor.id, 'self', { title: kept.script.title })] : []),
  objectOf: ({ over }) => over?.id,
});

/** RI34. */
export const discardScript = defineCapability({
  ...common,
  id: 'ritual.discard',
  label: 'Remove a saved plan',
  help: 'Take a saved ritual away, for everyone. What is planned or under way by it stays.',
  payload: z.strictObject({ script: planId, revision }),
  permit: mayPlan,
  guard: ({ calendar }, _actor, payload, at) => unchanged(calendar, calendar.scripts.get(payload.script), payload.revision, at, ofScripts),
  apply: (room, actor, payload, moment) => {
    const kept = room.calendar.scripts.get(payload.script);
    claim(room, actor, kept, moment.at);
    return { script: kept };
  },
  settle: ({ calendar: { scripts, claims } }, { script: kept }) => {
    if (!kept) return;
    claims.delete(kept.id);
    scripts.delete(kept.id);
  },
  effects: ({ script: kept }) => (kept ? [{ kind: 'scriptRemoved', script: kept }] : []),
  cues: ({ script: kept }, actor) => (kept ? [cue(ritualCues.discarded, actor.id, 'self', { title: kept.script.title })] : []),
  objectOf: (payload) => payload.script,
});

export const readShelf = defineCapability({
  id: 'ritual.shelf',
  label: 'See saved and planned rituals',
  help: 'The rituals that were saved, those that have a time, and which of them you are told of.',
  anchor: 'room',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'none',
  asks: 'shelf',
  permit: () => grant,
  apply: () => undefined,
});
