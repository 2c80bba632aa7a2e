import { describe, expect, it } from 'vitest';
import { kindForms } from '#client/view-3d/crowd/kinds.ts';
import { blob, cylinder, lathe, sphere, torus } from '#client/view-3d/geometry/round.ts';
import { box, roundedRectangle, slab, wedge } from '#client/view-3d/geometry/solids.ts';
import { arc, tube } from '#client/view-3d/geometry/sweep.ts';
import { placed, pointAt, type Triangles } from '#client/view-3d/geometry/triangles.ts';
import { cross, dot, lengthOf, sub } from '#client/view-3d/geometry/vector.ts';

const corners = (triangles: Triangles, t: number) => [0, 1, 2].map((k) => pointAt(triangles.positions, t * 3 + k)) as [ReturnType<typeof pointAt>, ReturnType<typeof pointAt>, ReturnType<typeof pointAt>];
const count = (triangles: Triangles): number => triangles.positions.length / 9;

/** Six times the volume inside; positive only if the faces look outwards. */
const volume = (triangles: Triangles): number => {
  let sum = 0;
  for (let t = 0; t < count(triangles); t++) {
    const [a, b, c] = corners(triangles, t);
    sum += dot(a, cross(b, c));
  }
  return sum;
};

/** Faces whose stored normals point against them. */
const inverted = (triangles: Triangles): number => {
  let wrong = 0;
  for (let t = 0; t < count(triangles); t++) {
    const [a, b, c] = corners(triangles, t);
    const face = cross(sub(b, a), sub(c, a));
    const mean = [0, 1, 2].map((k) => pointAt(triangles.normals, t * 3 + k)).reduce((sum, n) => [sum[0] + n[0], sum[1] + n[1], sum[2] + n[2]]);
    if (dot(face, mean) <= 0) wrong += 1;
  }
  return wrong;
};

const solids: Readonly<Record<string, Triangles>> = {
  box: box(1, 0.5, 2, 0.05),
  'thin box': box(0.012, 0.5, 0.014, 0.003),
  slab: slab(roundedRectangle(3, 2, 0.46, 0.4, 0.7, 0.1), 0.3, 0.05),
  'turned wedge': slab(wedge(2, 2.7, 1, 1.4, 0.03), -0.08, 0.08),
  lathe: lathe([[0, 0], [0.24, 0], [0.34, 0.36], [0.31, 0.42], [0, 0.36]]),
  cylinder: cylinder(0.2, 0.1, 1),
  sphere: sphere(8, 6),
  blob: blob([0.3, 0.2, 0.25], { cuts: 3, lumps: 0.28 }),
  torus: torus(0.27, 0.03, 5, 16),
  arc: arc(3.25, 0.4, 1.1, 0.22, 0.46, 0.11),
};

describe('the geometry kit', () => {
  it.each(Object.entries(solids))('makes a %s whose faces look outwards', (_, triangles) => {
    expect(count(triangles)).toBeGreaterThan(10);
    expect(volume(triangles)).toBeGreaterThan(0);
    expect(inverted(triangles)).toBe(0);
  });

  it('measures what was asked for', () => {
    const xs = box(1, 0.5, 2, 0.05).positions.filter((_, i) => i % 3 === 0);
    expect(Math.max(...xs)).toBeCloseTo(0.5, 6);
    // A sphere of 20 * 6² triangles nearly fills its ball.
    expect(volume(blob([1, 1, 1], { cuts: 6, lumps: 0 })) / 6).toBeCloseTo((4 / 3) * Math.PI, 0);
  });

  it('leaves no degenerate face', () => {
    for (const triangles of Object.values(solids)) {
      for (let t = 0; t < count(triangles); t++) {
        const [a, b, c] = corners(triangles, t);
        expect(lengthOf(cross(sub(b, a), sub(c, a)))).toBeGreaterThan(1e-9);
      }
    }
  });

  it('keeps a tube open but round', () => {
    const pipe = tube([[0, 0, 0], [0, 1, 0]], 0.1, 4, 8);
    for (let corner = 0; corner < pipe.positions.length / 3; corner++) {
      const [x, , z] = pointAt(pipe.positions, corner);
      expect(Math.hypot(x, z)).toBeCloseTo(0.1, 6);
    }
    expect(inverted(pipe)).toBe(0);
  });

  it('places by a heading: +z turns towards +x', () => {
    const turned = placed({ positions: [0, 0, 1, 0, 0, 2, 0, 1, 1], normals: [0, 0, 1, 0, 0, 1, 0, 0, 1] }, { at: [5, 0, 0], turn: Math.PI / 2 });
    expect(pointAt(turned.positions, 0)[0]).toBeCloseTo(6, 6);
    expect(pointAt(turned.normals, 0)[0]).toBeCloseTo(1, 6);
  });
});

describe('the parts of people', () => {
  const forms = Object.entries(kindForms()).flatMap(([kind, { near, far }]) => [[`${kind}, near`, near] as const, ...(far ? [[`${kind}, far`, far] as const] : [])]);

  it.each(forms)('has a sound mesh for %s', (_, form) => {
    expect(form.index.length).toBeGreaterThan(60);
    expect([...form.positions, ...form.normals].every(Number.isFinite)).toBe(true);
    expect(Math.max(...form.index)).toBe(form.positions.length / 3 - 1);
    const loose: Triangles = { positions: [...form.index].flatMap((i) => [...pointAt(form.positions, i)]), normals: [...form.index].flatMap((i) => [...pointAt(form.normals, i)]) };
    expect(inverted(loose) / count(loose)).toBeLessThan(0.04);
  });

  it('keeps a body within a person, and far bodies light', () => {
    const { body } = kindForms();
    const ys = [...body.near.positions].filter((_, i) => i % 3 === 1);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(-0.02);
    expect(Math.max(...ys)).toBeCloseTo(1.52, 1);
    expect((body.far?.index.length ?? 0) / 3).toBeLessThan(320);
  });
});
