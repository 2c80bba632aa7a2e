import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.ts';

const root = join(import.meta.dirname, '../..');
/** One run of Vitest, whatever worker asks (vite.config.ts sets it). */
const thisRun = process.env['HEARTH_TEST_RUN'] ?? `${process.pid}`;

/** Builds the client for production, once in a run of the tests, however many files of tests ask for it. */
export const buildOnce = (): Promise<void> =>
  withLock('build', async () => {
    // Beside what it is about: the tests of another checkout build theirs meanwhile.
    const note = join(root, 'node_modules/.hearth-built');
    if (existsSync(note) && readFileSync(note, 'utf8') === thisRun) return;
    const { build } = await import('vite');
    // Vitest's NODE_ENV would build React for development.
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    await build({ root: join(root, 'client'), configFile: join(root, 'vite.config.ts'), logLevel: 'error', mode: 'production' });
    process.env['NODE_ENV'] = before;
    writeFileSync(note, thisRun);
  });
