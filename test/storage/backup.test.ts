/** `npm run backup` and `npm run restore`, from every database into every other. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '#server/storage/backup.ts';
import { openDatabase, toolDialect, type DatabasePlace } from '#server/storage/open.ts';
import type { Store } from '#server/storage/storage.ts';
import { tableNames, type Tables } from '#server/storage/tables.ts';
import { scriptOf, stepOf } from '#test/support/ritual.ts';
import { databases, tempFolder } from './databases.ts';
import { personalOf, usual } from '#client/settings/settings.ts';
import { activity, ana, ben, commons, entry, fact, invitation, keptRun, line, NOON, profile } from './kept.ts';
import { runTool, type ToolRun } from './run-tool.ts';

const kinds = databases('backup and restore (test/storage/backup.test.ts)');
const folder = tempFolder();
beforeAll(async () => void (await Promise.all(kinds.map((kind) => kind.open()))));
afterAll(async () => {
  await Promise.all(kinds.map((kind) => kind.close()));
  rmSync(folder, { recursive: true, force: true });
});

const settingsOf = ({ databaseUrl, dataDir }: DatabasePlace) => ({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir || '/nonexistent' });
const tool = (name: 'backup' | 'restore', place: DatabasePlace, ...words: readonly string[]): Promise<ToolRun> => runTool(name, words, settingsOf(place));

async function* linesOf(text: string): AsyncGenerator<string> {
  if (text !== '') yield* text.replace(/\n$/, '').split('\n');
}

/** Everything in a database, table by table. */
const everything = async (place: DatabasePlace): Promise<Readonly<Record<string, readonly string[]>>> => {
  const db = new Kysely<Tables>({ dialect: toolDialect(place) });
  const tables = await Promise.all(tableNames.map(async (name) => [name, (await db.selectFrom(name).selectAll().execute()).map((row) => JSON.stringify(Object.entries(row).sort())).sort()] as const));
  await db.destroy();
  return Object.fromEntries(tables);
};

/** Something in every table, with everything that could be lost on the way. */
const fill = async (storage: Store): Promise<void> => {
  await storage.settleSetting('identity.key', 'a "quoted" key\n');
  await storage.savePerson(profile({ duties: ['sponsor'], venue: 'Łódź', cameBy: 'inv-1' }), NOON);
  await storage.savePerson(profile({ id: ben, name: '🪵\u2028' }), NOON);
  await storage.commit([fact({ effects: [{ kind: 'settings', person: ana, settings: { ...personalOf(usual), language: 'es' } }] })]);
  const facts = Array.from({ length: 700 }, (_, number) => fact({ line: line(`l${number}`, NOON + number), activity: activity(NOON + number), journal: entry(number + 1) }));
  await storage.commit([...facts, fact({ activity: { ...activity(), actor: undefined, object: 'note' } })]);
  await storage.saveSnapshot(commons, NOON, '{"version":1}', 700);
  await storage.appendAudit({ id: 'a', at: NOON, actor: undefined, act: 'ban', object: ana, reason: 'because', scope: 'campus' });
  await storage.makeInvitation(invitation({ usesLeft: 3, expiresAt: NOON }));
  await storage.ban({ id: 'b', person: ana, invitation: undefined, until: NOON, reason: '', by: undefined, at: NOON, liftedAt: undefined });
  await storage.setBlock(ana, ben, 'mute', true, NOON);
  await storage.saveBoard('studio_north-board', NOON, { head: '{}', elements: [{ id: 'e', state: '{}' }] });
  await storage.keepBoardCopy('studio_north-board', { id: 'c', at: NOON, name: 'Start', by: ana }, '{}');
  await storage.keepRun(keptRun());
  // More of them than are read at once.
  for (let n = 0; n < 20; n++) await storage.keepBoardImage('studio_north-board', { id: n.toString(16).repeat(64), at: NOON, width: 1, height: 1, size: 3, by: n % 2 === 0 ? ana : undefined, isGuest: n % 2 === 0 }, Uint8Array.of(0, 128, 255));
  const script = { id: 's', revision: 1, script: scriptOf(stepOf('say')), by: ana, byName: 'Ana', changedAt: NOON };
  await storage.commit([fact({ effects: [{ kind: 'script', script, before: undefined }, { kind: 'plan', plan: { ...script, room: 'commons', at: NOON }, before: undefined }, { kind: 'wish', plan: 's', person: ben, on: true }] })]);
};

const filled = async (kind: (typeof kinds)[number]): Promise<DatabasePlace> => {
  const place = await kind.place();
  const { storage } = await openDatabase(place);
  await fill(storage);
  await storage.close();
  return place;
};

const pairs = kinds.flatMap((from) => kinds.map((into) => ({ from, into, title: `${from.name} into ${into.name}` })));

describe.each(pairs)('$title', ({ from, into }) => {
  it('everything comes over, and the logs still only grow', async () => {
    const [source, target] = [await filled(from), await into.place()];
    const file = join(folder, `${from.name}-${into.name}`);
    expect(await tool('backup', source, file)).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^2141 rows of .* are in /) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await tool('restore', target, file)).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^2141 rows of .* are in /) });
    expect(await everything(target)).toEqual(await everything(source));
    const { storage } = await openDatabase(target);
    expect(await storage.findPerson(ben)).toMatchObject({ name: '🪵\u2028', duties: [], venue: '' });
    expect(await storage.settingsOf(ana)).toMatchObject({ language: 'es' });
    expect(await storage.journalSince(commons, 699)).toEqual([entry(700)]);
    await storage.close();
    const db = new Kysely<Tables>({ dialect: toolDialect(target) });
    for (const table of ['activity', 'audit']) await expect(sql.raw(`delete from ${table}`).execute(db)).rejects.toThrow(/only grows/);
    await db.destroy();
  });
});

describe.each(kinds)('$name', (kind) => {
  it('a backup while people talk holds whole facts, none of them half', async () => {
    const place = await kind.place();
    const { storage } = await openDatabase(place);
    await fill(storage);
    let isDone = false;
    let last = 1_000;
    const talk = async (): Promise<void> => {
      while (!isDone) {
        await new Promise(setImmediate);
        last++;
        await storage.commit([fact({ line: line(`t${last}`, NOON), activity: activity(last), journal: entry(last) })]);
      }
    };
    const talking = talk();
    const file = join(folder, `live-${kind.name}`);
    const made = await tool('backup', place, file).finally(() => (isDone = true));
    await talking;
    expect(made).toMatchObject({ code: 0, err: '' });
    await storage.close();
    const copy = await kind.place();
    expect(await tool('restore', copy, file)).toMatchObject({ code: 0 });
    const kept = await everything(copy);
    const counts = [kept['line'], kept['journal'], kept['activity']?.slice(1)].map((rows) => rows?.length ?? 0);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThanOrEqual(700);
    expect(counts[0]).toBeLessThanOrEqual(700 + last - 1_000);
  });

  it('a restore is refused where it would destroy something, and then changes nothing', async () => {
    const place = await filled(kind);
    const file = join(folder, `kept-${kind.name}`);
    await tool('backup', place, file);
    const before = await everything(place);
    expect(await tool('restore', place, file)).toEqual({ code: 1, out: '', err: 'The database is not empty. To lose what is in it and take the backup instead, add --replace.\n' });
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    const bad: readonly (readonly [string, string, RegExp])[] = [
      ['empty', '', /^This file is empty\.$/],
      ['other', '{"a":1}\n', /^This file is not a backup of Hearth\.$/],
      ['short', lines.slice(0, 1_500).join('\n'), /^This backup is cut short after line 1500\.$/],
      ['hole', lines.filter((_, number) => number !== 700).join('\n'), /^This backup is damaged in line \d+\.$/],
      ['junk', text.replace('"table":"line"', '"table":line'), /^This backup is damaged in line \d+\.$/],
      ['strange', text.replace('"table":"line"', '"table":"pg_user"'), /^This backup holds something unknown in the table pg_user\.$/],
      ['newer', text.replace('2026-11-24-people', '2999-01-01-later'), /^This backup was made by a newer Hearth/],
    ];
    for (const [name, content, sentence] of bad) await expect(restoreBackup(toolDialect(place), linesOf(content), true), name).rejects.toThrow(sentence);
    const cut = join(folder, `cut-${kind.name}`);
    writeFileSync(cut, lines.slice(0, 1_500).join('\n'));
    expect(await tool('restore', place, cut, '--replace')).toEqual({ code: 1, out: '', err: 'This backup is cut short after line 1500.\n' });
    expect(await everything(place)).toEqual(before);
    const { storage } = await openDatabase(place);
    await storage.commit([fact({ line: line('later') })]);
    expect(await tool('restore', place, file, '--replace')).toEqual({ code: 1, out: '', err: 'Hearth is running on this database. Stop it, then restore.\n' });
    expect(await storage.lastLines(commons, 1_000)).toHaveLength(701);
    await storage.close();
    expect(await tool('restore', place, file, '--replace')).toMatchObject({ code: 0, err: '' });
    expect(await everything(place)).toEqual(before);
  });

  it('takes up a backup of an older version: what it lacks gets its default', async () => {
    const place = await kind.place();
    const file = join(import.meta.dirname, 'fixtures/backup-first.jsonl');
    expect(await tool('restore', place, file)).toMatchObject({ code: 0, err: '' });
    const { storage } = await openDatabase(place);
    expect(await storage.findPerson(ana)).toMatchObject({ name: 'Ana', duties: [], venue: '' });
    expect(await storage.loadSnapshot(commons)).toMatchObject({ journal: 0 });
    expect(await storage.lastLines(commons, 5)).toHaveLength(1);
    await storage.close();
  });
});

describe('the tools', () => {
  it('say in one sentence what is wrong', async () => {
    const nowhere = { databaseUrl: '', dataDir: join(folder, 'nowhere') };
    const sentence = async (run: Promise<ToolRun>) => {
      const { code, out, err } = await run;
      expect([code, out]).toEqual([1, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
      return err.trim();
    };
    expect(await sentence(tool('backup', nowhere, join(folder, 'x')))).toMatch(/^There is no database at .*hearth\.sqlite\. Name its folder by DATA_DIR, or its address by DATABASE_URL\.$/);
    expect(await sentence(tool('backup', nowhere))).toMatch(/^It goes like this: npm run backup -- FILE/);
    expect(await sentence(tool('backup', nowhere, 'x', '--fast'))).toMatch(/^There is no option --fast/);
    expect(await sentence(tool('restore', nowhere, join(folder, 'none')))).toMatch(/^There is no file .*none\.$/);
    const gone = { databaseUrl: 'postgres://ana:hush@127.0.0.1:43398/x', dataDir: '' };
    writeFileSync(join(folder, 'x'), '');
    for (const name of ['backup', 'restore'] as const) {
      const words = await sentence(tool(name, gone, join(folder, 'x'), '--replace'));
      expect(words).toMatch(/^Hearth cannot use the database PostgreSQL ana@127\.0\.0\.1:43398\/x \(.*ECONNREFUSED.*\)\. Check that it runs/);
      expect(words).not.toMatch(/hush/);
    }
    expect(await sentence(tool('backup', nowhere, join(folder, 'x')))).toMatch(/^There is a file .*x already\. Name another, or add --replace\.$/);
  });

  it.each(['backup', 'restore', 'owner-link', 'replay', 'explain'])('%s explains itself', async (name) => {
    const { code, out, err } = await runTool(name, ['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^npm run ${name}`));
    expect(out.split('\n').length).toBeGreaterThan(3);
  });
});
