import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { aPersonId } from '../kernel/idSchemas.ts';
import { personId, type PersonId } from '../kernel/ids.ts';
import { grant, refusalKind, refuse, type Permit } from '../kernel/refusal.ts';
import { movementRefusals } from '../movement/movement.capabilities.ts';
import { peopleRefusals } from '../people/people.capabilities.ts';
import { callNameOf } from '../people/people.rules.ts';
import { forgetIntents } from '../portals/portals.rules.ts';
import type { RoomView } from '../rooms/room.ts';
import { standUp } from '../seats/seats.rules.ts';
import { followedBy, followsInTurn, setFollowing } from './follow.rules.ts';

export const guideRefusals = {
  yourself: refusalKind('guide.yourself', 'You cannot guide yourself.'),
  already: refusalKind('guide.already', '{name} follows you already.'),
  asked: refusalKind('guide.asked', 'You have offered to guide {name}. They have not answered yet.'),
  another: refusalKind('guide.another', 'Somebody else has offered to guide {name}. Try again in a moment.'),
  loop: refusalKind('guide.loop', 'You follow {name}, so you cannot guide them.'),
  none: refusalKind('guide.none', 'Nobody offers to guide you.'),
  gone: refusalKind('guide.gone', 'Whoever offered to guide you is not here any more.'),
} as const;

export const guideCues = {
  offered: cueKind('guide.offered', { category: 'people', priority: 1, own: 'You offer to guide {name}. They may accept or decline.', others: '{by} offers to guide you. Accept or decline under Requests.', earcon: 'arrive' }),
  accepted: cueKind('guide.accepted', { category: 'people', priority: 1, own: 'You follow {name}. Walking yourself ends it.', others: '{by} lets you guide them, and follows you.', earcon: 'success' }),
  declined: cueKind('guide.declined', { category: 'people', priority: 1, own: 'You stay where you are.', others: '{by} would rather walk alone now.' }),
} as const;

const nothing = z.strictObject({});

/** Who offers to guide someone; `undefined` for nobody. */
export const guideOf = (room: RoomView, id: PersonId): PersonId | undefined => {
  const guide = room.facts.people.get(id)?.guide;
  return guide ? personId(guide) : undefined;
};

const offered = (room: RoomView, id: PersonId): Permit => {
  const guide = guideOf(room, id);
  if (guide === undefined) return refuse(guideRefusals.none);
  return room.facts.people.has(guide) ? grant : refuse(guideRefusals.gone);
};

export const offerToGuide = defineCapability({
  id: 'guide.offer',
  label: 'Offer to guide',
  help: 'Ask someone to walk with you, through portals too. They accept or decline.',
  anchor: 'person',
  payload: z.strictObject({ person: aPersonId }),
  record: 'none',
  permit: () => grant,
  accepts: (room, actor, { person }) => {
    if (person === actor.id) return refuse(guideRefusals.yourself);
    if (!room.facts.people.has(person)) return refuse(peopleRefusals.notHere);
    const name = callNameOf(room, person);
    if (followedBy(room, person) === actor.id) return refuse(guideRefusals.already, { name });
    if (followsInTurn(room, actor.id, person)) return refuse(guideRefusals.loop, { name });
    const guide = guideOf(room, person);
    if (guide === undefined || !room.facts.people.has(guide)) return grant;
    return refuse(guide === actor.id ? guideRefusals.asked : guideRefusals.another, { name });
  },
  guard: (room, actor, { person }) => (room.relations.parted(actor.id, person) ? refuse(movementRefusals.parted, { name: callNameOf(room, person) }) : grant),
  apply: (room, actor, { person }) => {
    const asked = room.facts.people.get(person);
    if (asked) asked.guide = actor.id;
    return { person };
  },
  cues: ({ person }, actor, room) => [cue(guideCues.offered, actor.id, [actor.id, person], { name: callNameOf(room, person), by: callNameOf(room, actor.id) })],
  objectOf: ({ person }) => person,
});

export const acceptGuide = defineCapability({
  id: 'guide.accept',
  label: 'Accept to be guided',
  help: 'Walk with whoever offers to guide you, until you walk yourself.',
  anchor: 'self',
  payload: nothing,
  record: 'none',
  permit: (room, actor) => offered(room, actor.id),
  guard: (room, actor) => {
    const guide = guideOf(room, actor.id);
    if (guide === undefined || room.relations.parted(actor.id, guide)) return refuse(guideRefusals.gone);
    return followsInTurn(room, guide, actor.id) ? refuse(guideRefusals.loop, { name: callNameOf(room, guide) }) : grant;
  },
  apply: (room, actor) => {
    const guide = guideOf(room, actor.id);
    const me = room.facts.people.get(actor.id);
    if (me) me.guide = '';
    standUp(room, actor.id);
    forgetIntents(room, actor.id);
    setFollowing(room, actor.id, guide);
    return { guide };
  },
  cues: ({ guide }, actor, room) => (guide ? [cue(guideCues.accepted, actor.id, [actor.id, guide], { name: callNameOf(room, guide), by: callNameOf(room, actor.id) })] : []),
});

export const declineGuide = defineCapability({
  id: 'guide.decline',
  label: 'Decline to be guided',
  help: 'Stay where you are. Whoever offers to guide you is told.',
  anchor: 'self',
  payload: nothing,
  record: 'none',
  permit: (room, actor) => (guideOf(room, actor.id) === undefined ? refuse(guideRefusals.none) : grant),
  apply: (room, actor) => {
    const guide = guideOf(room, actor.id);
    const me = room.facts.people.get(actor.id);
    if (me) me.guide = '';
    return { guide };
  },
  cues: ({ guide }, actor, room) => (guide ? [cue(guideCues.declined, actor.id, [actor.id, guide], { by: callNameOf(room, actor.id) })] : []),
});
