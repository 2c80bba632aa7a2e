/** A source of numbers in [0, 1) that repeats for a seed. */
export type Chance = () => number;

/** Chance from a seed (mulberry32): the same seed draws the same place on every machine. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export const between = (chance: Chance, low: number, high: number): number => low + (high - low) * chance();

/** One of a list that has at least one item. */
export const oneOf = <T>(chance: Chance, items: readonly [T, ...T[]]): T => items[Math.floor(chance() * items.length)] ?? items[0];

/** A number in [0, 1) that depends on a text alone. */
export const chanceOfText = (text: string): number => {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return chanceFrom(hash)();
};

const lattice = (x: number, y: number, z: number): number => {
  const value = Math.sin(x * 127.1 + y * 311.7 + z * 74.7) * 43758.5453;
  return value - Math.floor(value);
};
const ease = (t: number): number => t * t * (3 - 2 * t);
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Smooth value noise in [0, 1). */
export const noise = (x: number, y: number, z: number): number => {
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [ease(x - i), ease(y - j), ease(z - k)];
  const layer = (z0: number): number =>
    mix(mix(lattice(i, j, z0), lattice(i + 1, j, z0), u), mix(lattice(i, j + 1, z0), lattice(i + 1, j + 1, z0), u), v);
  return mix(layer(k), layer(k + 1), w);
};
