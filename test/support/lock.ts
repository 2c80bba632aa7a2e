import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const holderOf = (folder: string): number => {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8'));
  } catch {
    return 0;
  }
};

const isLeft = (folder: string): boolean => {
  const holder = holderOf(folder);
  if (holder !== 0) return !isAlive(holder);
  const { mtimeMs = Date.now() } = statSync(folder, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > 5_000;
};

const take = (folder: string): boolean => {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), `${process.pid}`);
    return true;
  } catch {
    // Its holder was killed: the lock is nobody's.
    if (isLeft(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
};

/** Does `work` while no other process of this machine does the work of that name. */
export const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const folder = join(tmpdir(), `hearth-${name}.lock`);
  while (!take(folder)) await wait(100);
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
