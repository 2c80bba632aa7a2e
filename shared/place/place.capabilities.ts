import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { grant } from '../kernel/refusal.ts';
import { handQueue } from '../hand/hand.rules.ts';
import { describePlace, nearAndElsewhere, placeCue, someNames } from './describe.ts';

export const placeCues = {
  where: cueKind('place.where', {
    category: 'own',
    priority: 1,
    own: '{room}. {place} {near, plural, =0 {Nobody is near.} other {Near: {names}{more, plural, =0 {} other { and # more}}.}} {elsewhere, plural, =0 {} other {# elsewhere.}}',
  }),
  who: cueKind('place.who', {
    category: 'own',
    priority: 1,
    own: '{count, plural, =0 {Nobody else is here.} one {One other person is here: {names}.} other {# others are here: {names}{more, plural, =0 {} other { and # more}}.}} {hands, plural, =0 {} one {One hand is up: {raised}.} other {# hands are up: {raised}.}}',
  }),
} as const;

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
    const { near, elsewhere } = nearAndElsewhere(room, actor.id);
    return [
      cue(placeCues.where, actor.id, 'self', {
        room: room.layout.name,
        place: placeCue(describePlace(room, actor.id), 'you'),
        near: near.length,
        ...someNames(room, near),
        elsewhere: elsewhere.length,
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
