/** What lasts of a ritual: its record, with the act that ended it, and who reads it. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { recordFor } from '#server/rituals/run-routes.ts';
import { openDatabase } from '#server/storage/open.ts';
import { personId } from '#shared/kernel/ids.ts';
import { runOf } from '#shared/rituals/held.ts';
import { openPhase } from '#shared/rituals/run.ts';
import { tempFolder } from '#test/storage/databases.ts';
import { ana, ben, cy, keptRun, profile } from '#test/storage/kept.ts';
import { stepOf } from '#test/support/ritual.ts';
import { profileOf, setTable, type Guest, type RoomAct } from '#test/support/table.ts';

beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

const held = async () => {
  const table = setTable();
  await table.storage.savePerson({ ...profileOf('Ana'), duties: ['facilitator'] }, 0);
  const guests = { ana: await table.enter('Ana'), ben: await table.enter('Ben') };
  const act = async (who: Guest, id: RoomAct, payload: object = {}): Promise<void> => expect({ id, answer: await table.did(who, id, payload) }).toEqual({ id, answer: { accepted: true } });
  await act(guests.ana, 'ritual.start', { script: { version: 1, title: 'Check-in', steps: [stepOf('pledge'), stepOf('recognition')] } });
  await act(guests.ben, 'ritual.sign', { version: 3 });
  return { table, guests, act, next: () => act(guests.ana, 'ritual.next', { from: openPhase(runOf(table.host.room) ?? (() => { throw new Error('no run'); })())?.step ?? 0, leaving: [] }) };
};
const stored = async ({ table }: Pick<Awaited<ReturnType<typeof held>>, 'table'>) => {
  table.host.flush(() => undefined);
  await table.host.settled();
};

describe('the record of a run', () => {
  it.each([['beyond the last step', async ({ next }: Awaited<ReturnType<typeof held>>) => next()], ['by its end', async ({ act, guests }: Awaited<ReturnType<typeof held>>) => act(guests.ana, 'ritual.end', { leaving: [] })]])('RI24 RI20 is stored when it ends %s', async (_how, end) => {
    const ritual = await held();
    await ritual.next();
    await ritual.act(ritual.guests.ana, 'ritual.recognise', { person: 'ben', why: 'For the list.' });
    await stored(ritual);
    expect(ritual.table.storage.runs).toEqual([]);
    await end(ritual);
    await stored(ritual);
    expect(ritual.table.storage.runs).toMatchObject([{ room: 'commons', people: ['ana', 'ben'], record: { title: 'Check-in', steps: [{ count: 1, names: [{ id: 'ben', name: 'Ben' }] }, { recognitions: [{ by: { id: 'ana' }, to: { id: 'ben' }, why: 'For the list.' }] }] } }]);
  });

  it('RI24 a kill leaves the run open, or its record stored, once', async () => {
    const ritual = await held();
    const { table } = ritual;
    await ritual.next();
    await stored(ritual);
    const open = table.storage.hold();
    const end = ritual.act(ritual.guests.ana, 'ritual.end', { leaving: [] });
    table.host.flush(() => undefined);
    await end;
    await table.restart();
    open();
    expect([openPhase(runOf(table.host.room) ?? { phase: { status: 'ended', at: 0, by: ana } })?.step, table.storage.runs.length]).toEqual([1, 0]);
    const guest = await table.enter('Ana');
    await ritual.act(guest, 'ritual.end', { leaving: [] });
    await stored(ritual);
    await table.restart();
    await table.restart();
    expect([runOf(table.host.room)?.phase.status, table.storage.runs.length]).toEqual(['ended', 1]);
  });

  it('RI24 whose end a snapshot has and no fact is stored at the next start', async () => {
    const ritual = await held();
    const { table } = ritual;
    await stored(ritual);
    const end = ritual.guests.ana.ask('ritual.end', { leaving: [] });
    // The snapshot comes before what waits for the next patch, and then the process dies.
    await table.host.save();
    void end;
    expect(table.storage.runs).toEqual([]);
    await table.restart();
    expect([runOf(table.host.room)?.phase.status, table.storage.runs.length]).toEqual(['ended', 1]);
  });
});

describe('who reads it', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  const open = async () => {
    const dataDir = tempFolder();
    folders.push(dataDir);
    const { storage } = await openDatabase({ databaseUrl: '', dataDir });
    await storage.keepRun(keptRun());
    return storage;
  };

  it('RI24 those who were there, and those who run rituals, who alone read the notes; nobody else', async () => {
    const storage = await open();
    const read = async (reader: ReturnType<typeof profile>, id = 'run-1') => {
      const found = await recordFor(storage, id, reader);
      return 'refusal' in found ? `${found.status} ${found.refusal.code}` : found.page;
    };
    expect(await read(profile({ id: ben }))).toMatchObject({ room: 'commons', wasThere: true, record: { title: 'Launch', people: ['Ana Šarić', 'Ben'], steps: [{ names: ['Ana Šarić', 'Ben'] }, { recognitions: [{ to: 'Ben', why: 'For the list.' }] }] } });
    expect(JSON.stringify(await read(profile({ id: ben })))).not.toContain('Ask Ben.');
    expect(await read(profile({ id: cy, duties: ['facilitator'] }))).toMatchObject({ wasThere: false, notes: [{ step: 0, text: 'Ask Ben.' }] });
    expect([await read(profile({ id: cy })), await read(profile({ id: cy, standing: 'member' })), await read(profile({ id: ben }), 'run-2')]).toEqual(['403 ritual.notYourRecord', '403 ritual.notYourRecord', '404 ritual.noRecord']);
    await storage.close();
  });

  it('RI22 without what was written across a block, whoever made it, or by whom one has muted', async () => {
    const storage = await open();
    const texts = async (reader: string): Promise<string> => JSON.stringify(await recordFor(storage, 'run-1', profile({ id: personId(reader) })));
    expect([(await texts(ben)).includes('For the list.'), (await texts(ana)).includes('Until when?')]).toEqual([true, true]);
    await storage.setBlock(ana, ben, 'block', true, 0);
    expect([(await texts(ben)).includes('For the list.'), (await texts(ana)).includes('Until when?'), (await texts(ben)).includes('Until when?')]).toEqual([false, false, true]);
    await storage.setBlock(ana, ben, 'block', false, 0);
    await storage.setBlock(ana, ben, 'mute', true, 0);
    expect([(await texts(ben)).includes('For the list.'), (await texts(ana)).includes('Until when?')]).toEqual([true, false]);
    await storage.close();
  });
});
