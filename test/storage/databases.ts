/** The databases on which every storage test runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openDatabase, type DatabasePlace } from '#server/storage/open.ts';
import type { Store } from '#server/storage/storage.ts';
import { hasPostgres, startPostgres, type TestPostgres } from '#test/support/postgres.ts';

export interface TestDatabases {
  readonly name: string;
  /** Starts what is needed; call it before all tests. */
  open(): Promise<void>;
  /** The place of an empty database. */
  place(): Promise<DatabasePlace>;
  close(): Promise<void>;
}

export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'hearth-storage-'));

/** An empty SQLite of one's own; `end` closes it, and leaves nothing of it. */
export const ownDatabase = async (): Promise<{ readonly storage: Store; end(): Promise<void> }> => {
  const dataDir = tempFolder();
  const { storage } = await openDatabase({ databaseUrl: '', dataDir });
  return {
    storage,
    end: async () => {
      await storage.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

const onSqlite = (): TestDatabases => {
  const folders: string[] = [];
  return {
    name: 'SQLite',
    open: async () => undefined,
    place: async () => {
      const dataDir = tempFolder();
      folders.push(dataDir);
      return { databaseUrl: '', dataDir };
    },
    close: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
};

const onPostgres = (): TestDatabases => {
  let postgres: TestPostgres | undefined;
  return {
    name: 'PostgreSQL',
    open: async () => void (postgres = await startPostgres()),
    place: async () => ({ databaseUrl: (await postgres?.database()) ?? '', dataDir: '' }),
    close: async () => postgres?.remove(),
  };
};

/** SQLite, and PostgreSQL where it is installed; `what` is named when it is not. */
export const databases = (what: string): readonly TestDatabases[] => [onSqlite(), ...(hasPostgres(what) ? [onPostgres()] : [])];

export interface Opened {
  readonly place: DatabasePlace;
  /** Of this test; another after a restart. */
  readonly storage: Store;
  /** Hearth is stopped, and started again on what it left. */
  restart(): Promise<void>;
}

/** For each test of a suite a database of its own, empty and open. */
export const openEach = (database: TestDatabases): Opened => {
  let opened: { readonly place: DatabasePlace; readonly storage: Store } | undefined;
  const now = (): NonNullable<typeof opened> => {
    if (!opened) throw new Error('A database is open within a test.');
    return opened;
  };
  const open = async (place: DatabasePlace): Promise<void> => void (opened = { place, storage: (await openDatabase(place)).storage });
  beforeAll(() => database.open());
  afterAll(() => database.close());
  beforeEach(async () => open(await database.place()));
  afterEach(() => opened?.storage.close());
  return {
    get place() { return now().place; },
    get storage() { return now().storage; },
    restart: async () => {
      await now().storage.close();
      await open(now().place);
    },
  };
};
