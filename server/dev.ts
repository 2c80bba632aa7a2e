/** `npm run dev`: Vite serves the client hot; the server is started anew whenever its code changes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { readSettings } from './host/settings.ts';

const root = join(import.meta.dirname, '..');
const SETTLE = 150;
/** How long (ms) a server may take to end before it is killed. */
const PATIENCE = 5_000;
const watched = ['server', 'shared', 'assets/rooms'];

const read = readSettings(process.env);
if (!read.ok) {
  process.stderr.write(`${read.sentence}\n`);
  process.exit(1);
}
const { PORT } = read.settings;

let running: ChildProcess | undefined;
let stopping = false;

const start = (address: string): void => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/main.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, HEARTH_SKIP_BUILD: '1', PUBLIC_URL: address },
  });
  running = child;
  child.once('exit', (code) => {
    if (running === child) running = undefined;
    if (code !== 0 && !stopping) process.stdout.write('The server stopped. It starts again at the next change.\n');
  });
};

/** Ends the server and waits until its port is free. */
const end = async (): Promise<void> => {
  const child = running;
  if (!child) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await gone;
  clearTimeout(impatience);
};

const main = async (): Promise<void> => {
  process.env['HEARTH_SERVER'] ??= `http://localhost:${PORT}`;
  const vite = await createServer({ configFile: join(root, 'vite.config.ts') });
  await vite.listen();
  const address = (vite.resolvedUrls?.local[0] ?? 'http://localhost:5173/').replace(/\/$/, '');
  start(address);

  let timer: NodeJS.Timeout | undefined;
  let restarting = Promise.resolve();
  const changed = (_event: string, file: string | null): void => {
    if (!file || !/\.(ts|json)$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      restarting = restarting.then(async () => {
        process.stdout.write(`${file} changed: starting the server again.\n`);
        await end();
        if (!stopping) start(address);
      });
    }, SETTLE);
  };
  for (const folder of watched) watch(join(root, folder), { recursive: true }, changed);

  const stop = async (): Promise<void> => {
    stopping = true;
    await end();
    await vite.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
};

await main();
