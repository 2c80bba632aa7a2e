/** The disk is full while people are inside, and then it is not. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverProcess } from '#test/support/server-process.ts';
import type { Drill, DrillOptions, Outcome } from './drill.ts';
import { liveThroughOutage } from './outage.ts';

const SIZE = '4m';
const PIECES = [65_536, 4_096, 512, 1];

/** Takes all room of a small disk, in ever smaller pieces. */
const fill = (disk: string): void => {
  for (const size of PIECES) {
    try {
      for (let number = 0; ; number++) writeFileSync(join(disk, `filler-${size}-${number}`), Buffer.alloc(size));
    } catch {
      // Full, for pieces of this size.
    }
  }
};

const clear = (disk: string): void => {
  for (const file of readdirSync(disk)) if (file.startsWith('filler-')) rmSync(join(disk, file));
};

/** Mounts a small disk, and takes it away again after `use`. */
const onSmallDisk = async <T>(use: (disk: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-disk-'));
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk], { stdio: 'ignore' });
  try {
    return await use(disk);
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(folder, { recursive: true, force: true });
  }
};

const mayMount = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'hearth-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const run = ({ note }: DrillOptions): Promise<Outcome> =>
  onSmallDisk(async (disk) => {
    const server = await serverProcess(disk);
    try {
      const faults = await liveThroughOutage(server, { take: () => fill(disk), giveBack: () => clear(disk) }, note);
      return { faults, summary: 'the disk was full, and had room again.' };
    } finally {
      await server.end('SIGKILL');
    }
  });

export const disk: Drill = {
  about: 'the disk is full: lasting acts are refused in words, gestures go on, and it mends without a restart',
  impossible: () => (mayMount() ? undefined : 'it mounts a small tmpfs; run it as root on a Linux that allows that'),
  run,
};
