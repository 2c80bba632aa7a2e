import type { PersonId } from '#shared/kernel/ids.ts';
import type { Body } from '../scene.ts';

/** The `count` people nearest to a place; everybody, if there are no more. */
export const nearestOf = (bodies: readonly Body[], eye: { readonly x: number; readonly z: number }, count: number): Set<PersonId> => {
  const distance = (body: Body): number => (body.x - eye.x) ** 2 + (body.z - eye.z) ** 2;
  const chosen = bodies.length <= count ? bodies : [...bodies].sort((a, b) => distance(a) - distance(b)).slice(0, count);
  return new Set(chosen.map((body) => body.id));
};
