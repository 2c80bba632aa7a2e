import { bodyOf, type MovingBody } from './bodies.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import type { SceneSource } from '#client/view-3d/scene.ts';

/** People who walk round the fire in rings, the first of them oneself, who stands where one arrives. */
export const walkers = (layout: Layout, count: number): readonly MovingBody[] => {
  const [spawn] = layout.spawns;
  return Array.from({ length: count }, (_, i) => {
    const [turn, radius] = [i * 2.399963, 4.2 + (i % 29) * 0.42];
    return i === 0 ? bodyOf(i, { ...(spawn ?? { x: 0, z: 6, heading: 0 }), speed: 0 }) : bodyOf(i, { x: Math.sin(turn) * radius, z: Math.cos(turn) * radius, heading: 0, speed: 1.3 });
  });
};

/** Carries them on; whoever has no speed stands. */
export const walkOn = (bodies: readonly MovingBody[], seconds: number): void => {
  for (const body of bodies) {
    if (body.speed === 0) continue;
    body.heading = Math.atan2(body.z, -body.x);
    body.x += Math.sin(body.heading) * body.speed * seconds;
    body.z += Math.cos(body.heading) * body.speed * seconds;
  }
};

/** A scene's source of made-up people. Its loop only runs by itself where they are said to move. */
export const sourceOf = (layout: Layout, bodies: readonly MovingBody[], moves: boolean): SceneSource => {
  let last: number | undefined;
  return {
    layout,
    bodies: (now) => {
      walkOn(bodies, Math.min(0.1, Math.max(0, (now - (last ?? now)) / 1000)));
      last = now;
      return bodies;
    },
    rugs: () => [],
    gestures: () => [],
    attention: () => [],
    moving: () => moves,
    subscribe: () => () => undefined,
  };
};
