/** Where one listens from, and which way one faces; as in a layout. */
export interface Listener {
  readonly x: number;
  readonly z: number;
  readonly heading: number;
}

/** Beyond this (m) nobody's steps are heard. */
export const stepReach = 6;
/** How far (m) a foot carries: the crowd's legs swing 5.8 radians a metre. */
export const stepLength = Math.PI / 5.8;

/** How loud something is from a distance: 1 at its place, falling softly to 0 at its reach. */
export const gainAt = (distance: number, reach: number): number => Math.max(0, 1 - Math.max(0, distance) / reach) ** 2;

/** From which side it comes: -1 all left, 1 all right. What is right beside one is not thrown to one ear. */
export const panOf = (listener: Listener, x: number, z: number): number => {
  const [dx, dz] = [x - listener.x, z - listener.z];
  const distance = Math.hypot(dx, dz);
  // Facing along a heading, one's right is the heading less a quarter turn.
  const across = -(dx * Math.cos(listener.heading) - dz * Math.sin(listener.heading));
  return (across / Math.max(1.5, distance)) * 0.8;
};

/** How many feet touch the ground when a walk goes on from one distance to another (m). */
export const stepsBetween = (before: number, after: number): number => Math.max(0, Math.floor(after / stepLength) - Math.floor(before / stepLength));
