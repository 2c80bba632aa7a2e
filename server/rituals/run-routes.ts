/** What is asked of rituals that have ended, over HTTP: their records, the list of them, and the charter that was signed. */
import type { Express } from 'express';
import { refuse, type RefusalKind } from '#shared/kernel/refusal.ts';
import { roomId, type PersonId } from '#shared/kernel/ids.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { mayRunRituals } from '#shared/rituals/held.ts';
import { reachingOf } from '#shared/rituals/record.reading.ts';
import { plainRecord } from '#shared/rituals/record.ts';
import { ritualRefusals } from '#shared/rituals/rituals.refusals.ts';
import { isFromOurs, type OriginCheck } from '../host/headers.ts';
import { refused } from '../host/refused.ts';
import type { Visitors } from '../people/visitors.ts';
import type { Profile, Store } from '../storage/storage.ts';

export interface RunRouteServices {
  readonly storage: Pick<Store, 'blocksOf' | 'findRun' | 'runsIn' | 'leaveRun' | 'signedCharter'>;
  readonly isAllowedOrigin: OriginCheck;
}

/** As many of a room's rituals are listed, the newest. */
const MOST_LISTED = 50;

const runs = ({ standing, duties = [] }: Profile): boolean => mayRunRituals(standing, duties);

/** RI24. The record of a run as somebody may read it, or why not. */
export const recordFor = async (storage: RunRouteServices['storage'], id: string, reader: Profile): Promise<{ readonly page: object } | { readonly status: number; readonly refusal: RefusalKind }> => {
  const kept = await storage.findRun(id);
  const wasThere = kept?.people.includes(reader.id) ?? false;
  if (kept && !wasThere && !runs(reader)) return { status: 403, refusal: ritualRefusals.notYourRecord };
  if (!kept) return { status: 404, refusal: ritualRefusals.noRecord };
  const apart = new Set((await storage.blocksOf(reader.id)).map(({ blocker, blocked }): PersonId => (blocker === reader.id ? blocked : blocker)));
  const reaches = (author: PersonId): boolean => !apart.has(author);
  const notes = kept.notes.filter(({ by }) => reaches(by)).map(({ step, text }) => ({ step, text }));
  return { page: { room: kept.room, record: plainRecord(reachingOf(kept.record, reaches)), wasThere, ...(runs(reader) && { notes }) } };
};

export const addRuns = (app: Express, visitors: Visitors, { storage, isAllowedOrigin }: RunRouteServices): void => {
  app.get('/api/runs/:run', async (request, response) => {
    const visitor = await visitors.admit(request, 'look');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    const found = await recordFor(storage, request.params.run, visitor.profile);
    if ('refusal' in found) return refused(response, found.status, refuse(found.refusal).refusal);
    response.set('Cache-Control', 'no-store').json(found.page);
  });

  // RI25. Asked by the page of the record alone, for whoever asks.
  app.post('/api/runs/:run/leave', async (request, response) => {
    if (!isFromOurs(request, isAllowedOrigin)) return refused(response, 403, entryRefusals.badOrigin);
    const visitor = await visitors.admit(request, 'look');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    const has = await storage.leaveRun(request.params.run, visitor.profile.id);
    if (!has) return refused(response, 404, ritualRefusals.noRecord);
    response.set('Cache-Control', 'no-store').json({ ok: true });
  });

  app.get('/api/rooms/:room/runs', async (request, response) => {
    const visitor = await visitors.admit(request, 'look');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    response.set('Cache-Control', 'no-store').json(await storage.runsIn(roomId(request.params.room), MOST_LISTED, runs(visitor.profile) ? undefined : visitor.profile.id));
  });

  // RI26.
  app.get('/api/charter', async (request, response) => {
    const visitor = await visitors.admit(request, 'look');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    const found = await storage.signedCharter();
    // That there is none yet is no fault.
    if (!found) return void response.set('Cache-Control', 'no-store').json({});
    const { signed, ...charter } = found;
    response.set('Cache-Control', 'no-store').json({ ...charter, signed: signed.map(({ name }) => name), isMine: signed.some(({ id }) => id === visitor.profile.id) });
  });
};
