import * as z from 'zod/mini';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { aPersonId } from '../kernel/idSchemas.ts';
import { personId, type PersonId } from '../kernel/ids.ts';
import { andThen, grant, refusalKind, refuse, type Permit } from '../kernel/refusal.ts';
import { mayActUpon } from '../moderation/moderation.capabilities.ts';
import { callNameOf } from '../people/people.rules.ts';
import { zoneAt } from '../place/describe.ts';
import type { RoomView } from '../rooms/room.ts';
import { turnOff } from './microphone.ts';
import { voiceRefusals } from './voice.capabilities.ts';

export const holdRefusals = {
  theirsOff: refusalKind('voice.theirsOff', 'The microphone of {name} is off already.'),
  heldAlready: refusalKind('voice.heldAlready', '{name} is muted until it is ended already.'),
  notHeld: refusalKind('voice.notHeld', 'Nobody has muted {name} for longer.'),
  nobodyOn: refusalKind('voice.nobodyOn', 'Nobody whom you could mute has the microphone on, but on a stage.'),
} as const;

/** Whoever is muted is told at once, whatever they do; whoever did it, as of anything else they do. */
export const holdCues = {
  muted: cueKind('voice.muted', { category: 'own', priority: 0, others: 'Microphone is off: {by} muted you. {reason, select, none {} other {{reason} }}You can turn it on again.' }),
  held: cueKind('voice.held', { category: 'own', priority: 0, others: 'Microphone is off: {by} muted you until they end it. {reason, select, none {} other {{reason} }}Raise a hand to ask to speak.' }),
  released: cueKind('voice.released', { category: 'own', priority: 0, others: 'You may turn your microphone on again: {by} ended it.' }),
  mutedAll: cueKind('voice.mutedAll', { category: 'own', priority: 0, others: 'Microphone is off: {by} muted everyone who is not on a stage. You can turn it on again.' }),
  didMute: cueKind('voice.didMute', { category: 'own', priority: 1, own: 'You muted {name}. They can turn the microphone on again.' }),
  didHold: cueKind('voice.didHold', { category: 'own', priority: 1, own: 'You muted {name} until you end it.' }),
  didRelease: cueKind('voice.didRelease', { category: 'own', priority: 1, own: '{name} may turn the microphone on again.' }),
  didMuteAll: cueKind('voice.didMuteAll', { category: 'own', priority: 1, own: 'You muted {count, plural, one {# person} other {# people}}. They can turn their microphones on again.' }),
} as const;

const person = aPersonId;
const reason = z._default(z.string().check(z.trim(), z.maxLength(200)), '');
const carried = (room: RoomView): Permit => (room.facts.voice === '' ? refuse(voiceRefusals.none) : grant);
const isOn = (room: RoomView, id: PersonId): boolean => room.facts.people.get(id)?.microphone === 'on';

/** VO16. */
export const muteMicrophone = defineCapability({
  id: 'voice.mute',
  label: 'Mute',
  help: 'Turn someone’s microphone off. They are told by whom, and can turn it on again.',
  anchor: 'person',
  payload: z.strictObject({ person, reason }),
  durable: true,
  ephemeral: true,
  record: 'named',
  audited: true,
  permit: carried,
  accepts: (room, actor, payload) => andThen(mayActUpon(room, actor, payload.person), () => (isOn(room, payload.person) ? grant : refuse(holdRefusals.theirsOff, { name: callNameOf(room, payload.person) }))),
  apply: (room, actor, payload) => ({ ...payload, name: callNameOf(room, payload.person), by: callNameOf(room, actor.id) }),
  settle: (room, outcome) => void turnOff(room.facts.people.get(outcome.person)),
  cues: (outcome, actor) => [cue(holdCues.muted, actor.id, [outcome.person], { by: outcome.by, reason: outcome.reason || 'none' }), cue(holdCues.didMute, actor.id, 'self', { name: outcome.name })],
  objectOf: (payload) => payload.person,
  reasonOf: (payload) => payload.reason,
});

/** VO17. */
export const holdMuted = defineCapability({
  id: 'voice.hold',
  undo: 'voice.release',
  label: 'Keep muted',
  help: 'Mute someone until you end it, in every room. They are told by whom, and can raise a hand.',
  anchor: 'person',
  payload: z.strictObject({ person, reason }),
  scope: 'campus',
  durable: true,
  record: 'named',
  audited: true,
  permit: carried,
  accepts: (room, actor, payload) => andThen(mayActUpon(room, actor, payload.person), () => (room.facts.people.get(payload.person)?.heldBy === '' ? grant : refuse(holdRefusals.heldAlready, { name: callNameOf(room, payload.person) }))),
  apply: (room, actor, payload) => ({ ...payload, name: callNameOf(room, payload.person), by: callNameOf(room, actor.id) }),
  effects: ({ person: held, by }) => [{ kind: 'held', person: held, by, before: '' }],
  settle: (room, { person: held, by }) => {
    room.holds.set(held, by);
    const them = room.facts.people.get(held);
    turnOff(them);
    if (them) them.heldBy = by;
  },
  cues: (outcome, actor) => [cue(holdCues.held, actor.id, [outcome.person], { by: outcome.by, reason: outcome.reason || 'none' }), cue(holdCues.didHold, actor.id, 'self', { name: outcome.name })],
  objectOf: (payload) => payload.person,
  reasonOf: (payload) => payload.reason,
});

/** VO17. */
export const releaseMuted = defineCapability({
  id: 'voice.release',
  undo: 'voice.hold',
  label: 'End muting',
  help: 'Let someone turn their microphone on again.',
  anchor: 'person',
  payload: z.strictObject({ person }),
  scope: 'campus',
  durable: true,
  record: 'named',
  audited: true,
  permit: carried,
  accepts: (room, actor, payload) => andThen(mayActUpon(room, actor, payload.person), () => (room.facts.people.get(payload.person)?.heldBy === '' ? refuse(holdRefusals.notHeld, { name: callNameOf(room, payload.person) }) : grant)),
  apply: (room, actor, payload) => ({ ...payload, name: callNameOf(room, payload.person), by: callNameOf(room, actor.id), before: room.holds.get(payload.person) ?? '' }),
  effects: ({ person: held, before }) => [{ kind: 'held', person: held, by: '', before }],
  settle: (room, { person: held }) => {
    room.holds.delete(held);
    const them = room.facts.people.get(held);
    if (them) them.heldBy = '';
  },
  cues: (outcome, actor) => [cue(holdCues.released, actor.id, [outcome.person], { by: outcome.by }), cue(holdCues.didRelease, actor.id, 'self', { name: outcome.name })],
  objectOf: (payload) => payload.person,
});

/** VO18. Those with the microphone on, on no stage, whom the actor outranks. */
const mutable = (room: RoomView, actor: Actor): readonly PersonId[] =>
  [...room.facts.people.keys()].map(personId).filter((id) => {
    const pose = room.poseOf(id);
    const isOnStage = pose !== undefined && zoneAt(room, pose.x, pose.z)?.rule === 'stage';
    return isOn(room, id) && !isOnStage && mayActUpon(room, actor, id).granted;
  });

/** VO18. */
export const muteAll = defineCapability({
  id: 'voice.muteAll',
  label: 'Mute all but the stage',
  help: 'Turn off the microphone of everyone here who is not on a stage. They can turn it on again.',
  anchor: 'room',
  payload: z.strictObject({}),
  durable: true,
  ephemeral: true,
  record: 'named',
  audited: true,
  permit: (room, actor) => andThen(carried(room), () => (mutable(room, actor).length > 0 ? grant : refuse(holdRefusals.nobodyOn))),
  apply: (room, actor) => ({ people: mutable(room, actor), by: callNameOf(room, actor.id) }),
  settle: (room, { people }) => {
    for (const id of people) turnOff(room.facts.people.get(id));
  },
  cues: ({ people, by }, actor) => [cue(holdCues.mutedAll, actor.id, people, { by }), cue(holdCues.didMuteAll, actor.id, 'self', { count: people.length })],
});
