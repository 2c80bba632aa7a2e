import { endStrays } from '#shared/circles/circles.cues.ts';
import type { Actor, Standing } from '#shared/kernel/capability.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Removal } from '#shared/moderation/moderation.capabilities.ts';
import { dutiesOf } from '#shared/people/standing.ts';
import type { Room } from '#shared/rooms/room.ts';
import { dispatch } from '../host/dispatch.ts';
import { errorDetails, log } from '../host/log.ts';
import type { JournalEntry } from '../storage/journal.ts';
import { arrive } from './arrivals.ts';
import { came, left, momentOf, RULES, type Included } from './journal.ts';
import type { Roster } from './roster.ts';
import { profileSchema } from './snapshot.ts';

/** Someone as the rules see them act; `undefined` for whoever is not in the room. */
export const actorOf = (room: Room, id: PersonId): Actor | undefined => {
  const person = room.facts.people.get(id);
  return person && { id, standing: person.standing as Standing, duties: dutiesOf(person.duties), own: room.relations.own(id) };
};

/** It was allowed when it was first done. */
const allowed = { take: () => true };

const redoOne = (room: Room, roster: Roster, entry: JournalEntry): void => {
  const { actor: id, capability, at } = entry;
  if (id === undefined) return;
  if (capability === left) return void roster.remove(id, at);
  if (capability === came) {
    const profile = profileSchema.safeParse(entry.payload).data;
    if (profile && !room.facts.people.has(id)) roster.admit(id, profile, at, profile.from);
    return;
  }
  const actor = actorOf(room, id);
  if (!actor) return;
  // What no longer holds is left out, as by any refusal: a seat, say, that steering freed and a kill forgot.
  const dispatched = dispatch(room, actor, { id: capability, key: entry.key, payload: entry.payload }, momentOf(entry), allowed);
  if ('refused' in dispatched) return;
  dispatched.done.settle(room);
  if (dispatched.done.capability.id === 'people.remove') roster.remove((dispatched.done.outcome as Removal).person, at);
};

/**
 * Does again what happened after a snapshot was taken, each at its own time, walking on in between. What an entry leaves
 * behind for good is stored already: only the room's state changes, and nobody hears of it a second time.
 */
export const redo = (room: Room, roster: Roster, entries: readonly JournalEntry[], { through, open }: Included): void => {
  const missing = new Set(open);
  for (const entry of entries) {
    if (entry.number <= through && !missing.has(entry.number)) continue;
    if (entry.version !== RULES) {
      log('journal.otherRules', { room: entry.room, number: entry.number });
      continue;
    }
    try {
      walkOn(room, entry.at);
      redoOne(room, roster, entry);
    } catch (error) {
      log('journal.failed', { room: entry.room, number: entry.number, ...errorDetails(error) });
    }
  }
};

/** Lets everyone walk until `at`, and arrive where they do. */
export const walkOn = (room: Room, at: number): void => {
  for (const id of room.walks.advance(at)) arrive(room, id);
  endStrays(room);
};
