import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { realAmbient } from './host/ambient.ts';
import { errorDetails, log } from './host/log.ts';
import { startServer, StartError } from './host/server.ts';
import { helpText, readSettings } from './host/settings.ts';

const root = join(import.meta.dirname, '..');
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const newest = (folder: string): number =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

/** Builds the client when a source is newer than what was built; in a process of its own, for this one would hold what that takes, some 800 MB, as long as it runs. */
const buildClient = async (): Promise<void> => {
  const built = join(root, 'dist/index.html');
  const sources = Math.max(newest('client'), newest('shared'), statSync(join(root, 'package.json')).mtimeMs);
  if (process.env['HEARTH_SKIP_BUILD'] === '1' || (existsSync(built) && statSync(built).mtimeMs > sources)) return;
  say('Building the client (about 10 seconds, only after a change)…');
  const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '../bin/vite.js');
  const [code] = (await once(spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' }), 'exit')) as [number | null];
  if (code !== 0) throw new StartError('The client could not be built; why stands above.');
};

const main = async (): Promise<void> => {
  if (process.argv.includes('--help')) return void say(helpText());
  const read = readSettings(process.env);
  if (!read.ok) return giveUp(read.sentence);
  // A rejection nobody awaited must not take everyone's room down.
  process.on('unhandledRejection', (error) => log('rejection.unhandled', errorDetails(error)));
  await buildClient();
  const running = await startServer(read.settings, realAmbient);
  if (process.argv.includes('--demo')) await running.startCompanions();
  say('');
  say(`${read.settings.COMMUNITY} is open.`);
  if (running.ownerLink) say(`  Owner    ${running.ownerLink}   (makes whoever opens it first the owner)`);
  say(`  Guests   ${running.guestLink}`);
  say(`  Storage  ${running.storage}`);
  say(`  Voice    ${running.voice}`);
  say(`  Port     ${read.settings.PORT}`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('Closing: saving everything…');
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log('stop.failed', errorDetails(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

main().catch((error: unknown) => {
  if (error instanceof StartError) giveUp(error.message);
  log('start.failed', errorDetails(error));
  giveUp(error instanceof Error ? error.message : 'Hearth could not start.');
});
