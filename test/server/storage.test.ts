/** What storage promises, on SQLite as it ships. */
import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '#server/storage/sqlite.adapter.ts';
import { openStorage } from '#server/storage/sql.storage.ts';
import type { Fact, Profile, Storage } from '#server/storage/storage.ts';
import { lineId, personId, roomId } from '#shared/kernel/ids.ts';

const room = roomId('commons');
const ana = personId('ana');
let folder: string;
let file: string;
let storage: Storage;
const open = async (): Promise<Storage> => openStorage(openSqlite(file).dialect);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-storage-'));
  file = join(folder, 'hearth.sqlite');
  storage = await open();
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const said = (number: number, at = number, where = room): Fact => ({
  room: where,
  line: { id: lineId(`line-${String(number).padStart(4, '0')}`), by: ana, name: 'Ana', text: `No ${number}: 'quoted' "twice" \u{1f525} -- ; drop table line`, at },
  activity: { at, actor: ana, capability: 'chat.say', object: undefined, room: where },
});

describe('storage', () => {
  it('CH2 keeps what was said over a closing, as it was said, the oldest first', async () => {
    await storage.commit([said(2), said(1), said(3)]);
    await storage.close();
    storage = await open();
    const lines = await storage.lastLines(room, 10);
    expect(lines).toEqual([said(1).line, said(2).line, said(3).line]);
  });

  it('gives the last so many lines of one room', async () => {
    await storage.commit(Array.from({ length: 150 }, (_, at) => said(at)));
    await storage.commit([said(900, 900, roomId('garden'))]);
    const lines = await storage.lastLines(room, 100);
    expect([lines.length, lines[0]?.at, lines.at(-1)?.at]).toEqual([100, 50, 149]);
  });

  it('stores a batch whole or not at all', async () => {
    await storage.commit([said(1)]);
    await expect(storage.commit([said(2), said(1), said(3)])).rejects.toThrow();
    expect(await storage.lastLines(room, 10)).toHaveLength(1);
    expect(await storage.activities(room)).toHaveLength(1);
    await storage.commit([said(2)]);
    expect(await storage.lastLines(room, 10)).toHaveLength(2);
  });

  it('has it on the disk when it says so: another process reads it at once', async () => {
    await storage.commit([said(7)]);
    const other = new DatabaseSync(file, { readOnly: true });
    expect(other.prepare('select count(*) as lines from line').get()).toEqual({ lines: 1 });
    other.close();
  });

  it('keeps activity without content, and without a name where the record is anonymous', async () => {
    await storage.commit([
      { room, line: undefined, activity: { at: 1, actor: undefined, capability: 'vote.cast', object: 'poll-1', room } },
      { room, line: undefined, activity: { at: 2, actor: ana, capability: 'hand.raise', object: undefined, room } },
      { room, line: undefined, activity: undefined },
    ]);
    expect(await storage.activities(room)).toEqual([
      { at: 1, actor: undefined, capability: 'vote.cast', object: 'poll-1', room },
      { at: 2, actor: ana, capability: 'hand.raise', object: undefined, room },
    ]);
    await storage.commit([said(1)]);
    const other = new DatabaseSync(file, { readOnly: true });
    expect(JSON.stringify(other.prepare('select * from activity').all())).not.toContain('quoted');
    other.close();
  });

  it('keeps one snapshot a room, the latest', async () => {
    expect(await storage.loadSnapshot(room)).toBeUndefined();
    await storage.saveSnapshot(room, 1, 'first');
    await storage.saveSnapshot(room, 1_795_490_000_000, 'second');
    expect(await storage.loadSnapshot(room)).toMatchObject({ at: 1_795_490_000_000, state: 'second' });
  });

  it('keeps people, and who has which standing', async () => {
    const profile: Profile = { id: ana, name: 'Ana Ðurić', callMe: 'Ana', pronouns: 'she/her', standing: 'owner', look: '01' };
    await storage.savePerson(profile, 1);
    await storage.savePerson({ ...profile, id: personId('ben'), name: 'Ben', standing: 'guest' }, 1);
    await storage.savePerson({ ...profile, look: '02' }, 2);
    expect(await storage.findPerson(ana)).toMatchObject({ ...profile, look: '02' });
    expect(await storage.findPerson(personId('nobody'))).toBeUndefined();
    expect(await storage.namesOf(['owner', 'member'])).toEqual([{ id: ana, name: 'Ana Ðurić' }]);
  });

  it('settles a setting once: of many at the same moment one wins, and all are told which', async () => {
    const told = await Promise.all(Array.from({ length: 20 }, (_, at) => storage.settleSetting('owner', `person-${at}`)));
    expect(new Set(told).size).toBe(1);
    expect(await storage.setting('owner')).toBe(told[0]);
  });

  it('opens what an earlier start made, again and again, without changing it', async () => {
    await storage.commit([said(1)]);
    for (let start = 0; start < 3; start++) {
      await storage.close();
      storage = await open();
    }
    expect(await storage.lastLines(room, 10)).toEqual([said(1).line]);
  });
});
