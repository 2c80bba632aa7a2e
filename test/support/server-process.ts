/** `node server/main.ts` as a process of its own, in production, which can be ended in any way and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.ts';

export const root = join(import.meta.dirname, '../..');
/** Words for Node that let a process go with the one that started it, even when that is killed. It needs an `ipc` channel. */
export const DIE_WITH_PARENT = ['--import', "data:text/javascript,process.on('disconnect',()=>process.exit(1))"] as const;
export type Environment = Readonly<Record<string, string>>;

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'hearth-spawned-'));

/** Starts it once, with words before and after its name. */
export const launch = (settings: Environment, before: readonly string[] = [], after: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...before, 'server/main.ts', ...after], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', ...(before.length > 0 ? ['ipc' as const] : [])],
    env: { ...process.env, NODE_ENV: 'production', HEARTH_SKIP_BUILD: '1', HOST: '127.0.0.1', PUBLIC_URL: '', DATABASE_URL: '', COMMUNITY: 'Riverside', VOICE: 'none', ...settings },
  });

export interface ServerProcess {
  readonly url: string;
  readonly folder: string;
  /** What it has written to its log, over all its starts. */
  readonly log: readonly string[];
  /** The id of the process that runs now. */
  pid(): number | undefined;
  /** Again, on the same port and data; resolves once it is open. */
  start(): Promise<void>;
  /** Resolves with its exit code once it is gone; with null where it was gone already. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** A link as the last start printed it. */
  linkOf(whose: 'Owner' | 'Guests'): string | undefined;
}

/** Starts a server on a free port, with its data in `folder`. */
export const serverProcess = async (folder = newFolder(), settings: Environment = {}): Promise<ServerProcess> => {
  const port = await freePort();
  const log: string[] = [];
  let child: ChildProcess | undefined;
  let printed = '';
  const start = async (): Promise<void> => {
    printed = '';
    const before = log.length;
    const started = launch({ PORT: `${port}`, DATA_DIR: folder, ...settings }, DIE_WITH_PARENT);
    child = started;
    started.stderr?.on('data', (text: Buffer) => log.push(text.toString()));
    await new Promise<void>((resolve, reject) => {
      started.stdout?.on('data', (text: Buffer) => {
        printed += text.toString();
        // The last line that a start prints.
        if (/Port\s+\d+/.test(printed)) resolve();
      });
      started.once('exit', (code, signal) => reject(new Error(`Hearth ended with ${code ?? signal}: ${printed}${log.slice(before).join('')}`)));
    });
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return null;
    const gone = once(ending, 'exit') as Promise<[number | null]>;
    ending.kill(signal);
    return (await gone)[0];
  };
  await start();
  return {
    url: `http://localhost:${port}`,
    folder,
    log,
    pid: () => child?.pid,
    start,
    end,
    linkOf: (whose) => new RegExp(`${whose}\\s+(\\S+)`).exec(printed)?.[1],
  };
};
