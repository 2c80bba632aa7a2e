/** What storage does while there is none: it says so within its bound, and works again without a restart. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#server/storage/open.ts';
import { openStorage } from '#server/storage/sql.storage.ts';
import { openSqlite } from '#server/storage/sqlite.adapter.ts';
import type { Store } from '#server/storage/storage.ts';
import { hasPostgres, startPostgres, type TestPostgres } from '#test/support/postgres.ts';
import { tempFolder } from './databases.ts';
import { activity, commons, entry, fact, line, NOON } from './kept.ts';
import { quietLine } from './quiet-line.ts';

/** No lasting command waits longer than this (ms), with what a busy machine adds. */
const BOUND = 2_000 + 500;
const whole = (number: number) => fact({ line: line(`l${number}`, NOON + number), activity: activity(NOON + number), journal: entry(number) });
const lines = async (storage: Store) => (await storage.lastLines(commons, 100)).map(({ id }) => id);

/** The error of a commit, and how long it took. */
const refused = async (storage: Store, number: number): Promise<{ readonly message: string; readonly took: number }> => {
  const began = performance.now();
  const message = await storage.commit([whole(number)]).then(() => 'It was stored.', (error: unknown) => (error instanceof Error ? error.message : ''));
  return { message, took: performance.now() - began };
};

const left: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const undo of left.splice(0).reverse()) await undo();
});

const folder = (): string => {
  const made = tempFolder();
  left.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

describe('SQLite', () => {
  it('refuses what a full file cannot take, all of it, and stores again when there is room', async () => {
    const { dialect, database } = openSqlite(join(folder(), 'hearth.sqlite'));
    const storage = await openStorage(dialect);
    left.push(() => storage.close());
    await storage.commit([whole(1)]);
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const big = fact({ line: line('big', NOON + 2, 'x'.repeat(200_000)), activity: activity(NOON + 2), journal: entry(2) });
    await expect(storage.commit([whole(3), big])).rejects.toThrow(/full/);
    expect(await lines(storage)).toEqual(['l1']);
    expect(await storage.activities(commons)).toHaveLength(1);
    database.exec('PRAGMA max_page_count = 100000');
    await storage.commit([whole(3), big]);
    expect(await lines(storage)).toEqual(['l1', 'big', 'l3']);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  if (!canMount) console.warn('\nSKIPPED: SQLite on a disk that is really full. It mounts a small tmpfs: run the tests as root on Linux.\n');
  it.runIf(canMount)('on a disk that is full refuses, reads on, and stores again when something is removed', async () => {
    const disk = join(folder(), 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      console.warn('\nSKIPPED: SQLite on a disk that is really full. This system does not allow to mount a tmpfs.\n');
      return;
    }
    left.push(() => void execFileSync('umount', [disk]));
    const { storage } = await openDatabase({ databaseUrl: '', dataDir: disk });
    left.push(() => storage.close());
    await storage.commit([whole(1)]);
    for (const size of [65_536, 4_096, 512, 1]) {
      try {
        for (let number = 0; ; number++) writeFileSync(join(disk, `filler-${size}-${number}`), Buffer.alloc(size));
      } catch {
        // Full, for pieces of this size.
      }
    }
    let number = 2;
    let message = '';
    // The log file may have room left for some.
    for (; number < 2_000 && message === ''; number++) message = await storage.commit([whole(number)]).then(() => '', (error: unknown) => String(error));
    expect(message).toMatch(/full|I\/O/);
    await expect(storage.saveSnapshot(commons, NOON, 'x'.repeat(100_000))).rejects.toThrow();
    const before = await lines(storage);
    expect(before).not.toContain(`l${number - 1}`);
    execFileSync('sh', ['-c', `rm ${disk}/filler-65536-*`]);
    await storage.commit([whole(number)]);
    expect(await lines(storage)).toContain(`l${number}`);
    await storage.saveSnapshot(commons, NOON, 'x'.repeat(100_000));
  });

  it('waits for another writer within its bound only, and stores again when that is done', async () => {
    const dataDir = folder();
    const { storage } = await openDatabase({ databaseUrl: '', dataDir });
    left.push(() => storage.close());
    const other = new DatabaseSync(join(dataDir, 'hearth.sqlite'));
    left.push(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const { message, took } = await refused(storage, 1);
    expect(message).toMatch(/locked/);
    expect(took).toBeLessThan(BOUND);
    other.exec('COMMIT');
    await storage.commit([whole(1)]);
    expect(await lines(storage)).toEqual(['l1']);
  });

  it('says in a sentence that a file is not a database', async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'hearth.sqlite'), 'This is a letter.'.repeat(100));
    await expect(openDatabase({ databaseUrl: '', dataDir })).rejects.toThrow(/^Hearth cannot use the database .*hearth\.sqlite \(file is not a database\)\. Move the file away/);
  });
});

describe.runIf(hasPostgres('storage while PostgreSQL is gone (test/storage/failure.test.ts)'))('PostgreSQL', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.remove());

  const open = async (databaseUrl: string): Promise<Store> => {
    const { storage } = await openDatabase({ databaseUrl, dataDir: '' });
    left.push(() => storage.close());
    return storage;
  };
  /** Storage over a line that the test can silence. */
  const overLine = async () => {
    const direct = await postgres.database();
    const cable = await quietLine(Number(new URL(direct).port));
    left.push(() => cable.close());
    const address = new URL(direct);
    address.port = `${cable.port}`;
    return { cable, storage: await open(address.href) };
  };

  it('killed and started again: refused within the bound meanwhile, stored afterwards, nothing acknowledged lost', async () => {
    const storage = await open(await postgres.database());
    await storage.commit([whole(1)]);
    await postgres.kill9();
    for (const number of [2, 3]) {
      const { message, took } = await refused(storage, number);
      expect(message).not.toBe('It was stored.');
      expect(took).toBeLessThan(BOUND);
    }
    await expect(storage.lastLines(commons, 1)).rejects.toThrow();
    await postgres.start();
    await storage.commit([whole(4)]);
    expect(await lines(storage)).toEqual(['l1', 'l4']);
  });

  it('silent: refused within the bound, and stored over a new connection once it answers', async () => {
    const { cable, storage } = await overLine();
    await storage.commit([whole(1)]);
    cable.silence();
    const several = await Promise.all([2, 3, 4, 5, 6, 7, 8].map((number) => refused(storage, number)));
    for (const { message, took } of several) {
      expect(message).not.toBe('It was stored.');
      expect(took).toBeLessThan(BOUND);
    }
    cable.mend();
    await storage.commit([whole(9)]);
    expect(await lines(storage)).toEqual(['l1', 'l9']);
  });

  it('cut off right after COMMIT took effect: what was refused is taken back, and what is tried again counts once', async () => {
    const { cable, storage } = await overLine();
    cable.cutAt('commit', 'after');
    const record = fact({ activity: activity(NOON + 2), journal: entry(2) });
    await expect(storage.commit([whole(1), record])).rejects.toThrow();
    expect(await lines(storage)).toEqual(['l1']);
    await storage.commit([record]);
    expect(await lines(storage)).toEqual([]);
    expect((await storage.journalSince(commons, 0)).map(({ number }) => number)).toEqual([2]);
    expect((await storage.activities(commons)).filter(({ at }) => at === NOON + 2)).toHaveLength(1);
  });

  it('cut off before COMMIT arrived: the same words, and the next is stored', async () => {
    const { cable, storage } = await overLine();
    cable.cutAt('commit', 'before');
    await expect(storage.commit([whole(1)])).rejects.toThrow();
    await storage.commit([whole(1)]);
    expect(await lines(storage)).toEqual(['l1']);
  });

  it('a statement that waits for a lock is refused within the bound, and the lock ends with its holder', async () => {
    const address = await postgres.database();
    const storage = await open(address);
    const { default: pg } = await import('pg');
    const other = new pg.Client({ connectionString: address });
    await other.connect();
    await other.query('begin');
    await other.query('lock table line');
    const { message, took } = await refused(storage, 1);
    expect(message).not.toBe('It was stored.');
    expect(took).toBeLessThan(BOUND);
    await other.query('commit');
    await other.end();
    await storage.commit([whole(2)]);
    expect(await lines(storage)).toEqual(['l2']);
  });

  it('that is not there is named in a sentence, without its password', async () => {
    const opening = openDatabase({ databaseUrl: 'postgres://ana:hush@127.0.0.1:43399/hearth', dataDir: '' });
    await expect(opening).rejects.toThrow(/^Hearth cannot use the database PostgreSQL ana@127\.0\.0\.1:43399\/hearth \(.+\)\. Check that it runs, and the setting DATABASE_URL\.$/);
    await expect(opening).rejects.not.toThrow(/hush/);
    await expect(openDatabase({ databaseUrl: 'mysql://x', dataDir: '' })).rejects.toThrow(/^DATABASE_URL must look like/);
  });
});
