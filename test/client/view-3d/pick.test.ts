import { describe, expect, it } from 'vitest';
import { pick } from '#client/view-3d/pick/pick.ts';
import { alongBox, alongCylinder, type Ray } from '#client/view-3d/pick/ray.ts';
import { sub, unit, type Vec3 } from '#client/view-3d/geometry/vector.ts';
import { personId } from '#shared/kernel/ids.ts';
import { bodyOf } from './bodies.ts';
import { commonsLayout } from './commonsLayout.ts';

const layout = commonsLayout();
const eye: Vec3 = [0.5, 2.95, 11];
const towards = (to: Vec3, from: Vec3 = eye): Ray => ({ from, way: unit(sub(to, from)) });

describe('pointing', () => {
  it('finds the floor where nothing stands', () => {
    const found = pick(towards([2, 0, 6]), layout, []);
    expect(found?.kind).toBe('floor');
    if (found?.kind === 'floor') expect([found.x, found.z]).toEqual([expect.closeTo(2, 5), expect.closeTo(6, 5)]);
  });

  it('finds nothing in the sky or beyond the floor', () => {
    expect(pick(towards([0, 9, -30]), layout, [])).toBeUndefined();
    expect(pick(towards([21, 0, -3]), layout, [])).toBeUndefined();
  });

  it('finds a seat, and the person on it first', () => {
    const seat = layout.seatGroups[0]?.seats[5];
    if (!seat) return expect.unreachable();
    const ray = towards([seat.x, 0.4, seat.z]);
    expect(pick(ray, layout, [])).toEqual({ kind: 'seat', id: seat.id });
    const sitter = bodyOf({ x: seat.x, z: seat.z, seated: true });
    expect(pick(ray, layout, [sitter])).toEqual({ kind: 'person', id: sitter.id });
  });

  it('finds the nearer of two people, and never oneself', () => {
    const [near, far, self] = [bodyOf({ id: personId('near'), z: 5 }), bodyOf({ id: personId('far'), z: 3 }), bodyOf({ id: personId('self'), z: 7, you: true })];
    expect(pick(towards([0, 0.9, 5], [0, 1.5, 11]), layout, [far, self, near])).toEqual({ kind: 'person', id: 'near' });
  });

  it('finds an object, unless the floor before it was meant', () => {
    expect(pick(towards([0, 0.5, 0.9], [0, 2.95, 11]), layout, [])).toEqual({ kind: 'object', id: 'hearth' });
    const tree = layout.objects.find(({ kind }) => kind === 'tree');
    expect(pick(towards([tree?.x ?? 0, 1.5, tree?.z ?? 0]), layout, [])).toEqual({ kind: 'object', id: tree?.id });
    expect(pick(towards([0, 0, 4.6], [0, 2.95, 11]), layout, [])?.kind).toBe('floor');
  });

  it('meets a turned box where it stands, and not where it would stand unturned', () => {
    const down = (x: number, z: number): Ray => ({ from: [x, 5, z], way: [0, -1, 0] });
    expect(alongBox(down(0, 0.9), 0, 0, 2, 0.4, Math.PI / 2, 1)).toBeCloseTo(4, 6);
    expect(alongBox(down(0.9, 0), 0, 0, 2, 0.4, Math.PI / 2, 1)).toBeUndefined();
  });

  it('meets a cylinder on its side and its lid, and passes over it', () => {
    expect(alongCylinder({ from: [0, 1, 5], way: [0, 0, -1] }, 0, 0, 1, 2)).toBeCloseTo(4, 6);
    expect(alongCylinder({ from: [0, 5, 0], way: [0, -1, 0] }, 0, 0, 1, 2)).toBeCloseTo(3, 6);
    expect(alongCylinder({ from: [0, 3, 5], way: [0, 0, -1] }, 0, 0, 1, 2)).toBeUndefined();
    expect(alongCylinder({ from: [0, 1, -5], way: [0, 0, -1] }, 0, 0, 1, 2)).toBeUndefined();
  });
});
