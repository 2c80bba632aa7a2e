import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';
import { handQueue, isRaised, lower, raise } from './hand.rules.ts';

export const handRefusals = {
  alreadyRaised: refusalKind('hand.alreadyRaised', 'Your hand is up already.'),
  notRaised: refusalKind('hand.notRaised', 'Your hand is not up.'),
} as const;

export const handCues = {
  raised: cueKind('hand.raised', {
    category: 'hands',
    priority: 2,
    own: 'Hand is up. You are {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}{after, select, none {} other {, after {after}}}.',
    others: '{name} raised a hand. {place, plural, =1 {It is the only one.} other {# hands are up.}}',
    many: '{names} raised hands.',
    earcon: 'hand',
    effect: 'turn',
  }),
  lowered: cueKind('hand.lowered', { category: 'hands', priority: 3, own: 'Hand is down.', others: '{name} lowered a hand.', many: '{names} lowered hands.' }),
} as const;

export const raiseHand = defineCapability({
  id: 'hand.raise',
  undo: 'hand.lower',
  label: 'Raise hand',
  help: 'Ask to speak without interrupting. Hands are heard in the order they went up.',
  shortcut: 'h',
  anchor: 'self',
  payload: z.strictObject({}),
  record: 'named',
  permit: (room, actor) => (isRaised(room.facts, actor.id) ? refuse(handRefusals.alreadyRaised) : grant),
  apply: (room, actor, _payload, moment) => ({ place: raise(room.facts, actor.id, moment.at) }),
  cues: (outcome, actor, room) => {
    const before = handQueue(room.facts)[outcome.place - 2];
    return [cue(handCues.raised, actor.id, 'room', { name: callNameOf(room, actor.id), place: outcome.place, after: before ? callNameOf(room, before) : 'none' })];
  },
});

export const lowerHand = defineCapability({
  id: 'hand.lower',
  label: 'Lower hand',
  help: 'Take your hand down again.',
  shortcut: 'l',
  anchor: 'self',
  payload: z.strictObject({}),
  record: 'named',
  permit: (room, actor) => (isRaised(room.facts, actor.id) ? grant : refuse(handRefusals.notRaised)),
  apply: (room, actor) => lower(room.facts, actor.id),
  cues: (_outcome, actor, room) => [cue(handCues.lowered, actor.id, 'room', { name: callNameOf(room, actor.id) })],
});
