import * as z from 'zod/mini';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { andThen, grant, refusalKind, refuse, type Permit } from '../kernel/refusal.ts';
import { someNames } from '../place/describe.ts';
import type { RoomView } from '../rooms/room.ts';
import { microphoneOf, turnOff } from './microphone.ts';

export const voiceRefusals = {
  none: refusalKind('voice.none', 'No voice is carried here. Write instead: to the room, to your circle or to one person.', 'standing'),
  alreadyOn: refusalKind('voice.alreadyOn', 'Your microphone is on already.'),
  alreadyOff: refusalKind('voice.alreadyOff', 'Your microphone is off already.'),
  listening: refusalKind('voice.listening', 'You only listen already.'),
  atVenue: refusalKind('voice.atVenue', 'You are at {venue}, where people hear each other without Hearth, and microphone and sound are off. Say that you are at no venue to use them.'),
  held: refusalKind('voice.held', '{by} muted you until they end it. Raise a hand to ask to speak.'),
} as const;

export const voiceCues = {
  talks: cueKind('voice.talks', { category: 'own', priority: 1, own: 'Microphone on.' }),
  talked: cueKind('voice.talked', { category: 'own', priority: 1, own: 'Microphone off.' }),
  on: cueKind('voice.on', { category: 'own', priority: 1, own: 'Microphone is on. {count, plural, =0 {Nobody can hear you yet.} one {# person can hear you.} other {# people can hear you.}}' }),
  off: cueKind('voice.off', { category: 'own', priority: 1, own: 'Microphone is off.' }),
  listening: cueKind('voice.listening', { category: 'own', priority: 1, own: 'You only listen now. Your microphone is off.' }),
  heardBy: cueKind('voice.heardBy', {
    category: 'own',
    priority: 1,
    own: '{microphone, select, on {{count, plural, =0 {Nobody can hear you.} one {One person can hear you: {names}.} other {# people can hear you: {names}{more, plural, =0 {} other { and # more}}.}}} other {Microphone is off. {count, plural, =0 {Nobody would hear you yet.} one {One person would hear you: {names}.} other {# people would hear you: {names}{more, plural, =0 {} other { and # more}}.}}}}{apart, plural, =0 {} other { The network keeps you apart from {apartNames}{apartMore, plural, =0 {} other { and # more}}.}}',
  }),
} as const;

/** Whether there is voice for someone here at all. */
export const withVoice = (room: RoomView, { id }: Pick<Actor, 'id'>): Permit => {
  if (room.facts.voice === '') return refuse(voiceRefusals.none);
  const venue = room.facts.people.get(id)?.venue ?? '';
  return venue === '' ? grant : refuse(voiceRefusals.atVenue, { venue });
};

const microphone = (room: RoomView, { id }: Pick<Actor, 'id'>) => microphoneOf(room.facts.people.get(id));

/** VO26. `key`: for as long as one is held, of which a word says enough. VO22. `device`: it is gone, and the page says so. */
const by = z.optional(z.enum(['key', 'device']));

export const turnMicrophoneOn = defineCapability({
  id: 'voice.on',
  undo: 'voice.off',
  label: 'Turn microphone on',
  help: 'Speak to your circle and to those near you. The button says how many would hear you.',
  shortcut: 'm',
  anchor: 'self',
  payload: z.strictObject({ by }),
  ephemeral: true,
  record: 'none',
  permit: (room, actor) => andThen(withVoice(room, actor), () => {
    const by = room.facts.people.get(actor.id)?.heldBy ?? '';
    if (by !== '') return refuse(voiceRefusals.held, { by });
    return microphone(room, actor) === 'on' ? refuse(voiceRefusals.alreadyOn) : grant;
  }),
  apply: (room, actor, payload) => {
    const me = room.facts.people.get(actor.id);
    if (me) me.microphone = 'on';
    return { count: room.heardBy(actor.id).length, by: payload.by };
  },
  cues: (outcome, actor) => [outcome.by === 'key' ? cue(voiceCues.talks, actor.id, 'self') : cue(voiceCues.on, actor.id, 'self', { count: outcome.count })],
});

export const turnMicrophoneOff = defineCapability({
  id: 'voice.off',
  label: 'Turn microphone off',
  help: 'Nobody hears you any more.',
  shortcut: 't',
  anchor: 'self',
  payload: z.strictObject({ by }),
  ephemeral: true,
  record: 'none',
  permit: (room, actor) => andThen(withVoice(room, actor), () => (microphone(room, actor) === 'on' ? grant : refuse(voiceRefusals.alreadyOff))),
  apply: (room, actor, payload) => {
    turnOff(room.facts.people.get(actor.id));
    return payload.by;
  },
  cues: (why, actor) => (why === 'device' ? [] : [cue(why === 'key' ? voiceCues.talked : voiceCues.off, actor.id, 'self')]),
});

/** VO15. An equal choice: whoever only listens is shown so, and nothing asks them for a microphone. */
export const listenOnly = defineCapability({
  id: 'voice.listen',
  label: 'Only listen',
  help: 'Hear others without a microphone. Turn it on whenever you want to speak.',
  anchor: 'self',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'none',
  permit: (room, actor) => andThen(withVoice(room, actor), () => (microphone(room, actor) === 'listening' ? refuse(voiceRefusals.listening) : grant)),
  apply: (room, actor) => {
    const me = room.facts.people.get(actor.id);
    if (me) me.microphone = 'listening';
  },
  cues: (_outcome, actor) => [cue(voiceCues.listening, actor.id, 'self')],
});

export const whoHearsMe = defineCapability({
  id: 'voice.who',
  label: 'Who can hear me?',
  help: 'Hear how many people can hear you, and who is nearest of them.',
  anchor: 'self',
  payload: z.strictObject({}),
  ephemeral: true,
  record: 'none',
  permit: withVoice,
  apply: (room, actor) => ({ people: room.heardBy(actor.id), apart: room.keptFrom(actor.id) }),
  cues: ({ people, apart }, actor, room) => {
    const { names: apartNames, more: apartMore } = someNames(room, apart);
    return [cue(voiceCues.heardBy, actor.id, 'self', { microphone: microphone(room, actor), count: people.length, ...someNames(room, people), apart: apart.length, apartNames, apartMore })];
  },
});
