/** The real server, as people start it, on a free port with data of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from './build.ts';

const root = join(import.meta.dirname, '../..');
/** The server goes with the process that started it, even when that is killed. */
const DIE_WITH_PARENT = "data:text/javascript,process.on('disconnect',()=>process.exit(1))";

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

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
  /** Stops it and removes its data. */
  remove(): Promise<void>;
  /** What it has written to its log. */
  readonly log: readonly string[];
}

export const startHearth = async (): Promise<TestHearth> => {
  await buildOnce();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hearth-test-'));
  const log: string[] = [];
  let child: ChildProcess | undefined;

  const start = async (): Promise<string> => {
    const environment = { ...process.env, NODE_ENV: 'production', HEARTH_SKIP_BUILD: '1', PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: folder, PUBLIC_URL: '', COMMUNITY: 'Riverside' };
    const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', DIE_WITH_PARENT, 'server/main.ts'], {
      cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = started;
    started.stderr?.on('data', (text: Buffer) => log.push(text.toString()));
    return new Promise((resolve, reject) => {
      let printed = '';
      started.stdout?.on('data', (text: Buffer) => {
        printed += text.toString();
        // The last line that a start prints.
        if (/Port\s+\d+/.test(printed)) resolve(printed);
      });
      started.once('exit', (code) => reject(new Error(`Hearth ended with ${code}: ${printed}${log.join('')}`)));
    });
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
  };

  const printed = await start();
  const linkOf = (whose: string): string => new RegExp(`${whose}\\s+(\\S+)`).exec(printed)?.[1] ?? '';
  return {
    url: `http://localhost:${port}`,
    ownerLink: linkOf('Owner'),
    guestLink: linkOf('Guests'),
    log,
    kill9: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start: async () => void (await start()),
    kept: (room = 'commons') => {
      const database = new DatabaseSync(join(folder, 'hearth.sqlite'), { readOnly: true });
      try {
        const state = database.prepare('select state from snapshot where room = ?').get(room)?.['state'];
        return state === undefined ? undefined : JSON.parse(String(state));
      } finally {
        database.close();
      }
    },
    remove: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
