import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { grant } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';

export const gestureCues = {
  waved: cueKind('gesture.waved', { category: 'gestures', priority: 2, own: 'You wave.', others: '{name} waves.', many: '{names} wave.', earcon: 'gesture', effect: 'wave', caption: 'waves' }),
  clapped: cueKind('gesture.clapped', { category: 'gestures', priority: 2, own: 'You clap.', others: '{name} claps.', many: '{names} clap.', earcon: 'gesture', effect: 'clap', caption: 'claps' }),
} as const;

export const wave = defineCapability({
  id: 'gesture.wave',
  label: 'Wave',
  help: 'Greet the room with a wave.',
  shortcut: 'v',
  anchor: 'self',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'named',
  rate: 'reaction',
  permit: () => grant,
  apply: () => undefined,
  cues: (_outcome, actor, room) => [cue(gestureCues.waved, actor.id, 'room', { name: callNameOf(room, actor.id) })],
});

export const clap = defineCapability({
  id: 'gesture.clap',
  label: 'Clap',
  help: 'Applaud what was said or done.',
  shortcut: 'c',
  anchor: 'self',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'named',
  rate: 'reaction',
  permit: () => grant,
  apply: () => undefined,
  cues: (_outcome, actor, room) => [cue(gestureCues.clapped, actor.id, 'room', { name: callNameOf(room, actor.id) })],
});
