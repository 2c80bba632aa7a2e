import type { SlowNews } from '../slowNews.ts';
import { levels, qualities, type Level } from './quality.ts';

/** So many frames are judged together. */
export const ROUND = 45;
/** Slower than this (ms a frame, the middle one of a round) is not smooth; one that is always quicker than that has room for more. */
const slow = 28;
const quick = 18.5;
/** A last step that waits between frames is slow, or quick, by that much later. */
const margin = { slow: 1.5, quick: 1.1 } as const;
/** Rounds that must all be quick before more is tried; each time it was too much, twice as many, up to a limit. */
const patience = { first: 4, most: 64 } as const;

const at = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** What becomes of a step, and how patient to be before the next one up is tried. */
export interface Verdict {
  readonly level: Level;
  /** The last step is too slow, too. */
  readonly exhausted: boolean;
}

/**
 * The step to draw at, from the times (ms) of the frames that were drawn at `current`, the newest last. It falls after one
 * slow round and rises after `patient` quick ones, so that what is just right stays.
 */
export const nextLevel = (frames: readonly number[], current: Level, patient: number): Verdict => {
  const stays = { level: current, exhausted: false };
  if (frames.length < ROUND) return stays;
  const { pause } = qualities[current];
  const step = levels.indexOf(current);
  const latest = frames.slice(-ROUND).sort((a, b) => a - b);
  if (at(latest, 0.5) > Math.max(slow, pause * margin.slow)) return { level: levels[step + 1] ?? current, exhausted: step === levels.length - 1 };
  const above = levels[step - 1];
  if (!above || frames.length < ROUND * patient) return stays;
  const long = frames.slice(-ROUND * patient).sort((a, b) => a - b);
  return at(long, 0.9) < Math.max(quick, pause * margin.quick) ? { level: above, exhausted: false } : stays;
};

/** Frames that say nothing: the first ones after a change compile and upload. */
const unsettled = 12;
/** A frame this late (ms) followed a sleep of the machine, not a slow picture. */
const sleep = 2_000;

/** Follows what frames take and says which step to draw at. */
export class Ladder {
  level: Level;
  private frames: number[] = [];
  private ignored = unsettled;
  private patient: number = patience.first;
  private rising = false;

  constructor(level: Level) {
    this.level = level;
  }

  /** Forgets what was measured: something else is drawn now. */
  begin(): void {
    this.frames = [];
    this.ignored = unsettled;
  }

  /** As `note`, and what is to be said of it. Where a step is pinned nothing is measured, so nothing follows. */
  follow(quality: 'automatic' | Level, milliseconds: number): SlowNews | undefined {
    if (quality !== 'automatic') return undefined;
    const before = this.level;
    const { level, exhausted } = this.note(milliseconds);
    return exhausted ? 'offer2d' : levels.indexOf(level) > levels.indexOf(before) ? 'simpler' : undefined;
  }

  /** Notes how long (ms) after the one before it a frame was drawn that was due at once; after a rest there is nothing to note. */
  note(milliseconds: number): Verdict {
    const stays = { level: this.level, exhausted: false };
    if (milliseconds > sleep) return stays;
    if (this.ignored > 0) {
      this.ignored -= 1;
      return stays;
    }
    this.frames.push(milliseconds);
    if (this.frames.length > ROUND * patience.most) this.frames.splice(0, ROUND);
    if (this.frames.length % ROUND !== 0) return stays;
    const verdict = nextLevel(this.frames, this.level, this.patient);
    if (verdict.level === this.level) return verdict;
    const rises = levels.indexOf(verdict.level) < levels.indexOf(this.level);
    if (!rises && this.rising) this.patient = Math.min(patience.most, this.patient * 2);
    this.rising = rises;
    this.level = verdict.level;
    this.begin();
    return verdict;
  }
}
