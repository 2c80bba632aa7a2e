/** Chance that comes out the same each time. */
import { packLook } from '#shared/people/look.ts';
import { randomLook } from '#shared/people/look.chance.ts';

/** A generator of chances from a seed: mulberry32 (Ettinger, public domain). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The look of somebody in a test: by chance, and the same whenever they come, so that pictures and descriptions of them stay alike. */
export const lookFor = (name: string): string => packLook(randomLook(seeded([...name].reduce((sum, sign) => sum * 31 + (sign.codePointAt(0) ?? 0), 7))));
