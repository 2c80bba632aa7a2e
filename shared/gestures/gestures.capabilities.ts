import * as z from 'zod/mini';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { cue, cueKind, type Cue, type CueKind } from '../kernel/cue.ts';
import { grant } from '../kernel/refusal.ts';
import type { RoomView } from '../rooms/room.ts';
import { callNameOf } from '../people/people.rules.ts';

export const gestureCues = {
  waved: cueKind('gesture.waved', { category: 'gestures', priority: 2, own: 'You wave.', others: '{name} waves.', many: '{names} wave.', earcon: 'gesture', effect: 'wave', caption: 'waves' }),
  nodded: cueKind('gesture.nodded', { category: 'gestures', priority: 2, own: 'You nod.', others: '{name} nods.', many: '{names} nod.', earcon: 'gesture', effect: 'nod', caption: 'nods' }),
  clapped: cueKind('gesture.clapped', { category: 'gestures', priority: 2, own: 'You clap.', others: '{name} claps.', many: '{names} clap.', earcon: 'gesture', effect: 'clap', caption: 'claps' }),
  hearted: cueKind('gesture.hearted', { category: 'gestures', priority: 2, own: 'You send a heart.', others: '{name} sends a heart.', many: '{names} send hearts.', earcon: 'gesture', effect: 'heart', caption: 'sends a heart' }),
  laughed: cueKind('gesture.laughed', { category: 'gestures', priority: 2, own: 'You laugh.', others: '{name} laughs.', many: '{names} laugh.', earcon: 'gesture', effect: 'laugh', caption: 'laughs' }),
  thanked: cueKind('gesture.thanked', { category: 'gestures', priority: 2, own: 'You say thanks.', others: '{name} says thanks.', many: '{names} say thanks.', earcon: 'gesture', effect: 'thanks', caption: 'says thanks' }),
} as const;

const nothing = z.strictObject({});
/** What every gesture is: seen by all, and gone. */
const common = {
  anchor: 'self',
  ephemeral: true,
  record: 'named',
  rate: 'reaction',
  permit: () => grant,
  apply: () => undefined,
} as const;
const seen = (kind: CueKind, actor: Actor, room: RoomView): readonly Cue[] => [cue(kind, actor.id, 'room', { name: callNameOf(room, actor.id) })];

export const wave = defineCapability({ ...common, payload: nothing, id: 'gesture.wave', label: 'Wave', help: 'Greet the room with a wave.', shortcut: 'v', cues: (_outcome, actor, room) => seen(gestureCues.waved, actor, room) });
export const nod = defineCapability({ ...common, payload: nothing, id: 'gesture.nod', label: 'Nod', help: 'Show that you agree, or that you follow.', shortcut: 'y', cues: (_outcome, actor, room) => seen(gestureCues.nodded, actor, room) });
export const clap = defineCapability({ ...common, payload: nothing, id: 'gesture.clap', label: 'Clap', help: 'Applaud what was said or done.', shortcut: 'p', cues: (_outcome, actor, room) => seen(gestureCues.clapped, actor, room) });
export const heart = defineCapability({ ...common, payload: nothing, id: 'gesture.heart', label: 'Heart', help: 'Send a heart to the room.', shortcut: 'e', cues: (_outcome, actor, room) => seen(gestureCues.hearted, actor, room) });
export const laugh = defineCapability({ ...common, payload: nothing, id: 'gesture.laugh', label: 'Laugh', help: 'Laugh along.', shortcut: 'a', cues: (_outcome, actor, room) => seen(gestureCues.laughed, actor, room) });
export const thank = defineCapability({ ...common, payload: nothing, id: 'gesture.thanks', label: 'Thanks', help: 'Thank for what was said or done.', shortcut: 'k', cues: (_outcome, actor, room) => seen(gestureCues.thanked, actor, room) });
