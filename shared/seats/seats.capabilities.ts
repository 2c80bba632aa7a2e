import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { aSeatId } from '../kernel/idSchemas.ts';
import { personId } from '../kernel/ids.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';
import { forgetIntents } from '../portals/portals.rules.ts';
import { holdSeat, nearestFreeSeat, seatById, seatOf, sitDown, standUp } from './seats.rules.ts';

export const seatRefusals = {
  noSuchSeat: refusalKind('seat.noSuchSeat', 'There is no such seat in this room.'),
  taken: refusalKind('seat.taken', '{name} has that seat. Take another, or stand near.'),
  noneFree: refusalKind('seat.noneFree', 'Every seat is taken. You can stand near.'),
  already: refusalKind('seat.already', 'You have that seat already.'),
  standing: refusalKind('seat.standing', 'You are standing already.'),
} as const;

export const seatCues = {
  heading: cueKind('seat.heading', { category: 'own', priority: 1, own: 'You walk to {seat}.' }),
  sat: cueKind('seat.sat', { category: 'place', priority: 3, own: 'You sit on {seat}.', others: '{name} sat down.', many: '{names} sat down.', earcon: 'success' }),
  stood: cueKind('seat.stood', { category: 'place', priority: 3, own: 'You are standing.', others: '{name} stood up.', many: '{names} stood up.' }),
} as const;

export const sit = defineCapability({
  id: 'seat.sit',
  undo: 'seat.stand',
  label: 'Sit down',
  help: 'Walk to a seat and sit; without a seat of your choice, to the nearest free one.',
  shortcut: 'd',
  anchor: 'seat',
  payload: z.strictObject({ seat: z.optional(aSeatId) }),
  record: 'none',
  permit: (room, actor) => {
    if (room.facts.people.get(actor.id)?.seated) return grant;
    return nearestFreeSeat(room, actor.id) || seatOf(room, actor.id) ? grant : refuse(seatRefusals.noneFree);
  },
  accepts: (room, actor, payload) => {
    if (payload.seat === undefined) return nearestFreeSeat(room, actor.id) ? grant : refuse(seatRefusals.noneFree);
    const seat = seatById(room, payload.seat);
    if (!seat) return refuse(seatRefusals.noSuchSeat);
    const holder = room.facts.seats.get(seat.id);
    if (holder === actor.id) return refuse(seatRefusals.already);
    return holder === undefined ? grant : refuse(seatRefusals.taken, { name: callNameOf(room, personId(holder)) });
  },
  apply: (room, actor, payload, moment) => {
    const seat = payload.seat === undefined ? nearestFreeSeat(room, actor.id) : seatById(room, payload.seat);
    if (!seat) return { seat: undefined };
    holdSeat(room, actor.id, seat.id);
    forgetIntents(room, actor.id);
    // A seat that no path reaches is sat on at once, rather than never.
    if (!room.walks.goTo(actor.id, seat, seat.heading, moment.at)) sitDown(room, actor.id);
    return { seat };
  },
  cues: ({ seat }, actor) => (seat ? [cue(seatCues.heading, actor.id, 'self', { seat: seat.name })] : []),
  objectOf: (payload) => payload.seat,
});

export const stand = defineCapability({
  id: 'seat.stand',
  label: 'Stand up',
  help: 'Leave your seat and stand beside it.',
  shortcut: 'u',
  anchor: 'self',
  payload: z.strictObject({}),
  record: 'none',
  permit: (room, actor) => (seatOf(room, actor.id) ? grant : refuse(seatRefusals.standing)),
  apply: (room, actor, _payload, moment) => {
    room.walks.stop(actor.id, moment.at);
    standUp(room, actor.id);
  },
  cues: (_outcome, actor, room) => [cue(seatCues.stood, actor.id, 'room', { name: callNameOf(room, actor.id) })],
});
