/** The real server, as people start it, on a free port with data of its own. */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { buildOnce } from './build.ts';
import { newFolder, serverProcess, type Environment } from './server-process.ts';

export interface TestHearth {
  readonly url: string;
  /** Of the first start; works once. */
  readonly ownerLink: string;
  readonly guestLink: string;
  /** Ends it at once, as a power cut would. */
  kill9(): Promise<void>;
  stop(): Promise<void>;
  /** Again, on the same port and data. */
  start(): Promise<void>;
  /** What it has kept of a room's live state, as it would come back. */
  kept(room?: string): { readonly hands: readonly unknown[]; readonly people: readonly { readonly name: string; readonly x: number; readonly z: number }[] } | undefined;
  /** Whether it has kept a text on a board, as it would come back. */
  keptOn(board: string, text: string): boolean;
  /** Says something to the Commons a long time ago, so often. */
  fill(lines: number): void;
  /** Takes that away again. */
  unfill(): void;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
  /** The id of its process. */
  pid(): number | undefined;
  /** What it has written to its log. */
  readonly log: readonly string[];
}

/** What the database in a folder has of a room's live state, as JSON; `undefined` before the first snapshot. */
export const snapshotIn = (folder: string, room = 'commons'): string | undefined => {
  const database = new DatabaseSync(join(folder, 'hearth.sqlite'), { readOnly: true });
  try {
    const state = database.prepare('select state from snapshot where room = ?').get(room)?.['state'];
    return state === undefined ? undefined : String(state);
  } finally {
    database.close();
  }
};

const LONG_AGO = 'long-ago-';
const inDatabase = (folder: string, act: (database: DatabaseSync) => void): void => {
  const database = new DatabaseSync(join(folder, 'hearth.sqlite'), { timeout: 2_000 });
  try {
    act(database);
  } finally {
    database.close();
  }
};

/** `roomsIn` makes a folder of layouts within the one for its data. Without settings of its own it carries no voice. */
export const startHearth = async (roomsIn?: (folder: string) => string, settings: Environment = {}): Promise<TestHearth> => {
  await buildOnce();
  const folder = newFolder();
  const hearth = await serverProcess(folder, { ...settings, ...(roomsIn ? { ROOMS_DIR: roomsIn(folder) } : {}) });
  return {
    url: hearth.url,
    ownerLink: hearth.linkOf('Owner') ?? '',
    guestLink: hearth.linkOf('Guests') ?? '',
    log: hearth.log,
    pid: hearth.pid,
    kill9: async () => void (await hearth.end('SIGKILL')),
    stop: async () => void (await hearth.end('SIGTERM')),
    start: hearth.start,
    kept: (room) => {
      const state = snapshotIn(hearth.folder, room);
      return state === undefined ? undefined : JSON.parse(state);
    },
    keptOn: (board, text) => {
      let isKept = false;
      inDatabase(hearth.folder, (database) => {
        const rows = database.prepare('select state from board_element where board = ?').all(board).map(({ state }) => JSON.parse(String(state)) as { readonly text: string; readonly rest: string; readonly deletedAt: number });
        isKept = rows.some(({ text: words, rest, deletedAt }) => deletedAt === 0 && (words === text || (JSON.parse(rest) as { readonly label: string }).label === text));
      });
      return isKept;
    },
    fill: (lines) => inDatabase(hearth.folder, (database) => {
      const insert = database.prepare("insert or ignore into line (id, room, at, author, name, text, audience) values (?, 'commons', ?, 'nobody', 'Nobody', ?, 'room')");
      for (let number = 1; number <= lines; number++) insert.run(`${LONG_AGO}${number}`, number, `said long ago, ${number}`);
    }),
    unfill: () => inDatabase(hearth.folder, (database) => void database.prepare('delete from line where id like ?').run(`${LONG_AGO}%`)),
    remove: async () => {
      await hearth.end('SIGTERM');
      rmSync(hearth.folder, { recursive: true, force: true });
    },
  };
};
