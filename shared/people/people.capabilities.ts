import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { personId } from '../kernel/ids.ts';
import { grant, refusalKind, refuse } from '../kernel/refusal.ts';
import { describePlace, placeCue } from '../place/describe.ts';
import { describeLook, lookOf } from './look.ts';
import { callNameOf, cleanName } from './people.rules.ts';

export const peopleRefusals = {
  notHere: refusalKind('people.notHere', 'They are not in this room any more.'),
} as const;

export const peopleCues = {
  came: cueKind('people.came', { category: 'people', priority: 2, others: '{name} came in.', many: '{names} came in.', earcon: 'arrive' }),
  left: cueKind('people.left', { category: 'people', priority: 3, others: '{name} left.', many: '{names} left.', earcon: 'leave' }),
  returned: cueKind('people.returned', { category: 'people', priority: 3, others: '{name} is back.', many: '{names} are back.' }),
  lost: cueKind('people.lost', { category: 'people', priority: 3, others: '{name} lost the connection.', many: '{names} lost the connection.' }),
  restarting: cueKind('people.restarting', { category: 'own', priority: 0, others: 'Hearth is being restarted. Your place is kept, and you are back in a moment.' }),
  venue: cueKind('people.venue', { category: 'own', priority: 1, own: '{venue, select, none {You are not at a venue.} other {You are at {venue}.}}' }),
  described: cueKind('people.described', { category: 'own', priority: 1, own: '{name}: {look}. {place}' }),
} as const;

export const describePerson = defineCapability({
  id: 'people.describe',
  label: 'Describe',
  help: 'Hear how someone looks and where they are.',
  anchor: 'person',
  payload: z.strictObject({ person: z.pipe(z.string().check(z.maxLength(40)), z.transform(personId)) }),
  ephemeral: true,
  record: 'none',
  permit: () => grant,
  accepts: (room, _actor, payload) => (room.facts.people.has(payload.person) ? grant : refuse(peopleRefusals.notHere)),
  apply: (_room, _actor, payload) => ({ person: payload.person }),
  cues: (outcome, actor, room) => [
    cue(peopleCues.described, actor.id, 'self', {
      name: callNameOf(room, outcome.person),
      look: describeLook(lookOf(room.facts.people.get(outcome.person)?.look ?? '')),
      place: placeCue(describePlace(room, outcome.person), 'they'),
    }),
  ],
  objectOf: (payload) => payload.person,
});

export const setVenue = defineCapability({
  id: 'people.venue',
  label: 'I am at a venue',
  help: 'Say at which place you sit together with others, such as Library Hall; empty for none.',
  anchor: 'self',
  payload: z.strictObject({ venue: z.string().check(z.maxLength(200), z.overwrite((text) => cleanName(text, 40))) }),
  scope: 'campus',
  durable: true,
  record: 'none',
  permit: () => grant,
  apply: (_room, _actor, payload) => ({ venue: payload.venue }),
  settle: (room, outcome, actor) => {
    const me = room.facts.people.get(actor.id);
    if (me) me.venue = outcome.venue;
  },
  effects: (outcome, actor) => [{ kind: 'venue', person: actor.id, venue: outcome.venue }],
  cues: (outcome, actor) => [cue(peopleCues.venue, actor.id, 'self', { venue: outcome.venue || 'none' })],
});
