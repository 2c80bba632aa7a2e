import { Faces, flat, smooth, type Triangles } from './triangles.ts';
import { add, between3, cross, dot, sub, times, unit, type Vec2, type Vec3 } from './vector.ts';

/** A point on the smooth curve through `points`, `t` from 0 to 1. */
export const alongCurve = (points: readonly Vec3[], t: number): Vec3 => {
  const last = points.length - 1;
  const at = (i: number): Vec3 => points[Math.min(last, Math.max(0, i))] ?? [0, 0, 0];
  if (last < 2) return between3(at(0), at(last), t);
  const place = Math.min(last - 1e-6, Math.max(0, t * last));
  const i = Math.floor(place);
  const u = place - i;
  const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
  const blend = (k: 0 | 1 | 2): number =>
    0.5 * (2 * p1[k] + (p2[k] - p0[k]) * u + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * u * u + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * u ** 3);
  return [blend(0), blend(1), blend(2)];
};

/** A round tube along a curve; its radius may change on the way. */
export const tube = (points: readonly Vec3[], radius: number | ((t: number) => number), steps = 8, sides = 6): Triangles => {
  const radiusAt = typeof radius === 'number' ? () => radius : radius;
  const faces = new Faces();
  let side: Vec3 = [1, 0, 0];
  const rings: { readonly centre: Vec3; readonly rim: readonly Vec3[] }[] = [];
  for (let step = 0; step <= steps; step++) {
    const t = step / steps;
    const centre = alongCurve(points, t);
    const ahead = unit(sub(alongCurve(points, Math.min(1, t + 0.01)), alongCurve(points, Math.max(0, t - 0.01))));
    if (Math.abs(dot(side, ahead)) > 0.9) side = [0, 0, 1];
    side = unit(sub(side, times(ahead, dot(side, ahead))));
    const up = cross(ahead, side);
    const r = radiusAt(t);
    const rim = Array.from({ length: sides }, (_, k): Vec3 => {
      const angle = (k / sides) * Math.PI * 2;
      return add(centre, add(times(side, Math.cos(angle) * r), times(up, Math.sin(angle) * r)));
    });
    rings.push({ centre, rim });
  }
  for (const [i, ring] of rings.entries()) {
    const next = rings[i + 1];
    if (!next) break;
    for (const [k, p] of ring.rim.entries()) {
      const k1 = (k + 1) % sides;
      const [q, p2, q2] = [ring.rim[k1] ?? p, next.rim[k] ?? p, next.rim[k1] ?? p];
      faces.face([p, q, q2, p2], between3(ring.centre, next.centre, 0.5));
    }
  }
  return smooth(faces.positions);
};

/** A bench or step: a rounded rectangle swept about the origin between two headings. */
export const arc = (radius: number, from: number, to: number, y: number, width: number, height: number, bevel = 0.035): Triangles => {
  const [w, b] = [width / 2, bevel];
  const section: Vec2[] = [[-w, b], [-w + b * 0.3, 0], [w - b * 0.3, 0], [w, b], [w, height - b], [w - b, height], [-w + b, height], [-w, height - b]];
  const at = ([across, up]: Vec2, angle: number): Vec3 => [Math.sin(angle) * (radius + across), y + up, Math.cos(angle) * (radius + across)];
  const middle = (angle: number): Vec3 => at([0, height / 2], angle);
  const steps = Math.max(3, Math.ceil(((to - from) * radius) / 0.35));
  const faces = new Faces();
  for (let step = 0; step < steps; step++) {
    const [a, c] = [from + ((to - from) * step) / steps, from + ((to - from) * (step + 1)) / steps];
    for (const [k, p] of section.entries()) {
      const q = section[(k + 1) % section.length] ?? p;
      faces.face([at(p, a), at(q, a), at(q, c), at(p, c)], middle((a + c) / 2));
    }
  }
  for (const [end, inward] of [[from, 0.05], [to, -0.05]] as const) faces.face(section.map((p) => at(p, end)), middle(end + inward));
  return flat(faces.positions);
};
