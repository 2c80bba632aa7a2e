/** How an event becomes a command of a room: judged by the machine itself, done, told. */
import { lower } from '../hand/hand.rules.ts';
import type { Actor, Moment } from '../kernel/capability.ts';
import type { Cue } from '../kernel/cue.ts';
import type { Effect } from '../kernel/effect.ts';
import { grant, refuse, type Permit } from '../kernel/refusal.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Room, RoomView } from '../rooms/room.ts';
import { advance } from './advance.ts';
import { goesOn } from './advanced.ts';
import type { RitualEvent } from './events.ts';
import { comerOf, holdRun, keepMood, moodBefore, noMoment, runOf, settingIn } from './held.ts';
import { keptRunOf, type KeptRun } from './kept.ts';
import { quietedBy } from './quieted.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { openPhase, openStep, type Run } from './run.ts';
import { toldOf } from './told.ts';

/** What came of an event, for its cues. */
export interface Done {
  readonly run: Run;
  readonly told: readonly Cue[];
  /** RI24. What is kept of it, once it has ended. */
  readonly kept: KeptRun | undefined;
}

/** Whether an event would be granted now: the very answer of the machine, in whichever place it is asked. Without one, whether a run goes on. */
export const mayDo = (room: RoomView, actor: Actor, eventOf: ((run: Run) => RitualEvent) | undefined): Permit => {
  const run = runOf(room);
  if (!run) return refuse(ritualRefusals.none);
  if (!eventOf) return goesOn(run);
  const done = advance(run, eventOf(run), settingIn(room, actor, noMoment));
  return done.granted ? grant : done;
};

/** The room's light is the step's, and after the ritual what it was before. */
const light = (room: Room, run: Run): void => {
  const mood = openStep(run)?.step.mood ?? '';
  room.facts.mood = mood === '' ? moodBefore(room) : mood;
};

/** Does it to the run that `from` is, or that the room holds. */
export const doIt = (room: Room, actor: Pick<Actor, 'id'>, event: RitualEvent, moment: Moment, from = runOf(room)): Done | undefined => {
  if (!from) return undefined;
  const setting = settingIn(room, actor, moment);
  const done = advance(from, event, setting);
  if (!done.granted) return undefined;
  if (event.kind === 'start') keepMood(room, room.facts.mood);
  const { floor } = room.facts;
  if (done.run !== from) holdRun(room, done.run);
  // A hand that was up to speak has what it asked for.
  for (const one of done.news) if (one.kind === 'turn') lower(room.facts, one.person);
  const moves = (...kinds: readonly string[]): boolean => done.news.some(({ kind }) => kinds.includes(kind));
  if (moves('started', 'stepped', 'ended')) light(room, done.run);
  // As turns go round, whose it is is told anyway.
  return { run: done.run, told: [...toldOf(from, done.run, done.news, setting), ...(moves('started', 'stepped', 'ended', 'paused', 'resumed') ? quietedBy(room, floor, done.run) : [])], kept: moves('ended') ? keptRunOf(room.layout.id, done.run) : undefined };
};

/** RI11. Somebody came into the room: they take part from now on, or again. No lot is drawn, for the journal keeps none of it. */
export const comeIn = (room: Room, id: PersonId, at: number): readonly Cue[] => {
  const run = runOf(room);
  return run && openPhase(run) ? (doIt(room, { id }, { kind: 'come', people: [comerOf(room, id)] }, { ...noMoment, at })?.told ?? []) : [];
};

/**
 * What a capability needs that is one event. `probe` is the event by which it is judged before its payload is known: the same one where it
 * has none; `whenAsked` where nothing can be known before.
 */
export const byEvent = <P>(eventOf: (payload: P) => RitualEvent, probe?: ((run: Run) => RitualEvent) | 'whenAsked') => ({
  permit: (room: RoomView, actor: Actor): Permit => mayDo(room, actor, probe === 'whenAsked' ? undefined : (probe ?? (() => eventOf({} as P)))),
  // What has no payload is judged already.
  ...(probe === undefined ? {} : { accepts: (room: RoomView, actor: Actor, payload: P): Permit => mayDo(room, actor, () => eventOf(payload)) }),
  apply: (room: Room, actor: Actor, payload: P, moment: Moment): Done | undefined => doIt(room, actor, eventOf(payload), moment),
  effects: (done: Done | undefined): readonly Effect[] => (done?.kept ? [{ kind: 'run', run: done.kept }] : []),
  cues: (done: Done | undefined): readonly Cue[] => done?.told ?? [],
});
