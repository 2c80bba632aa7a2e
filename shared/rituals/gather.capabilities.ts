/** RI28, RI29. Coming to where a step is held, and asking everyone to. */
import * as z from 'zod/mini';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { cue } from '../kernel/cue.ts';
import { personId, type PersonId } from '../kernel/ids.ts';
import { andThen, refuse, type Permit } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';
import type { RoomView } from '../rooms/room.ts';
import { goesOn } from './advanced.ts';
import { comeThere, gatheringAt, isGathered, isIdle, type Gathering } from './gathering.ts';
import { comerOf, runOf } from './held.ts';
import { ritualCues } from './rituals.cues.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { openStep } from './run.ts';

const underWay = (room: RoomView): Permit => {
  const run = runOf(room);
  return run ? goesOn(run) : refuse(ritualRefusals.none);
};
/** Where the open step is held, if it is anywhere. */
export const placeNow = (room: RoomView): Gathering | undefined => {
  const run = runOf(room);
  const place = run && openStep(run)?.step.place;
  return place ? gatheringAt(room.layout, place) : undefined;
};
/** Around whoever asks, where the step is held nowhere. */
const aroundThem = (room: RoomView, id: PersonId): Gathering | undefined => {
  const pose = room.poseOf(id);
  return pose && { name: callNameOf(room, id), x: pose.x, z: pose.z, radius: 4, seats: [] };
};

export const comeToStep = defineCapability({
  id: 'ritual.come', label: 'Go there', help: 'Walk to where this step of the ritual is held: to a seat that is free, or beside it.', anchor: 'self', record: 'none', undo: 'move.stop',
  payload: z.strictObject({}),
  permit: (room, actor) => {
    const place = placeNow(room);
    if (!place) return andThen(underWay(room), () => refuse(ritualRefusals.noPlace));
    return isGathered(room, actor.id, place) ? refuse(ritualRefusals.isThere) : underWay(room);
  },
  apply: (room, actor, _payload, { at }) => {
    const place = placeNow(room);
    if (place) comeThere(room, actor.id, place, at);
    return { place: place?.name ?? '' };
  },
  cues: ({ place }, actor) => [cue(ritualCues.coming, actor.id, 'self', { place })],
});

const mayGather = (room: RoomView, actor: Actor): Permit => (comerOf(room, actor.id).rank === 'runs' ? underWay(room) : refuse(ritualRefusals.cannotRun));

export const gatherAll = defineCapability({
  id: 'ritual.gather', scope: 'campus', label: 'Bring everyone here',
  help: 'Whoever stands about in the room walks to where this step is held; who sits, talks or is busy is asked to come. People in other rooms are invited.', anchor: 'room', record: 'named',
  payload: z.strictObject({}),
  permit: mayGather,
  apply: (room, actor, _payload, { at }) => {
    const place = placeNow(room) ?? aroundThem(room, actor.id);
    const others = [...room.facts.people.keys()].map(personId).filter((id) => id !== actor.id && place && !isGathered(room, id, place));
    const [brought, asked] = [others.filter((id) => isIdle(room, id)), others.filter((id) => !isIdle(room, id))];
    if (place) for (const id of brought) comeThere(room, id, place, at);
    const elsewhere = [...room.facts.elsewhere.values()].reduce((sum, { count }) => sum + count, 0);
    return { by: actor.id, name: callNameOf(room, actor.id), place: place?.name ?? '', title: runOf(room)?.script.title ?? '', brought, asked, elsewhere, room: room.layout.name, to: room.layout.id };
  },
  cues: ({ by, name, place, title, brought, asked, elsewhere }) => [
    cue(ritualCues.gathered, by, 'self', { place, count: brought.length, others: asked.length, elsewhere }),
    ...(brought.length > 0 ? [cue(ritualCues.brought, by, brought, { by: name, place, title })] : []),
    ...(asked.length > 0 ? [cue(ritualCues.askedHere, by, asked, { by: name, place, title })] : []),
  ],
  // RI29. They can take it or leave it.
  beyond: ({ by, name, title, room, to }) => [cue(ritualCues.invited, by, 'room', { by: name, title, room, to })],
});
