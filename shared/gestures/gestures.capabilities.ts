import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind, type CueKind } from '../kernel/cue.ts';
import { grant } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';

export const gestureCues = {
  waved: cueKind('gesture.waved', { category: 'gestures', priority: 2, own: 'You wave.', others: '{name} waves.', many: '{names} wave.', earcon: 'gesture', effect: 'wave', caption: 'waves' }),
  nodded: cueKind('gesture.nodded', { category: 'gestures', priority: 2, own: 'You nod.', others: '{name} nods.', many: '{names} nod.', earcon: 'gesture', effect: 'nod', caption: 'nods' }),
  clapped: cueKind('gesture.clapped', { category: 'gestures', priority: 2, own: 'You clap.', others: '{name} claps.', many: '{names} clap.', earcon: 'gesture', effect: 'clap', caption: 'claps' }),
  hearted: cueKind('gesture.hearted', { category: 'gestures', priority: 2, own: 'You send a heart.', others: '{name} sends a heart.', many: '{names} send hearts.', earcon: 'gesture', effect: 'heart', caption: 'sends a heart' }),
  laughed: cueKind('gesture.laughed', { category: 'gestures', priority: 2, own: 'You laugh.', others: '{name} laughs.', many: '{names} laugh.', earcon: 'gesture', effect: 'laugh', caption: 'laughs' }),
  thanked: cueKind('gesture.thanked', { category: 'gestures', priority: 2, own: 'You say thanks.', others: '{name} says thanks.', many: '{names} say thanks.', earcon: 'gesture', effect: 'thanks', caption: 'says thanks' }),
} as const;

const gesture = <const Id extends string>(id: Id, kind: CueKind, { label, help, shortcut }: { label: string; help: string; shortcut: string }) =>
  defineCapability({
    id, label, help, shortcut,
    anchor: 'self',
    payload: z.strictObject({}),
    ephemeral: true,
    record: 'named',
    rate: 'reaction',
    permit: () => grant,
    apply: () => undefined,
    cues: (_outcome, actor, room) => [cue(kind, actor.id, 'room', { name: callNameOf(room, actor.id) })],
  });

export const wave = gesture('gesture.wave', gestureCues.waved, { label: 'Wave', help: 'Greet the room with a wave.', shortcut: 'v' });
export const nod = gesture('gesture.nod', gestureCues.nodded, { label: 'Nod', help: 'Show that you agree, or that you follow.', shortcut: 'y' });
export const clap = gesture('gesture.clap', gestureCues.clapped, { label: 'Clap', help: 'Applaud what was said or done.', shortcut: 'c' });
export const heart = gesture('gesture.heart', gestureCues.hearted, { label: 'Heart', help: 'Send a heart to the room.', shortcut: 'e' });
export const laugh = gesture('gesture.laugh', gestureCues.laughed, { label: 'Laugh', help: 'Laugh along.', shortcut: 'a' });
export const thank = gesture('gesture.thanks', gestureCues.thanked, { label: 'Thanks', help: 'Thank for what was said or done.', shortcut: 'k' });
