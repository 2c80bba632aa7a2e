import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { aPersonId } from '../kernel/idSchemas.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { movementRefusals } from '../movement/movement.capabilities.ts';
import { peopleRefusals } from '../people/people.capabilities.ts';
import { callNameOf } from '../people/people.rules.ts';
import { forgetIntents } from '../portals/portals.rules.ts';
import { standUp } from '../seats/seats.rules.ts';
import { followedBy, followersOf, followsInTurn, setFollowing } from './follow.rules.ts';

export const followRefusals = {
  yourself: refusalKind('follow.yourself', 'You cannot follow yourself.'),
  already: refusalKind('follow.already', 'You follow {name} already.'),
  loop: refusalKind('follow.loop', '{name} follows you, so you cannot follow them.'),
  nobody: refusalKind('follow.nobody', 'You follow nobody.'),
  noFollowers: refusalKind('follow.noFollowers', 'Nobody follows you.'),
  notFollowed: refusalKind('follow.notFollowed', '{name} does not follow you.'),
} as const;

export const followCues = {
  started: cueKind('follow.started', { category: 'own', priority: 1, own: 'You follow {name}. Walking yourself ends it.' }),
  followed: cueKind('follow.followed', { category: 'people', priority: 1, others: '{name} follows you. You can ask them not to.', earcon: 'arrive' }),
  stopped: cueKind('follow.stopped', { category: 'own', priority: 1, own: 'You follow {name} no more.' }),
  left: cueKind('follow.left', { category: 'people', priority: 1, others: '{name} follows you no more.' }),
  declined: cueKind('follow.declined', { category: 'people', priority: 1, own: '{name} follows you no more.', others: '{by} asks not to be followed. You stay where you are.' }),
  lost: cueKind('follow.lost', { category: 'people', priority: 1, others: 'Whom you followed is not here any more. You stay where you are.' }),
} as const;

const someone = z.strictObject({ person: aPersonId });

export const startFollowing = defineCapability({
  id: 'follow.start',
  undo: 'follow.stop',
  label: 'Follow',
  help: 'Walk where someone walks, through portals too, until you walk yourself. They are told.',
  shortcut: 'f',
  anchor: 'person',
  payload: someone,
  record: 'none',
  permit: () => grant,
  accepts: (room, actor, { person }) => {
    if (person === actor.id) return refuse(followRefusals.yourself);
    if (!room.facts.people.has(person)) return refuse(peopleRefusals.notHere);
    const name = callNameOf(room, person);
    if (followedBy(room, actor.id) === person) return refuse(followRefusals.already, { name });
    return followsInTurn(room, person, actor.id) ? refuse(followRefusals.loop, { name }) : grant;
  },
  guard: (room, actor, { person }) => (room.relations.parted(actor.id, person) ? refuse(movementRefusals.parted, { name: callNameOf(room, person) }) : grant),
  apply: (room, actor, { person }) => {
    standUp(room, actor.id);
    forgetIntents(room, actor.id);
    setFollowing(room, actor.id, person);
    return { person, name: callNameOf(room, person) };
  },
  cues: ({ person, name }, actor, room) => [
    cue(followCues.started, actor.id, 'self', { name }),
    cue(followCues.followed, actor.id, [person], { name: callNameOf(room, actor.id) }),
  ],
  objectOf: ({ person }) => person,
});

export const stopFollowing = defineCapability({
  id: 'follow.stop',
  label: 'Stop following',
  help: 'Stay where you are, and follow nobody.',
  anchor: 'person',
  payload: z.strictObject({}),
  record: 'none',
  permit: (room, actor) => (followedBy(room, actor.id) === undefined ? refuse(followRefusals.nobody) : grant),
  apply: (room, actor, _payload, moment) => {
    const person = followedBy(room, actor.id);
    room.walks.stop(actor.id, moment.at);
    forgetIntents(room, actor.id);
    return { person, name: person === undefined ? '' : callNameOf(room, person) };
  },
  cues: ({ person, name }, actor, room) => [
    cue(followCues.stopped, actor.id, 'self', { name }),
    ...(person === undefined ? [] : [cue(followCues.left, actor.id, [person], { name: callNameOf(room, actor.id) })]),
  ],
});

export const declineFollower = defineCapability({
  id: 'follow.decline',
  label: 'Ask not to follow',
  help: 'End that someone follows you. They are told.',
  anchor: 'person',
  payload: someone,
  record: 'none',
  permit: (room, actor) => (followersOf(room, actor.id).length > 0 ? grant : refuse(followRefusals.noFollowers)),
  accepts: (room, actor, { person }) => (followedBy(room, person) === actor.id ? grant : refuse(followRefusals.notFollowed, { name: callNameOf(room, person) })),
  apply: (room, _actor, { person }, moment) => {
    room.walks.stop(person, moment.at);
    forgetIntents(room, person);
    return { person, name: callNameOf(room, person) };
  },
  cues: ({ person, name }, actor, room) => [cue(followCues.declined, actor.id, [actor.id, person], { name, by: callNameOf(room, actor.id) })],
  objectOf: ({ person }) => person,
});
