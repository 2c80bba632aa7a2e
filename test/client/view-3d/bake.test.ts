import { beforeAll, describe, expect, it, vi } from 'vitest';
import { bakeRoom } from '#client/view-3d/bake/bake.ts';
import { requestBake } from '#client/view-3d/bake/requestBake.ts';
import { buffersOf, fieldSize, type BakedRoom } from '#client/view-3d/bake/bakedRoom.ts';
import { bakePoint } from '#client/view-3d/bake/lighting.ts';
import { march, voxelsOf } from '#client/view-3d/bake/voxels.ts';
import { between, chanceFrom } from '#client/view-3d/geometry/chance.ts';
import { box } from '#client/view-3d/geometry/solids.ts';
import { pointAt } from '#client/view-3d/geometry/triangles.ts';
import { cross, dot, sub, unit } from '#client/view-3d/geometry/vector.ts';
import { drawRoom } from '#client/view-3d/rooms/rooms.ts';
import { RoomKit } from '#client/view-3d/rooms/roomKit.ts';
import { ringOf } from '#client/view-3d/rooms/seating.ts';
import { commonsLayout } from './commonsLayout.ts';

const between0and1 = (share: number): void => {
  expect(share).toBeGreaterThanOrEqual(0);
  expect(share).toBeLessThanOrEqual(1);
};

describe('baking', () => {
  const scene = (): RoomKit => {
    const kit = new RoomKit(1);
    kit.add(box(2, 2, 2), '#808080', { at: [0, 1, 0] });
    kit.lanterns.push({ at: [4, 1, 0], reach: 6, strength: 1 });
    return kit;
  };

  it('keeps shares within 0 and 1', () => {
    const kit = scene();
    const voxels = voxelsOf(kit, 8);
    for (const [at, normal] of [[[1, 1, 0], [1, 0, 0]], [[0, 2, 0], [0, 1, 0]], [[3, 0, 3], undefined]] as const) {
      const { open, sunDay, sunEvening, lamp, hearth } = bakePoint(voxels, kit, at, normal);
      for (const share of [open, sunDay, sunEvening, lamp]) between0and1(share);
      expect(hearth).toBe(0);
    }
  });

  it('is dark in a corner, lit towards a lantern, and shadowed from the sun', () => {
    const kit = scene();
    const voxels = voxelsOf(kit, 8);
    const lit = (at: readonly [number, number, number], normal: readonly [number, number, number]) => bakePoint(voxels, kit, at, normal);
    expect(lit([1.05, 0.02, 0], [0, 1, 0]).open).toBeLessThan(lit([5, 0.02, 5], [0, 1, 0]).open * 0.8);
    expect(lit([1, 1, 0], [1, 0, 0]).lamp).toBeGreaterThan(0.05);
    expect(lit([-1, 1, 0], [-1, 0, 0]).lamp).toBe(0);
    // The sun stands in the west by day, so the east side of a block lies in shade.
    expect(lit([-3, 0.1, 0], [0, 1, 0]).sunDay).toBe(1);
    expect(lit([1.6, 0.1, 0], [0, 1, 0]).sunDay).toBe(0);
  });
});

describe('rays through a room', () => {
  it('find the same by leaping as by looking into every cell', () => {
    const kit = drawRoom(commonsLayout());
    const [leaping, patient] = [voxelsOf(kit, 16), voxelsOf(kit, 16, false)];
    const chance = chanceFrom(7);
    let hits = 0;
    for (let ray = 0; ray < 3_000; ray++) {
      const way = unit([between(chance, -1, 1), between(chance, -0.6, 1), between(chance, -1, 1)]);
      const from = [between(chance, -17, 17), between(chance, -0.4, 6), between(chance, -17, 17)] as const;
      const [found, wanted] = [march(leaping, ...from, ...way, 16, 0.12), march(patient, ...from, ...way, 16, 0.12)];
      expect(found).toBeCloseTo(wanted, 9);
      if (found > 0) hits += 1;
    }
    expect(hits).toBeGreaterThan(300);
  });
});

/** How much of the fire's light falls on whoever stands there (0 to 255). */
const glowAt = ({ field, radius }: BakedRoom, x: number, z: number): number => {
  const cell = (place: number): number => Math.floor(((place + radius) / (2 * radius)) * fieldSize);
  return field[(cell(z) * fieldSize + cell(x)) * 4] ?? 0;
};

describe('the Commons, baked', () => {
  let room: BakedRoom;
  beforeAll(() => {
    room = bakeRoom(commonsLayout());
  }, 30_000);

  it('has everything in finite numbers and within bounds', () => {
    const { solid, leaves, tufts, flowers, glows, flames } = room;
    for (const list of [solid.positions, solid.normals, solid.colours, leaves.places, leaves.turns, tufts.places, flowers.places, glows.places, flames.places]) {
      expect(list.length).toBeGreaterThan(0);
      expect(list.every(Number.isFinite)).toBe(true);
    }
    for (let i = 0; i < solid.positions.length; i += 3) {
      const [x, y, z] = pointAt(solid.positions, i / 3);
      if (Math.hypot(x, z) > 230 || y < -4 || y > 60) expect.unreachable(`a corner at ${x}, ${y}, ${z}`);
    }
    for (let i = 0; i < leaves.turns.length; i += 4) expect(Math.hypot(...leaves.turns.subarray(i, i + 4))).toBeCloseTo(1, 3);
  });

  it('has no inverted or empty faces beyond a small tolerance, and stays light', () => {
    const { positions, normals, index } = room.solid;
    const triangles = index.length / 3;
    let wrong = 0;
    for (let t = 0; t < triangles; t++) {
      const [i, j, k] = [index[t * 3] ?? 0, index[t * 3 + 1] ?? 0, index[t * 3 + 2] ?? 0];
      const a = pointAt(positions, i);
      const face = cross(sub(pointAt(positions, j), a), sub(pointAt(positions, k), a));
      if (dot(face, pointAt(normals, i)) <= 0) wrong += 1;
    }
    expect(wrong / triangles).toBeLessThan(0.01);
    expect(triangles).toBeLessThan(75_000);
  });

  it('glows near the fire and not far from it', () => {
    const cell = (x: number, z: number): number => glowAt(room, x, z);
    expect(cell(1.5, 1.5)).toBeGreaterThan(35);
    expect(cell(1.5, 1.5)).toBeGreaterThan(cell(5, 5) * 2);
    expect(cell(12, 12)).toBe(0);
  });

  it('hands over each buffer once', () => {
    const buffers = buffersOf(room);
    expect(new Set(buffers).size).toBe(buffers.length);
  });
});

describe('a room follows its layout', () => {
  const hearthOf = (x: number) => {
    const layout = commonsLayout();
    const objects = layout.objects.map((object) => (object.kind === 'hearth' ? { ...object, x } : object));
    return drawRoom({ ...layout, objects }).hearth?.at[0];
  };

  it('moves the fire with its object', () => {
    expect(hearthOf(0)).toBe(0);
    expect(hearthOf(2)).toBe(2);
  });

  it('is baked again where its layout changes: the worker gives the new light, and an old picture is not kept for it', async () => {
    const before = commonsLayout();
    const after = { ...before, objects: before.objects.map((object) => (object.kind === 'hearth' ? { ...object, x: 6, z: -2 } : object)) };
    const told: BakedRoom[] = [];
    vi.stubGlobal('postMessage', (room: BakedRoom) => told.push(room));
    await import('#client/view-3d/bake/bake.worker.ts');
    const { onmessage: work } = globalThis as unknown as { onmessage: (event: { data: unknown }) => void };
    for (const data of [before, after]) work({ data: structuredClone(data) });
    vi.unstubAllGlobals();
    const [old, anew] = told;
    expect(old && glowAt(old, 1.5, 1.5)).toBeGreaterThan((anew && glowAt(anew, 1.5, 1.5)) ?? Infinity);
    expect(anew && glowAt(anew, 6, -0.5)).toBeGreaterThan(((old && glowAt(old, 6, -0.5)) ?? Infinity) * 2);

    const { signal } = new AbortController();
    const first = await requestBake(before, signal);
    expect(await requestBake(before, signal)).toBe(first);
    const second = await requestBake(after, signal);
    expect(second.field).toEqual(anew?.field);
    expect(second.hearth).not.toEqual(first.hearth);
  }, 60_000);

  it('is the same for the same layout', () => {
    expect(drawRoom(commonsLayout()).positions).toEqual(drawRoom(commonsLayout()).positions);
  });

  it('draws a bench under every hearth seat', () => {
    const layout = commonsLayout();
    const { positions } = drawRoom(layout);
    const seats = layout.seatGroups.flatMap((group) => group.seats);
    const under = new Set<string>();
    for (let i = 0; i < positions.length; i += 3) {
      const [x, y, z] = pointAt(positions, i / 3);
      if (y < 0.2 || y > 0.45) continue;
      for (const seat of seats) if (Math.hypot(seat.x - x, seat.z - z) < 0.3) under.add(seat.id);
    }
    expect([...under].sort()).toEqual(seats.map((seat) => seat.id as string).sort());
  });

  it('knows a ring from a row', () => {
    const [ring, row] = commonsLayout().seatGroups;
    const found = ring && ringOf(ring);
    expect(found?.radius).toBeCloseTo(3.25, 1);
    expect(Math.hypot(found?.x ?? 9, found?.z ?? 9)).toBeLessThan(0.1);
    expect(row && ringOf(row)).toBeUndefined();
  });
});
