import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { aPersonId } from '../kernel/idSchemas.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { describePlace, placeCue } from '../place/describe.ts';
import { availabilities } from './availability.ts';
import { lookOf, unpackLook } from './look.ts';
import { describeLook } from './look.description.ts';
import { callNameOf, cleanName } from './people.rules.ts';
import { turnOff } from '../voice/microphone.ts';
import { personalSchema } from './settings.ts';
import { venueName } from './venues.ts';

export const peopleRefusals = {
  notHere: refusalKind('people.notHere', 'They are not in this room any more.'),
  badLook: refusalKind('people.badLook', 'Hearth could not read this look. You look as before.'),
} as const;

export const peopleCues = {
  came: cueKind('people.came', { category: 'people', priority: 2, others: '{name} came in.', many: '{names} came in.', earcon: 'arrive' }),
  left: cueKind('people.left', { category: 'people', priority: 3, others: '{name} left.', many: '{names} left.', earcon: 'leave' }),
  returned: cueKind('people.returned', { category: 'people', priority: 3, others: '{name} is back.', many: '{names} are back.' }),
  lost: cueKind('people.lost', { category: 'people', priority: 3, others: '{name} lost the connection.', many: '{names} lost the connection.' }),
  restarting: cueKind('people.restarting', { category: 'own', priority: 0, others: 'Hearth is being restarted. Your place is kept, and you are back in a moment.' }),
  venue: cueKind('people.venue', { category: 'own', priority: 1, own: '{venue, select, none {You are not at a venue.} other {You are at {venue}.}}' }),
  available: cueKind('people.available', { category: 'own', priority: 1, own: '{availability, select, open {You are open to talk.} focused {You are focused. Only what is said to you is spoken.} other {You are away. Only what is said to you is spoken.}}' }),
  changedLook: cueKind('people.changedLook', { category: 'own', priority: 1, own: 'You changed your look: {look}.', earcon: 'success' }),
  described: cueKind('people.described', { category: 'own', priority: 1, parts: { name: '{name}.', look: '{heard, select, no {} other {{look}.}}', place: '{place}', state: '{availability, select, focused {Focused now.} away {Away now.} other {}}' } }),
} as const;

export const describePerson = defineCapability({
  id: 'people.describe',
  label: 'Describe',
  help: 'Hear how someone looks and where they are.',
  anchor: 'person',
  payload: z.strictObject({ person: aPersonId }),
  ephemeral: true,
  record: 'none',
  permit: () => grant,
  accepts: (room, _actor, payload) => (room.facts.people.has(payload.person) ? grant : refuse(peopleRefusals.notHere)),
  apply: (_room, _actor, payload) => ({ person: payload.person }),
  cues: (outcome, actor, room) => {
    const person = room.facts.people.get(outcome.person);
    const look = lookOf(person?.look ?? '');
    return [
      cue(peopleCues.described, actor.id, 'self', {
        name: callNameOf(room, outcome.person),
        heard: look.heard,
        look: look.heard === 'yes' ? describeLook(look) : '',
        place: placeCue(describePlace(room, outcome.person), 'they'),
        availability: person?.availability ?? 'open',
      }),
    ];
  },
  objectOf: (payload) => payload.person,
});

export const setVenue = defineCapability({
  id: 'people.venue',
  label: 'I am at a venue',
  help: 'Say in which place you are together with others, such as Library Hall, and sit down with them; empty for none.',
  anchor: 'self',
  payload: z.strictObject({ venue: venueName }),
  scope: 'campus',
  durable: true,
  record: 'none',
  permit: () => grant,
  apply: (_room, _actor, payload) => ({ venue: payload.venue }),
  settle: (room, outcome, actor) => {
    const me = room.facts.people.get(actor.id);
    if (me) me.venue = outcome.venue;
    // VO8. The others there hear one as it is.
    if (outcome.venue !== '') turnOff(me);
  },
  effects: (outcome, actor) => [{ kind: 'venue', person: actor.id, venue: outcome.venue }],
  cues: (outcome, actor) => [cue(peopleCues.venue, actor.id, 'self', { venue: outcome.venue || 'none' })],
});

export const setAvailability = defineCapability({
  id: 'people.availability',
  label: 'Say how you want to be met',
  help: 'Open to talk; focused, or away: then only what is said to you is spoken, and others see it.',
  anchor: 'self',
  payload: z.strictObject({ availability: z.enum(availabilities) }),
  scope: 'campus',
  record: 'none',
  permit: () => grant,
  apply: (_room, _actor, payload) => payload,
  settle: (room, { availability }, actor) => {
    const me = room.facts.people.get(actor.id);
    if (me) me.availability = availability;
    room.availabilities.set(actor.id, availability);
  },
  cues: ({ availability }, actor) => [cue(peopleCues.available, actor.id, 'self', { availability })],
});

export const changeLook = defineCapability({
  id: 'people.look',
  label: 'Change how you look',
  help: 'Choose another look and other pronouns; others see them at once.',
  anchor: 'self',
  payload: z.strictObject({ look: z.string().check(z.maxLength(40)), pronouns: z.string().check(z.maxLength(100), z.overwrite((text) => cleanName(text, 30))) }),
  scope: 'campus',
  durable: true,
  record: 'none',
  permit: () => grant,
  accepts: (_room, _actor, payload) => (unpackLook(payload.look) ? grant : refuse(peopleRefusals.badLook)),
  apply: (_room, _actor, payload) => payload,
  settle: (room, { look, pronouns }, actor) => {
    const me = room.facts.people.get(actor.id);
    if (me) Object.assign(me, { look, pronouns });
  },
  effects: ({ look, pronouns }, actor) => [{ kind: 'look', person: actor.id, look, pronouns }],
  cues: ({ look }, actor) => [cue(peopleCues.changedLook, actor.id, 'self', { look: describeLook(lookOf(look)) })],
});

/** The page says each change itself, at once: its answer may be long in coming. */
export const keepSettings = defineCapability({
  id: 'people.settings',
  label: 'Settings',
  help: 'How you see, hear and press. Each change acts at once, and comes along to your other browsers.',
  anchor: 'self',
  payload: z.strictObject({ settings: personalSchema }),
  scope: 'campus',
  durable: true,
  ephemeral: true,
  record: 'none',
  permit: () => grant,
  apply: (_room, _actor, payload) => payload,
  effects: ({ settings }, actor) => [{ kind: 'settings', person: actor.id, settings }],
});
