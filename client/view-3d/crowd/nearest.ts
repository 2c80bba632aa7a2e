import type { PersonId } from '#shared/kernel/ids.ts';
import type { Body } from '../scene.ts';

/** From where one looks at a crowd, and which way: a direction of length 1 on the floor, if it is known. */
export interface Eye {
  readonly x: number;
  readonly z: number;
  readonly way?: { readonly x: number; readonly z: number };
}

/** Whoever is farther behind the eye than this (m) is not in the picture, and comes after all who are. */
const behind = 0.5;
const last = 1e6;

/** The `count` people nearest to an eye, those in its picture first; everybody, if there are no more. */
export const nearestOf = (bodies: readonly Body[], { x, z, way = { x: 0, z: 0 } }: Eye, count: number): Set<PersonId> => {
  const distance = (body: Body): number => (body.x - x) ** 2 + (body.z - z) ** 2 + ((body.x - x) * way.x + (body.z - z) * way.z < -behind ? last : 0);
  const chosen = bodies.length <= count ? bodies : [...bodies].sort((a, b) => distance(a) - distance(b)).slice(0, count);
  return new Set(chosen.map((body) => body.id));
};
