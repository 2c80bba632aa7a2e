import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { circleId, objectId, personId } from '../kernel/ids.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { circleById, circleName } from '../circles/circles.rules.ts';
import { peopleRefusals } from '../people/people.capabilities.ts';
import { callNameOf } from '../people/people.rules.ts';
import { forgetIntents } from '../portals/portals.rules.ts';
import { standUp } from '../seats/seats.rules.ts';
import { goalOf } from './goal.ts';
import { describePlace, placeCue } from '../place/describe.ts';

export const movementRefusals = {
  noSuchPlace: refusalKind('move.noSuchPlace', 'There is no such place in this room.'),
  toYourself: refusalKind('move.toYourself', 'You are there: it is you.'),
  parted: refusalKind('move.parted', 'You cannot walk up to {name} now. You have not moved.'),
  noWay: refusalKind('move.noWay', 'No way leads there from where you are. You have not moved; another spot may be reached.'),
  standing: refusalKind('move.standing', 'You are not walking anywhere.'),
} as const;

export const movementCues = {
  setOut: cueKind('move.setOut', { category: 'own', priority: 1, own: 'You walk to {place}.' }),
  setOutToCircle: cueKind('move.setOutToCircle', { category: 'own', priority: 1, own: 'You walk to the circle {circle}.' }),
  setOutToSpot: cueKind('move.setOutToSpot', { category: 'own', priority: 1, own: 'You set out.' }),
  arrived: cueKind('move.arrived', { category: 'own', priority: 1, own: 'You have arrived. {place}', earcon: 'success' }),
  approached: cueKind('move.approached', { category: 'people', priority: 1, others: '{name} came to you.', earcon: 'arrive' }),
  stopped: cueKind('move.stopped', { category: 'own', priority: 1, own: 'You stopped. {place}' }),
} as const;

const place = z.number().check(z.gte(-200), z.lte(200));
const id = z.string().check(z.maxLength(60));

export const goTo = defineCapability({
  id: 'move.goTo',
  undo: 'move.stop',
  label: 'Go to',
  help: 'Walk to a person, a circle, an object or a spot. Everyone sees you walk, in both views.',
  shortcut: 'g',
  anchor: 'object',
  payload: z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('person'), id: z.pipe(id, z.transform(personId)) }),
    z.strictObject({ to: z.literal('object'), id: z.pipe(id, z.transform(objectId)) }),
    z.strictObject({ to: z.literal('circle'), id: z.pipe(id, z.transform(circleId)) }),
    z.strictObject({ to: z.literal('spot'), x: place, z: place }),
  ]),
  record: 'none',
  permit: () => grant,
  accepts: (room, actor, payload) => {
    if (payload.to === 'person' && payload.id === actor.id) return refuse(movementRefusals.toYourself);
    if (payload.to === 'person' && !room.facts.people.has(payload.id)) return refuse(peopleRefusals.notHere);
    return goalOf(room, actor.id, payload) ? grant : refuse(movementRefusals.noSuchPlace);
  },
  guard: (room, actor, payload) => {
    if (payload.to === 'person' && room.relations.parted(actor.id, payload.id)) return refuse(movementRefusals.parted, { name: callNameOf(room, payload.id) });
    const goal = goalOf(room, actor.id, payload);
    return goal && room.walks.reaches(actor.id, goal) ? grant : refuse(movementRefusals.noWay);
  },
  apply: (room, actor, payload, moment) => {
    const goal = goalOf(room, actor.id, payload);
    standUp(room, actor.id);
    if (goal) room.walks.goTo(actor.id, goal, goal.face, moment.at);
    forgetIntents(room, actor.id);
    if (payload.to === 'person') room.approaches.set(actor.id, payload.id);
    return { to: payload };
  },
  cues: ({ to }, actor, room) => {
    if (to.to === 'spot') return [cue(movementCues.setOutToSpot, actor.id, 'self')];
    if (to.to === 'circle') {
      const circle = circleById(room, to.id);
      return circle ? [cue(movementCues.setOutToCircle, actor.id, 'self', { circle: circleName(circle) })] : [];
    }
    const name = to.to === 'person' ? callNameOf(room, to.id) : (room.layout.objects.find((thing) => thing.id === to.id)?.name ?? '');
    return [cue(movementCues.setOut, actor.id, 'self', { place: name })];
  },
  objectOf: (payload) => (payload.to === 'spot' ? undefined : payload.id),
});

export const stopWalking = defineCapability({
  id: 'move.stop',
  label: 'Stop walking',
  help: 'Stay where you are now.',
  shortcut: 's',
  anchor: 'self',
  payload: z.strictObject({}),
  record: 'none',
  permit: (room, actor) => (room.walking(actor.id) ? grant : refuse(movementRefusals.standing)),
  apply: (room, actor, _payload, moment) => {
    room.walks.stop(actor.id, moment.at);
    forgetIntents(room, actor.id);
    standUp(room, actor.id);
  },
  cues: (_outcome, actor, room) => [cue(movementCues.stopped, actor.id, 'self', { place: placeCue(describePlace(room, actor.id), 'you') })],
});
