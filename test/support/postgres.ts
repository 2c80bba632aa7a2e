/** A PostgreSQL of the system's own packages for the tests, in a temporary folder, on a spare port, stopped by its pid. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './ports.ts';

const PACKAGES = '/usr/lib/postgresql';

/** The folder of the newest installed programs; `undefined` where there are none. */
const programs = (): string | undefined => {
  if (!existsSync(PACKAGES)) return undefined;
  const versions = readdirSync(PACKAGES).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(PACKAGES, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
};

/** Whether tests can run on PostgreSQL here. Says loudly, once a file, what is skipped otherwise. */
export const hasPostgres = (what: string): boolean => {
  if (programs()) return true;
  console.warn(`\nSKIPPED on PostgreSQL: ${what}. There is no PostgreSQL under ${PACKAGES}; get it by: sudo apt-get install postgresql\n`);
  return false;
};

/** PostgreSQL refuses to run as root: then it runs as the user of its packages. */
const runAs = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** The processes that a process has started. */
const partsOf = (pid: number): readonly number[] => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** Whether a process still runs; one that has ended may wait for its parent to notice. */
const runs = (pid: number): boolean => {
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It noticed by itself that the rest is gone.
  }
};

export interface TestPostgres {
  /** Makes an empty database; its address. */
  database(): Promise<string>;
  /** Ends it at once, as a power cut would. */
  kill9(): Promise<void>;
  /** Again, on the same port and data, once it is down. */
  start(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

const answers = async (address: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

export const startPostgres = async (): Promise<TestPostgres> => {
  const bin = programs();
  if (!bin) throw new Error('There is no PostgreSQL here: ask hasPostgres first.');
  const folder = mkdtempSync(join(tmpdir(), 'hearth-postgres-'));
  const owner = runAs();
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'hearth', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'], { ...owner, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const admin = `postgres://hearth:secret@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | undefined;
  let made = 0;

  const start = async (): Promise<void> => {
    // Killed at once, its parts live on for a moment and hold the data; it then refuses to start.
    for (let tries = 0; ; tries++) {
      const started = spawn(join(bin, 'postgres'), ['-D', data, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'shared_buffers=16MB'], { ...owner, cwd: folder, stdio: 'ignore' });
      child = started;
      const hasEnded = (): boolean => started.exitCode !== null || started.signalCode !== null;
      while (!hasEnded() && !(await answers(admin))) await wait(50);
      if (!hasEnded()) return;
      if (tries > 100) throw new Error(`PostgreSQL ended with ${started.exitCode ?? started.signalCode}.`);
      await wait(100);
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
  };
  // SIGQUIT: at once, its parts too, if the tests end without `remove`.
  const atExit = (): void => void child?.kill('SIGQUIT');
  process.once('exit', atExit);

  await start();
  return {
    database: async () => {
      const name = `test_${++made}`;
      const client = new pg.Client({ connectionString: admin });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return admin.replace(/postgres$/, name);
    },
    kill9: async () => {
      // Its parts answer on for a moment when only the first process is killed.
      const parts = child?.pid === undefined ? [] : partsOf(child.pid);
      await end('SIGKILL');
      parts.forEach(killNow);
      while (parts.some(runs)) await wait(20);
    },
    start,
    remove: async () => {
      await end('SIGQUIT');
      process.removeListener('exit', atExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
