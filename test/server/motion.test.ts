/** Who is told of whose walk, in a room in memory: those near exactly, those far in turns, a slow reader anew. */
import { describe, expect, it } from 'vitest';
import { encodeSeen, encodeSteer } from '#shared/movement/input.codec.ts';
import { decodeMotion, fine, LEAD, MOST_RECORDS, NEAR } from '#shared/movement/motion.codec.ts';
import { CELL } from '#shared/movement/grid.ts';
import { WALKING_SPEED } from '#shared/movement/move.ts';
import { commons } from '#test/support/room.ts';
import { seeded, setTable, type Guest } from '#test/support/table.ts';

type Table = ReturnType<typeof setTable>;

const enterAll = async (table: Table, count: number): Promise<readonly Guest[]> => {
  const guests: Guest[] = [];
  for (let one = 0; one < count; one++) guests.push(await table.enter(`Guest${one}`));
  return guests;
};
const indexOf = (table: Table, guest: Guest): number => table.host.facts.people.get(guest.id)?.index ?? -1;
const poseOf = (table: Table, guest: Guest) => table.host.room.poseOf(guest.id) ?? { x: NaN, z: NaN, heading: NaN };
/** Everyone sets out for somewhere else. */
const scatter = async (table: Table, guests: readonly Guest[], chance: () => number): Promise<void> => {
  for (const guest of guests) await table.did(guest, 'move.goTo', { to: 'spot', x: chance() * 30 - 15, z: chance() * 30 - 15 });
};
const metresBetween = (a: { x: number; z: number } | undefined, b: { x: number; z: number }): number => Math.hypot((a?.x ?? NaN) - b.x, (a?.z ?? NaN) - b.z);

/** Where `reader` was told that everyone is, against where they are: exactly for those near, roughly for the others. */
const isTold = (table: Table, reader: Guest, guests: readonly Guest[]): void => {
  const { origin, size } = table.host.room.walks.grid;
  const square = { origin, side: size * CELL };
  const near = new Set(reader.slots.values());
  expect(near.size).toBe(Math.min(NEAR + 1, guests.length));
  for (const guest of guests) {
    const index = indexOf(table, guest);
    const place = reader.places.get(index);
    if (near.has(index)) expect(metresBetween(reader.poses.get(index), poseOf(table, guest))).toBeLessThan(0.02);
    else expect(metresBetween(place && { x: fine(place.x, square), z: fine(place.z, square) }, poseOf(table, guest))).toBeLessThan(0.13);
  }
};

describe('motion', () => {
  it('MO10 MO12 tells exactly of those near and in turns of everyone else, until all stand where they are seen', async () => {
    const table = setTable(undefined, 3);
    const guests = await enterAll(table, 60);
    await scatter(table, guests, seeded(5));
    table.pass(45_000);
    for (const reader of guests) isTold(table, reader, guests);
  });

  it('MO10 sends at most eight records a frame, and leaves nobody near out, though all of them turn ten times a second', async () => {
    const table = setTable(undefined, 4);
    const guests = await enterAll(table, NEAR + 1);
    const reader = guests[0] as Guest;
    const read = reader.motion.bind(reader);
    const told = new Map<number, number>();
    reader.motion = (frame) => {
      const motion = decodeMotion(frame.subarray(LEAD));
      expect(motion?.records.length).toBeLessThanOrEqual(MOST_RECORDS);
      for (const { slot } of motion?.records ?? []) told.set(slot, (told.get(slot) ?? 0) + 1);
      return read(frame);
    };
    const chance = seeded(6);
    for (let turn = 0; turn < 50; turn++) {
      for (const guest of guests) table.host.steer(guest.id, encodeSteer({ heading: chance() * 6.28, pace: 1 }));
      table.pass(100);
    }
    expect(told.size).toBe(NEAR + 1);
    expect(Math.min(...told.values())).toBeGreaterThan(5);
  });

  it('MO10 lets whoever stays near keep their slot', async () => {
    const table = setTable(undefined, 7);
    const guests = await enterAll(table, 45);
    await scatter(table, guests, seeded(8));
    const reader = guests[0] as Guest;
    table.pass(1_000);
    for (let look = 0; look < 30; look++) {
      const before = new Map([...reader.slots].map(([slot, index]) => [index, slot]));
      table.pass(400);
      for (const [slot, index] of reader.slots) if (before.has(index)) expect(before.get(index)).toBe(slot);
    }
  });

  it('MO11 says nothing while nobody walks, and no more than a few records of a long straight way', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    table.pass(1_000);
    const quiet = ben.frames.length;
    table.pass(10_000);
    expect(ben.frames.length).toBe(quiet);
    for (let second = 0; second < 5; second++) {
      table.host.steer(ana.id, encodeSteer({ heading: 0, pace: 1 }));
      table.pass(1_000);
    }
    // It begins, is said again every two seconds, and the same input as a sign of life is no news.
    expect(ben.frames.length - quiet).toBeLessThanOrEqual(4);
    expect(ben.poses.get(indexOf(table, ana))?.speed).toBeCloseTo(WALKING_SPEED);
  });

  it('MO13 pauses for a reader that has stopped reading, who loses frames but no fact, and is told everything anew', async () => {
    const table = setTable(undefined, 9);
    const guests = await enterAll(table, 50);
    const [reader, writer] = [guests[0] as Guest, guests[1] as Guest];
    const read = reader.motion.bind(reader);
    // What the kernel holds for it: taken, and neither read nor seen.
    const waiting: Uint8Array[] = [];
    reader.motion = (frame) => void waiting.push(frame);
    await scatter(table, guests, seeded(10));
    table.pass(4_000);
    const waited = waiting.length;
    expect(waited).toBeLessThan(40);
    await table.did(writer, 'chat.say', { text: 'Are you there?' });
    table.pass(40_000);
    expect(waiting.length).toBe(waited);
    expect(reader.heard.filter(({ kind }) => kind === 'chat.said')).toHaveLength(1);
    // It reads on.
    reader.motion = read;
    for (const frame of waiting) read(frame);
    table.pass(6_000);
    isTold(table, reader, guests);
  });

  it('MO13 goes on for a reader that says too little, too late or nonsense, as far as it has read', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    const read = ben.motion.bind(ben);
    let [taken, steps] = [0, 0];
    ben.motion = () => void taken++;
    const walk = (): void => {
      table.host.steer(ana.id, encodeSteer({ heading: ++steps, pace: 1 }));
      table.pass(100);
    };
    for (let step = 0; step < 30; step++) walk();
    const before = taken;
    for (const junk of [[], [1], [1, 2, 3], [0xff, 0xff], [...encodeSeen(60_000)]]) table.host.motion.seen(ben, Uint8Array.from(junk));
    for (let step = 0; step < 30; step++) walk();
    expect(taken).toBe(before);
    ben.motion = read;
    // Up to the very frame that was sent last: somewhere within these milliseconds.
    for (let time = 0; time < 10_000; time += 5) table.host.motion.seen(ben, encodeSeen(time));
    for (let step = 0; step < 5; step++) walk();
    expect(metresBetween(ben.poses.get(indexOf(table, ana)), poseOf(table, ana))).toBeLessThan(0.3);
  });

  it('MO2 lets nobody walk faster who sends a thousand inputs a second', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    const start = poseOf(table, ana);
    let walked = 0;
    let before = start;
    for (let step = 0; step < 40; step++) {
      for (let input = 0; input < 50; input++) table.host.steer(ana.id, encodeSteer({ heading: (input % 3) * 0.01, pace: 1 }));
      table.pass(50);
      const pose = poseOf(table, ana);
      walked += metresBetween(before, pose);
      before = pose;
    }
    expect(walked).toBeLessThanOrEqual(2 * WALKING_SPEED + 0.01);
    // Nor do her inputs reach anybody at that pace.
    expect(ben.frames.length).toBeLessThan(60);
  });

  it('MO12 stretches the round of a larger room, and everyone in it is told of', { timeout: 60_000 }, async () => {
    const table = setTable(undefined, 11, { ...commons, cap: 2_000 });
    // Their numbers rest for ten seconds: so many come and go, that those who stay have high ones.
    for (let gone = 0; gone < 1_100; gone++) (await table.enter(`Brief${gone}`)).leave(0);
    const guests = await enterAll(table, 40);
    expect(indexOf(table, guests[0] as Guest)).toBeGreaterThanOrEqual(1_100);
    await scatter(table, guests, seeded(12));
    table.pass(45_000);
    for (const reader of guests) isTold(table, reader, guests);
  });
});
