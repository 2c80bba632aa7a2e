import { execFileSync } from 'node:child_process';
import type { TestHearth } from './hearth.ts';

const idOf = (...asked: readonly string[]): string => execFileSync('pgrep', asked, { encoding: 'utf8' }).trim().split('\n')[0] ?? '';

/** The process of the LiveKit that a server of a test runs; behind it stands a shell that ends it with its parent. */
export const livekitOf = (hearth: TestHearth): number => Number(idOf('-P', idOf('-f', '-P', String(hearth.pid()), 'exec 3'), '-x', 'server|livekit-server'));
