import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind, type Cue } from '../kernel/cue.ts';
import { roomId } from '../kernel/ids.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { describePlace, placeCue } from '../place/describe.ts';
import type { Room } from '../rooms/room.ts';
import { freestSpawn } from '../rooms/spawns.ts';
import { standUp } from '../seats/seats.rules.ts';
import { forgetIntents, isFull, portalOf, roomsWithPlace } from './portals.rules.ts';

export const portalRefusals = {
  noSuchPortal: refusalKind('portal.noSuchPortal', 'There is no such way out of this room.'),
  none: refusalKind('portal.none', 'No way leads out of this room.'),
  full: refusalKind('portal.full', '{room} is full. {others, select, none {No other room has a place.} other {There is a place in: {others}.}} You can be told when there is one.'),
  notFull: refusalKind('portal.notFull', '{room} has a place: you can go there.'),
  noSuchRoom: refusalKind('portal.noSuchRoom', 'There is no such room.'),
  noWay: refusalKind('portal.noWay', 'No way leads there from where you are. You have not moved; go to another spot and try again.'),
} as const;

export const portalCues = {
  setOut: cueKind('portal.setOut', { category: 'own', priority: 1, own: 'You go to {room}, by {portal}.' }),
  waiting: cueKind('portal.waiting', { category: 'own', priority: 1, own: 'You are told when there is a place in {room}.' }),
  free: cueKind('portal.free', { category: 'own', priority: 1, others: 'There is a place in {room} now.', earcon: 'success' }),
  safe: cueKind('portal.safe', { category: 'own', priority: 1, own: 'You are where newcomers stand. {place}', earcon: 'arrive' }),
} as const;

const id = z.string().check(z.maxLength(60));

/** PO2. Tells those who wait of the rooms that have a place now, and forgets that they waited. */
export const freePlaces = (room: Room): readonly Cue[] =>
  [...room.waiting].filter(([, to]) => !isFull(room, to)).map(([waiting, to]) => {
    room.waiting.delete(waiting);
    return cue(portalCues.free, undefined, [waiting], { room: room.facts.elsewhere.get(to)?.name ?? '' });
  });

export const enterPortal = defineCapability({
  id: 'portal.enter',
  undo: 'move.stop',
  label: 'Go through',
  help: 'Walk to another room of the campus. Your place here is kept until you are there.',
  anchor: 'object',
  payload: z.strictObject({ portal: id }),
  record: 'named',
  permit: (room) => (room.layout.portals.length > 0 ? grant : refuse(portalRefusals.none)),
  accepts: (room, _actor, payload) => {
    const portal = portalOf(room.layout, payload.portal);
    if (!portal) return refuse(portalRefusals.noSuchPortal);
    if (!isFull(room, portal.to)) return grant;
    const others = roomsWithPlace(room, portal.to);
    return refuse(portalRefusals.full, { room: room.facts.elsewhere.get(portal.to)?.name ?? '', others: others.join(', ') || 'none' });
  },
  guard: (room, actor, payload) => {
    const portal = portalOf(room.layout, payload.portal);
    return portal && room.walks.reaches(actor.id, portal) ? grant : refuse(portalRefusals.noWay);
  },
  apply: (room, actor, payload, moment) => {
    const portal = portalOf(room.layout, payload.portal);
    standUp(room, actor.id);
    forgetIntents(room, actor.id);
    if (portal && room.walks.goTo(actor.id, portal, portal.heading, moment.at)) room.passages.set(actor.id, portal.id);
    return { name: portal?.name ?? '', room: room.facts.elsewhere.get(portal?.to ?? '')?.name ?? '' };
  },
  cues: (outcome, actor) => [cue(portalCues.setOut, actor.id, 'self', { portal: outcome.name, room: outcome.room })],
  objectOf: (payload) => payload.portal,
});

export const waitForPlace = defineCapability({
  id: 'portal.wait',
  label: 'Tell me when there is a place',
  help: 'Hear once when a room that is full has a place again.',
  anchor: 'object',
  payload: z.strictObject({ room: z.pipe(id, z.transform(roomId)) }),
  record: 'none',
  permit: (room) => (room.facts.elsewhere.size > 0 ? grant : refuse(portalRefusals.none)),
  accepts: (room, _actor, payload) => {
    const elsewhere = room.facts.elsewhere.get(payload.room);
    if (!elsewhere) return refuse(portalRefusals.noSuchRoom);
    return isFull(room, payload.room) ? grant : refuse(portalRefusals.notFull, { room: elsewhere.name });
  },
  apply: (room, actor, payload) => {
    room.waiting.set(actor.id, payload.room);
    return { room: room.facts.elsewhere.get(payload.room)?.name ?? '' };
  },
  cues: (outcome, actor) => [cue(portalCues.waiting, actor.id, 'self', { room: outcome.room })],
  objectOf: (payload) => payload.room,
});

export const toSafety = defineCapability({
  id: 'place.safe',
  label: 'Safe place',
  help: 'Bring me to a safe place: be at once where newcomers stand, whatever you were doing and whoever was about you.',
  shortcut: 'x',
  anchor: 'self',
  payload: z.strictObject({}),
  record: 'none',
  permit: () => grant,
  apply: (room, actor, _payload, moment) => {
    room.walks.stop(actor.id, moment.at);
    standUp(room, actor.id);
    forgetIntents(room, actor.id);
    room.walks.place(actor.id, freestSpawn(room));
  },
  cues: (_outcome, actor, room) => [cue(portalCues.safe, actor.id, 'self', { place: placeCue(describePlace(room, actor.id), 'you') })],
});
