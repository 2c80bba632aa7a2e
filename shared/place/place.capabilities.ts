import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { grant } from '../kernel/refusal.ts';
import { handQueue } from '../hand/hand.rules.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { RoomView } from '../rooms/room.ts';
import { around, circlesAround, type CircleAway } from '../circles/around.ts';
import { circleName, circleOf } from '../circles/circles.rules.ts';
import { message, type MessageValue } from '../kernel/message.ts';
import { moodOf } from '../mood/mood.rules.ts';
import { describePlace, nearAndElsewhere, placeCue, someNames } from './describe.ts';

export const placeCues = {
  where: cueKind('place.where', {
    category: 'own',
    priority: 1,
    parts: {
      name: '{room}.',
      place: '{place}',
      circle: '{circle}',
      near: '{near, plural, =0 {{together, plural, =0 {Nobody is near.} other {Nobody else is near.}}} other {Near: {names}{more, plural, =0 {} other { and # more}}.}}',
      circles: '{circles, plural, =0 {} one {One circle is in this room: {nearest}.} other {# circles are in this room; the nearest is {nearest}.}}',
      elsewhere: '{elsewhere, plural, =0 {} other {# elsewhere.}}',
      state: '{mood, select, evening {It is evening here.} other {}}',
    },
  }),
  link: cueKind('place.link', { category: 'own', priority: 1, own: 'The link to where you are is ready to be copied. {place}' }),
  who: cueKind('place.who', {
    category: 'own',
    priority: 1,
    own: '{count, plural, =0 {Nobody else is here.} one {One other person is here: {names}.} other {# others are here: {names}{more, plural, =0 {} other { and # more}}.}} {hands, plural, =0 {} one {One hand is up: {raised}.} other {# hands are up: {raised}.}}',
  }),
} as const;

const say = {
  own: message('place.circle.own', 'You are in the circle {circle}. {count, plural, =0 {Nobody else is in it yet.} other {With you: {names}{more, plural, =0 {} other { and # more}}.}}'),
  other: message('place.circle.other', 'the circle {circle}, {count, plural, one {# person} other {# people}}, {metres, plural, one {# metre} other {# metres}} away'),
} as const;

/** The sentence for the circle someone is in; nothing for whoever is in none. */
const ownCircle = (room: RoomView, id: PersonId): MessageValue => {
  const circle = circleOf(room, id);
  const { together } = around(room, id);
  return circle ? { message: say.own, values: { circle: circleName(circle), count: together.length, ...someNames(room, together) } } : '';
};

/** CI3. A circle as it is said before one joins it: what it is about, how many, how far. */
const sayCircle = (circle: CircleAway): MessageValue => ({ message: say.other, values: { circle: circleName(circle), count: circle.members.length, metres: circle.metres } });

export const whereAmI = defineCapability({
  id: 'place.where',
  label: 'Where am I?',
  help: 'Hear where you are and who is near.',
  shortcut: 'w',
  anchor: 'room',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'none',
  permit: () => grant,
  apply: () => undefined,
  cues: (_outcome, actor, room) => {
    const { together, near, elsewhere } = around(room, actor.id);
    const circles = circlesAround(room, actor.id);
    return [
      cue(placeCues.where, actor.id, 'self', {
        room: room.layout.name,
        place: placeCue(describePlace(room, actor.id), 'you'),
        circle: ownCircle(room, actor.id),
        circles: circles.length,
        nearest: circles[0] ? sayCircle(circles[0]) : '',
        together: together.length,
        near: near.length,
        ...someNames(room, near),
        elsewhere: elsewhere.length,
        mood: moodOf(room) ?? 'none',
      }),
    ];
  },
});

export const whoIsHere = defineCapability({
  id: 'place.who',
  label: 'Who is here?',
  help: 'Hear who is in the room, nearest first, and whose hand is up.',
  shortcut: 'n',
  anchor: 'room',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'none',
  permit: () => grant,
  apply: () => undefined,
  cues: (_outcome, actor, room) => {
    const { near, elsewhere } = nearAndElsewhere(room, actor.id);
    const others = [...near, ...elsewhere];
    const queue = handQueue(room.facts);
    return [
      cue(placeCues.who, actor.id, 'self', {
        count: others.length,
        ...someNames(room, others),
        hands: queue.length,
        raised: someNames(room, queue).names,
      }),
    ];
  },
});

export const linkToSpot = defineCapability({
  id: 'place.link',
  label: 'Share where you are',
  help: 'Get a link to this spot. Whoever opens it, and may come in, walks here.',
  anchor: 'room',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'none',
  permit: () => grant,
  apply: () => undefined,
  cues: (_outcome, actor, room) => [cue(placeCues.link, actor.id, 'self', { place: placeCue(describePlace(room, actor.id), 'you') })],
});
