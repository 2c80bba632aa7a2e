import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, type Cue } from '../kernel/cue.ts';
import { aCircleId, aPersonId } from '../kernel/idSchemas.ts';
import { circleId, type PersonId } from '../kernel/ids.ts';
import { grant, refuse, type Permit } from '../kernel/refusal.ts';
import { callNameOf, cleanName } from '../people/people.rules.ts';
import { forgetIntents } from '../portals/portals.rules.ts';
import type { Room, RoomView } from '../rooms/room.ts';
import { standUp } from '../seats/seats.rules.ts';
import { circleCues, circleRefusals, joinedCues, wentOut } from './circles.cues.ts';
import {
  beginCircle, CIRCLE_MOST, circleById, circleName, circleOf, crowdedBy, enterCircle, isFullCircle, leaveCircle, matesOf, middleAhead, partedFrom, placeOnRim,
  type Gathering,
} from './circles.rules.ts';

const nothing = z.strictObject({});
const topic = z.string().check(z.maxLength(200), z.overwrite((text) => cleanName(text, 40)));
const aCircle = z.strictObject({ circle: aCircleId });
const aPerson = z.strictObject({ person: aPersonId });

const inCircle = (room: RoomView, id: PersonId): Permit => (circleOf(room, id) ? grant : refuse(circleRefusals.none));

export const startCircle = defineCapability({
  id: 'circle.start',
  undo: 'circle.leave',
  label: 'Start a circle here',
  help: 'Gather people where you stand: up to eight, who hear each other well. It is named from the nearest landmark.',
  anchor: 'room',
  payload: z.strictObject({ topic: z.optional(topic) }),
  record: 'named',
  permit: (room, actor) => {
    const crowd = crowdedBy(room, middleAhead(room, actor.id));
    if (crowd === undefined) return grant;
    return 'group' in crowd ? refuse(circleRefusals.seats, { group: crowd.group.name }) : refuse(circleRefusals.here, { circle: circleName(crowd.circle) });
  },
  apply: (room, actor, { topic: about = '' }, moment) => {
    standUp(room, actor.id);
    room.walks.stop(actor.id, moment.at);
    forgetIntents(room, actor.id);
    const id = circleId(moment.newId());
    const left = beginCircle(room, actor.id, id, about);
    return { id, left };
  },
  cues: ({ id, left }, actor, room) => {
    const circle = circleById(room, id);
    return circle ? [cue(circleCues.started, actor.id, 'room', { name: callNameOf(room, actor.id), circle: circleName(circle) }), ...wentOut(room, actor.id, left)] : [];
  },
});

/** Walks to the rim and is in it from now on, on the way already: a place is kept for them. */
const comeIn = (room: Room, id: PersonId, circle: Gathering, at: number): { readonly id: Gathering['id']; readonly left: Gathering | undefined } => {
  const place = placeOnRim(room, id, circle);
  standUp(room, id);
  forgetIntents(room, id);
  if (place) room.walks.goTo(id, place, place.face, at);
  return { id: circle.id, left: enterCircle(room, id, circle.id) };
};

const mayStandIn = (room: Room, id: PersonId, circle: Gathering): Permit => {
  if (partedFrom(room, id, circle)) return refuse(circleRefusals.parted);
  return placeOnRim(room, id, circle) ? grant : refuse(circleRefusals.noPlace, { circle: circleName(circle) });
};

export const joinCircle = defineCapability({
  id: 'circle.join',
  undo: 'circle.leave',
  label: 'Join a circle',
  help: 'Walk to a circle and take a place in it. You leave the one that you are in.',
  anchor: 'circle',
  payload: aCircle,
  record: 'none',
  permit: () => grant,
  accepts: (room, actor, payload) => {
    const circle = circleById(room, payload.circle);
    if (!circle) return refuse(circleRefusals.noSuchCircle);
    const called = circleName(circle);
    if (circle.members.includes(actor.id)) return refuse(circleRefusals.already, { circle: called });
    if (isFullCircle(circle)) return refuse(circleRefusals.full, { circle: called, most: CIRCLE_MOST });
    return circle.closed ? refuse(circleRefusals.closed, { circle: called }) : grant;
  },
  guard: (room, actor, payload) => {
    const circle = circleById(room, payload.circle);
    return circle ? mayStandIn(room, actor.id, circle) : refuse(circleRefusals.noSuchCircle);
  },
  apply: (room, actor, payload, moment) => {
    const circle = circleById(room, payload.circle);
    return circle && comeIn(room, actor.id, circle, moment.at);
  },
  cues: (outcome, actor, room) => {
    const circle = outcome && circleById(room, outcome.id);
    return circle ? joinedCues(room, actor.id, { circle, left: outcome.left }) : [];
  },
  objectOf: (payload) => payload.circle,
});

export const quitCircle = defineCapability({
  id: 'circle.leave',
  label: 'Leave the circle',
  help: 'Step out of your circle. You stay in the room.',
  shortcut: 'o',
  anchor: 'self',
  payload: nothing,
  record: 'none',
  permit: (room, actor) => inCircle(room, actor.id),
  apply: (room, actor, _payload, moment) => {
    const circle = circleOf(room, actor.id);
    standUp(room, actor.id);
    forgetIntents(room, actor.id);
    room.walks.stop(actor.id, moment.at);
    const left = leaveCircle(room, actor.id);
    const pose = room.poseOf(actor.id);
    if (circle && pose) {
      // A step back, so that it is seen.
      const out = Math.atan2(pose.x - circle.x, pose.z - circle.z);
      room.walks.goTo(actor.id, { x: circle.x + Math.sin(out) * (circle.rim + 1), z: circle.z + Math.cos(out) * (circle.rim + 1) }, undefined, moment.at);
    }
    return { left };
  },
  cues: ({ left }, actor, room) => (left ? [cue(circleCues.left, actor.id, 'self', { circle: circleName(left) }), ...wentOut(room, actor.id, left)] : []),
});

export const knock = defineCapability({
  id: 'circle.knock',
  label: 'Knock at a circle',
  help: 'Ask the people of a circle that is full, or that asks for it, to let you in.',
  anchor: 'circle',
  payload: aCircle,
  record: 'none',
  permit: () => grant,
  accepts: (room, actor, payload) => {
    const circle = circleById(room, payload.circle);
    if (!circle) return refuse(circleRefusals.noSuchCircle);
    const called = circleName(circle);
    if (circle.members.includes(actor.id)) return refuse(circleRefusals.already, { circle: called });
    if (circle.knocks.includes(actor.id)) return refuse(circleRefusals.knocked, { circle: called });
    return circle.closed || isFullCircle(circle) ? grant : refuse(circleRefusals.open, { circle: called });
  },
  guard: (room, actor, payload) => {
    const circle = circleById(room, payload.circle);
    return circle && !partedFrom(room, actor.id, circle) ? grant : refuse(circleRefusals.parted);
  },
  apply: (room, actor, payload) => {
    for (const circle of room.facts.circles.values()) if (circle.knocks.includes(actor.id)) circle.knocks.splice(circle.knocks.indexOf(actor.id), 1);
    room.facts.circles.get(payload.circle)?.knocks.push(actor.id);
    return { id: payload.circle };
  },
  cues: ({ id }, actor, room) => {
    const circle = circleById(room, id);
    return circle ? [cue(circleCues.knocked, actor.id, [actor.id, ...circle.members], { name: callNameOf(room, actor.id), circle: circleName(circle) })] : [];
  },
  objectOf: (payload) => payload.circle,
});

const knocksHere = (room: RoomView, id: PersonId): Permit => {
  const circle = circleOf(room, id);
  if (!circle) return refuse(circleRefusals.none);
  return circle.knocks.length > 0 ? grant : refuse(circleRefusals.noKnocks);
};
const isKnocking = (room: RoomView, id: PersonId, person: PersonId): Permit =>
  circleOf(room, id)?.knocks.includes(person) ? grant : refuse(circleRefusals.notKnocking, { name: callNameOf(room, person) });

export const admit = defineCapability({
  id: 'circle.admit',
  label: 'Let in',
  help: 'Let someone who knocks come into your circle. They walk to it.',
  anchor: 'person',
  payload: aPerson,
  record: 'none',
  permit: (room, actor) => knocksHere(room, actor.id),
  accepts: (room, actor, { person }) => {
    const circle = circleOf(room, actor.id);
    return circle && isFullCircle(circle) ? refuse(circleRefusals.full, { circle: circleName(circle), most: CIRCLE_MOST }) : isKnocking(room, actor.id, person);
  },
  guard: (room, actor, { person }) => {
    const circle = circleOf(room, actor.id);
    return circle ? mayStandIn(room, person, circle) : refuse(circleRefusals.none);
  },
  apply: (room, actor, { person }, moment) => {
    const circle = circleOf(room, actor.id);
    return { person, entered: circle && comeIn(room, person, circle, moment.at) };
  },
  cues: ({ person, entered }, actor, room) => {
    const circle = entered && circleById(room, entered.id);
    if (!circle) return [];
    const mates = circle.members.filter((other) => other !== person && other !== actor.id);
    return [
      cue(circleCues.admitted, actor.id, [actor.id, person], { name: callNameOf(room, person), by: callNameOf(room, actor.id), circle: circleName(circle) }),
      cue(circleCues.cameIn, person, mates, { name: callNameOf(room, person), size: circle.members.length }),
      ...wentOut(room, person, entered.left),
    ];
  },
  objectOf: ({ person }) => person,
});

export const declineKnock = defineCapability({
  id: 'circle.decline',
  label: 'Not now',
  help: 'Leave someone who knocks outside your circle for now. They are told, kindly.',
  anchor: 'person',
  payload: aPerson,
  record: 'none',
  permit: (room, actor) => knocksHere(room, actor.id),
  accepts: (room, actor, { person }) => isKnocking(room, actor.id, person),
  apply: (room, actor, { person }) => {
    const circle = circleOf(room, actor.id);
    const knocks = circle && room.facts.circles.get(circle.id)?.knocks;
    if (knocks) knocks.splice(knocks.indexOf(person), 1);
    return { person, circle };
  },
  cues: ({ person, circle }, actor, room) =>
    circle ? [cue(circleCues.declined, actor.id, [actor.id, person], { name: callNameOf(room, person), circle: circleName(circle) })] : [],
  objectOf: ({ person }) => person,
});

/** What is told to everyone of one's own circle, oneself too. */
const toMembers = (kind: (typeof circleCues)[keyof typeof circleCues], room: RoomView, id: PersonId): readonly Cue[] => {
  const circle = circleOf(room, id);
  return circle ? [cue(kind, id, [id, ...matesOf(room, id)], { name: callNameOf(room, id), circle: circleName(circle) })] : [];
};

/** The circle of whoever acts, to be changed. */
const own = (room: Room, id: PersonId) => {
  const circle = circleOf(room, id);
  return circle && room.facts.circles.get(circle.id);
};

export const nameCircle = defineCapability({
  id: 'circle.topic',
  label: 'Name the circle',
  help: 'Say what your circle is about, for whoever looks for it; empty for none.',
  anchor: 'self',
  payload: z.strictObject({ topic }),
  record: 'none',
  permit: (room, actor) => inCircle(room, actor.id),
  apply: (room, actor, payload) => {
    const circle = own(room, actor.id);
    if (circle) circle.topic = payload.topic;
  },
  cues: (_outcome, actor, room) => toMembers(circleCues.named, room, actor.id),
});

export const closeCircle = defineCapability({
  id: 'circle.close',
  undo: 'circle.open',
  label: 'Ask people to knock',
  help: 'Whoever wants to join your circle asks first.',
  anchor: 'self',
  payload: nothing,
  record: 'none',
  permit: (room, actor) => {
    const circle = circleOf(room, actor.id);
    if (!circle) return refuse(circleRefusals.none);
    return circle.closed ? refuse(circleRefusals.closedAlready) : grant;
  },
  apply: (room, actor) => {
    const circle = own(room, actor.id);
    if (circle) circle.closed = true;
  },
  cues: (_outcome, actor, room) => toMembers(circleCues.closed, room, actor.id),
});

export const openCircle = defineCapability({
  id: 'circle.open',
  undo: 'circle.close',
  label: 'Let anyone join',
  help: 'People join your circle without knocking.',
  anchor: 'self',
  payload: nothing,
  record: 'none',
  permit: (room, actor) => {
    const circle = circleOf(room, actor.id);
    if (!circle) return refuse(circleRefusals.none);
    return circle.closed ? grant : refuse(circleRefusals.openAlready);
  },
  apply: (room, actor) => {
    const circle = own(room, actor.id);
    if (circle) circle.closed = false;
  },
  cues: (_outcome, actor, room) => toMembers(circleCues.opened, room, actor.id),
});
