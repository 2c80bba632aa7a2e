/** A spot of a room as an address names it: metres, by decimetres. */
export interface Spot {
  readonly x: number;
  readonly z: number;
}

/** The part of an address that names a spot, such as `at=1.5,-3`. */
export const fragmentOf = ({ x, z }: Spot): string => `at=${Math.round(x * 10) / 10},${Math.round(z * 10) / 10}`;

/** PL6. The spot that an address names; `undefined` for any other text. */
export const spotOf = (fragment: string): Spot | undefined => {
  const [, x, z] = /^#?at=(-?\d{1,3}(?:\.\d)?),(-?\d{1,3}(?:\.\d)?)$/.exec(fragment) ?? [];
  if (x === undefined || z === undefined) return undefined;
  return Math.abs(Number(x)) <= 200 && Math.abs(Number(z)) <= 200 ? { x: Number(x), z: Number(z) } : undefined;
};
