/** Plain vectors, so that geometry can be made in a worker without three. */
export type Vec3 = readonly [x: number, y: number, z: number];
export type Vec2 = readonly [x: number, y: number];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vec3, by: number): Vec3 => [a[0] * by, a[1] * by, a[2] * by];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
/** Not `Math.hypot`, whose care for overflow took a tenth of the time in which a room is made. */
export const lengthOf = (a: Vec3): number => Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
export const unit = (a: Vec3): Vec3 => times(a, 1 / (lengthOf(a) || 1));
export const between3 = (a: Vec3, b: Vec3, t: number): Vec3 => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];

/** Where and how a part stands: scaled, rolled about z, tilted about x, turned about y (a heading), then moved. */
export interface Placement {
  readonly at?: Vec3;
  readonly turn?: number;
  readonly tilt?: number;
  readonly roll?: number;
  readonly size?: Vec3;
}

/** The function that a placement stands for; `direction` is the same for normals. */
export const placing = ({ at = [0, 0, 0], turn = 0, tilt = 0, roll = 0, size = [1, 1, 1] }: Placement) => {
  const [cr, sr, ct, st, ch, sh] = [Math.cos(roll), Math.sin(roll), Math.cos(tilt), Math.sin(tilt), Math.cos(turn), Math.sin(turn)];
  const turned = ([x, y, z]: Vec3): Vec3 => {
    const [x1, y1] = [x * cr - y * sr, x * sr + y * cr];
    const [y2, z2] = [y1 * ct - z * st, y1 * st + z * ct];
    return [x1 * ch + z2 * sh, y2, -x1 * sh + z2 * ch];
  };
  return {
    point: ([x, y, z]: Vec3): Vec3 => add(turned([x * size[0], y * size[1], z * size[2]]), at),
    direction: ([x, y, z]: Vec3): Vec3 => unit(turned([x / size[0], y / size[1], z / size[2]])),
  };
};
