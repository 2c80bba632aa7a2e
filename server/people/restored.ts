import { personId } from '#shared/kernel/ids.ts';
import type { RoomHost } from '../rooms/room-host.ts';
import type { Store } from '../storage/storage.ts';
import { refuse } from '#shared/kernel/refusal.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { banRefusal } from './entry.ts';

/**
 * Brings those who were put back into a room to what is stored of them. The journal leaves out what other rules wrote, and a
 * tool may have changed someone meanwhile: a standing that was taken must not come back, nor someone who was banned or forgotten.
 */
export const asStored = async (host: Pick<RoomHost, 'room' | 'facts' | 'expel'>, storage: Pick<Store, 'findPerson' | 'bansOn'>, now: number): Promise<void> => {
  for (const [key, person] of [...host.facts.people]) {
    const id = personId(key);
    const stored = await storage.findPerson(id);
    const [ban] = await storage.bansOn(id, stored?.cameBy, now);
    if (stored?.heldBy) host.room.holds.set(id, stored.heldBy);
    else host.room.holds.delete(id);
    if (!stored) host.expel(id, refuse(entryRefusals.stranger).refusal);
    else Object.assign(person, { standing: stored.standing, duties: (stored.duties ?? []).join(' '), venue: stored.venue ?? '', heldBy: stored.heldBy ?? '', look: stored.look, pronouns: stored.pronouns });
    if (ban && stored) host.expel(id, banRefusal(ban));
  }
};
