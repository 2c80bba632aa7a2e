import * as z from 'zod/mini';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { cue, cueKind, type Cue, type CueKind } from '../kernel/cue.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';
import type { RoomView } from '../rooms/room.ts';
import { moodOf } from './mood.rules.ts';

export const moodRefusals = {
  alreadyEvening: refusalKind('mood.alreadyEvening', 'It is evening here already.'),
  alreadyDay: refusalKind('mood.alreadyDay', 'It is day here already.'),
} as const;

export const moodCues = {
  evening: cueKind('mood.evening', { category: 'place', priority: 2, own: 'It is evening here now.', others: 'It is evening here now. {name} lit the lanterns.', many: 'It is evening here now.' }),
  day: cueKind('mood.day', { category: 'place', priority: 2, own: 'It is day here now.', others: 'It is day here now. {name} put the lanterns out.', many: 'It is day here now.' }),
} as const;

const seen = (kind: CueKind, actor: Actor, room: RoomView): readonly Cue[] => [cue(kind, actor.id, 'room', { name: callNameOf(room, actor.id) })];

/** AT2. */
export const letEveningFall = defineCapability({
  id: 'mood.evening',
  undo: 'mood.day',
  label: 'Let evening fall',
  help: 'The room is lit by its fire and lanterns, for everyone in it.',
  anchor: 'room',
  payload: z.strictObject({}),
  record: 'named',
  permit: (room) => (moodOf(room) === 'evening' ? refuse(moodRefusals.alreadyEvening) : grant),
  apply: (room) => {
    room.facts.mood = 'evening';
  },
  cues: (_outcome, actor, room) => seen(moodCues.evening, actor, room),
});

/** AT2. */
export const bringDay = defineCapability({
  id: 'mood.day',
  undo: 'mood.evening',
  label: 'Bring the day back',
  help: 'The room is in daylight, for everyone in it.',
  anchor: 'room',
  payload: z.strictObject({}),
  record: 'named',
  permit: (room) => (moodOf(room) === 'evening' ? grant : refuse(moodRefusals.alreadyDay)),
  apply: (room) => {
    room.facts.mood = 'day';
  },
  cues: (_outcome, actor, room) => seen(moodCues.day, actor, room),
});
