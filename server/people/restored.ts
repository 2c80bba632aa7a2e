import { personId } from '#shared/kernel/ids.ts';
import type { RoomHost } from '../rooms/room-host.ts';
import type { Store } from '../storage/storage.ts';
import { banRefusal } from './entry.ts';

/**
 * Brings those who were put back into a room to what is stored of them. The journal leaves out what other rules wrote, and a
 * tool may have changed someone meanwhile: a standing that was taken must not come back, nor someone who was banned.
 */
export const asStored = async (host: Pick<RoomHost, 'facts' | 'expel'>, storage: Pick<Store, 'findPerson' | 'bansOn'>, now: number): Promise<void> => {
  for (const [key, person] of [...host.facts.people]) {
    const id = personId(key);
    const [stored, [ban]] = await Promise.all([storage.findPerson(id), storage.bansOn(id, undefined, now)]);
    if (stored) [person.standing, person.duties, person.venue] = [stored.standing, (stored.duties ?? []).join(' '), stored.venue ?? ''];
    if (ban) host.expel(id, banRefusal(ban));
  }
};
