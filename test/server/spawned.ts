/** `node server/main.ts` as a process of its own, which can be killed, and which says why it does not start. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doorOf, freePort } from './opened.ts';

const root = join(import.meta.dirname, '../..');
/** It goes with the process that started it, even when that is killed. */
const DIE_WITH_PARENT = "data:text/javascript,process.on('disconnect',()=>process.exit(1))";

const launch = (settings: Readonly<Record<string, string>>, before: readonly string[] = [], after: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...before, 'server/main.ts', ...after], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', ...(before.length > 0 ? ['ipc' as const] : [])],
    env: { ...process.env, NODE_ENV: 'production', HEARTH_SKIP_BUILD: '1', HOST: '127.0.0.1', PUBLIC_URL: '', COMMUNITY: 'Riverside', ...settings },
  });

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts it and waits until it has ended by itself. */
export const startAndFail = async (settings: Readonly<Record<string, string>>, words: readonly string[] = []): Promise<Ended> => {
  const child = launch(settings, [], words);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
};

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'hearth-spawned-'));

/** A server that can be ended in any way and started again on the same port and data. */
export const spawnHearth = async (folder = newFolder()) => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let printed = '';
  const start = async (): Promise<void> => {
    printed = '';
    const started = launch({ PORT: `${port}`, DATA_DIR: folder }, ['--import', DIE_WITH_PARENT]);
    child = started;
    let said = '';
    started.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    await new Promise<void>((resolve, reject) => {
      started.stdout?.on('data', (text: Buffer) => {
        printed += text.toString();
        // The last line that a start prints.
        if (/Port\s+\d+/.test(printed)) resolve();
      });
      started.once('exit', (code) => reject(new Error(`Hearth ended with ${code}: ${printed}${said}`)));
    });
  };
  /** Resolves with its exit code once it is gone. */
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null) return null;
    const gone = once(ending, 'exit') as Promise<[number | null]>;
    ending.kill(signal);
    return (await gone)[0];
  };
  const linkOf = (whose: 'Owner' | 'Guests'): string | undefined => new RegExp(`${whose}\\s+(\\S+)`).exec(printed)?.[1];
  await start();
  return { url, folder, start, end, linkOf, door: doorOf(url, linkOf('Guests') ?? '') };
};
