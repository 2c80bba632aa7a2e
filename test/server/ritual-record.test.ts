/** What lasts of a ritual: its record, with the act that ended it, and who reads it. */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { originCheck } from '#server/host/headers.ts';
import { Identity } from '#server/people/identity.ts';
import { Visitors } from '#server/people/visitors.ts';
import { addRuns, recordFor } from '#server/rituals/run-routes.ts';
import { openDatabase } from '#server/storage/open.ts';
import { personId } from '#shared/kernel/ids.ts';
import { runOf } from '#shared/rituals/held.ts';
import { keptRunOf } from '#shared/rituals/kept.ts';
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

  it('RI43 is all that is left of it: whoever comes in afterwards gets nothing of what people did', async () => {
    const ritual = await held();
    const { table, guests, act } = ritual;
    const texts = ['"Ben"', '"signed":[1]', '"given":[1]', 'parts.1.given.0'];
    const isShown = (): readonly boolean[] => {
      const shown = [...table.host.facts.ritual.entries()].map(([path, text]) => `${path}=${text}`).join('\n');
      return texts.map((text) => shown.includes(text));
    };
    await ritual.next();
    await act(guests.ana, 'ritual.recognise', { person: 'ben', why: 'For the list.' });
    expect(isShown()).toEqual([true, true, true, true]);
    await act(guests.ana, 'ritual.end', { leaving: [] });
    await stored(ritual);
    expect(isShown()).toEqual([false, false, false, false]);
    // Nor after a restart, which takes up the whole of it.
    await table.host.save();
    await table.restart();
    expect(isShown()).toEqual([false, false, false, false]);
    const { run } = table.host.room.ritual;
    expect(run && keptRunOf(table.host.room.layout.id, run)?.record.steps).toMatchObject([{ names: [{ name: 'Ben' }] }, { recognitions: [{ why: 'For the list.' }] }]);
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
  const servers: Server[] = [];
  afterAll(() => servers.forEach((server) => server.close()));
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
    // Nor are notes of theirs.
    expect([await recordFor(storage, 'run-1', profile({ id: ben, duties: ['facilitator'] })), await recordFor(storage, 'run-1', profile({ id: cy, duties: ['facilitator'] }))]).toMatchObject([{ page: { notes: [] } }, { page: { notes: [{ text: 'Ask Ben.' }] } }]);
    await storage.setBlock(ana, ben, 'block', false, 0);
    await storage.setBlock(ana, ben, 'mute', true, 0);
    expect([(await texts(ben)).includes('For the list.'), (await texts(ana)).includes('Until when?')]).toEqual([true, false]);
    await storage.close();
  });

  it('RI24 RI25 RI26 over HTTP: read by who one is, left from our own pages alone, and by nobody who is banned', async () => {
    const storage = await open();
    for (const [id, name] of [[ana, 'Ana Šarić'], [ben, 'Ben'], [cy, 'Cy']] as const) await storage.savePerson(profile({ id, name }), 0);
    const identity = await Identity.open(storage);
    const app = express();
    addRuns(app, new Visitors({ identity, storage, now: () => 0 }), { storage, isAllowedOrigin: originCheck('') });
    const server = app.listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ask = async (who: string | undefined, path: string, post?: { readonly from: string }): Promise<unknown> => {
      const token = who === undefined ? '' : who === 'forged' ? `${ana}.forged` : identity.tokenOf(personId(who));
      const response = await fetch(`${url}/api/${path}`, { method: post ? 'POST' : 'GET', headers: { cookie: `hearth=${token}`, ...(post && { origin: post.from }) } });
      expect(response.headers.get('cache-control')).toBe('no-store');
      const answer = (await response.json()) as { readonly refusal?: { readonly code: string } };
      return response.ok ? answer : `${response.status} ${answer.refusal?.code}`;
    };
    const entry = [{ id: 'run-1', title: 'Launch', endedAt: keptRun().record.endedAt }];
    for (const who of [undefined, 'forged']) for (const path of ['runs/run-1', 'rooms/commons/runs', 'charter']) expect(await ask(who, path)).toBe('401 entry.stranger');
    expect([await ask(ben, 'rooms/commons/runs'), await ask(cy, 'rooms/commons/runs'), await ask(ben, 'rooms/nowhere/runs')]).toEqual([entry, [], []]);
    expect([await ask(cy, 'runs/run-1'), await ask(ben, 'runs/run-9'), await ask(ben, "runs/'%20or%201=1")]).toEqual(['403 ritual.notYourRecord', '404 ritual.noRecord', '404 ritual.noRecord']);
    const page = await ask(ben, 'runs/run-1');
    expect(page).toMatchObject({ wasThere: true, record: { title: 'Launch' } });
    expect(JSON.stringify(page)).not.toMatch(new RegExp(`"id"|"(${ana}|${ben})"|Ask Ben`));
    expect(await ask(cy, 'charter')).toMatchObject({ charter: { title: 'How we are' }, signed: ['Ana Šarić', 'Ben'], isMine: false });
    expect([await ask(ben, 'runs/run-1/leave', { from: 'http://elsewhere.example' }), await ask(cy, 'runs/run-1/leave', { from: url })]).toEqual(['403 entry.badOrigin', '404 ritual.noRecord']);
    expect(await ask(ben, 'runs/run-1/leave', { from: url })).toEqual({ ok: true });
    expect([await ask(ben, 'runs/run-1'), await ask(ben, 'rooms/commons/runs')]).toEqual(['403 ritual.notYourRecord', []]);
    expect(JSON.stringify([await ask(ana, 'runs/run-1'), await ask(ana, 'charter')])).not.toContain('Ben');
    await storage.ban({ id: 'ban-1', person: ana, invitation: undefined, until: 9, reason: '', by: undefined, at: 0, liftedAt: undefined });
    for (const path of ['runs/run-1', 'rooms/commons/runs', 'charter']) expect(await ask(ana, path)).toBe('403 entry.banned');
    expect(await ask(ana, 'runs/run-1/leave', { from: url })).toBe('403 entry.banned');
    await storage.close();
  });
});
