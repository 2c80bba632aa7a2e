/**
 * A room lived through from a seed: people come, drop, return, read slowly and ask; what they send is lost, doubled, held up
 * and overtaken; the disk is slow or full, and the process dies now and then, with or without a farewell.
 * `SEED=7 npx vitest run test/server/simulation` runs one seed alone; `LIVES=20000` runs more of them.
 */
import { beforeAll, expect, it, vi } from 'vitest';
import { personId } from '#shared/kernel/ids.ts';
import { handQueue } from '#shared/hand/hand.rules.ts';
import { walkable } from '#shared/movement/grid.ts';
import { encodeSteer } from '#shared/movement/input.codec.ts';
import type { CapabilityId } from '#shared/registry.ts';
import { commons } from '#test/support/room.ts';
import { BadPost } from '#test/support/faults.ts';
import { seeded, setTable, type Guest } from '#test/support/table.ts';

const LIVES = Number(process.env['LIVES'] ?? 2_000);
const SEEDS = process.env['SEED'] ? [Number(process.env['SEED'])] : Array.from({ length: LIVES }, (_, seed) => seed + 1);
/** So many lives are one test, which ends in time on a busy machine. */
const TOGETHER = 250;
const STEPS = 80;
const names = ['Ana', 'Ben', 'Cy', 'Dee', 'Eli'];
const seats = commons.seatGroups.flatMap((group) => group.seats.map(({ id }) => id));

const live = async (seed: number): Promise<void> => {
  const chance = seeded(seed * 7919);
  const pick = <T,>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const table = setTable(undefined, seed);
  let tabs: Guest[] = [];
  /** Whose connection takes nothing at the moment. */
  const slow = new Set<Guest>();
  /** What a page remembers while it is away. */
  const heard = new Map<string, { epoch: string; number: number }>();
  const post = new BadPost(chance);
  /** What became of each line, as far as its writer was told. */
  const told = new Map<string, 'accepted' | 'refused'>();
  let asked = 0;
  let release = (): void => undefined;

  const payloadOf = (id: CapabilityId): unknown => {
    if (id === 'seat.sit') return chance() < 0.3 ? {} : { seat: pick(seats) };
    if (id === 'move.goTo') return pick([{ to: 'person', id: pick(names).toLowerCase() }, { to: 'object', id: pick(commons.objects).id }, { to: 'spot', x: chance() * 40 - 20, z: chance() * 40 - 20 }]);
    if (id === 'people.describe') return { person: pick(names).toLowerCase() };
    return {};
  };
  const acts: CapabilityId[] = ['hand.raise', 'hand.lower', 'gesture.wave', 'move.goTo', 'move.goTo', 'move.stop', 'seat.sit', 'seat.sit', 'seat.stand', 'place.who', 'people.describe'];

  for (let step = 0; step < STEPS; step++) {
    const draw = chance();
    const tab = tabs.length > 0 ? pick(tabs) : undefined;
    if (draw < 0.15 || !tab) {
      const name = pick(names);
      const opened = await table.enter(name, heard.get(name.toLowerCase()));
      const read = opened.motion.bind(opened);
      opened.motion = (frame) => (slow.has(opened) ? false : read(frame));
      tabs.push(opened);
    } else if (draw < 0.25) {
      tab.leave(pick([0, 12_000, 120_000]));
      heard.set(tab.id, { epoch: tab.known.epoch, number: tab.heard.at(-1)?.number ?? tab.known.number });
      post.close(tab);
      tabs = tabs.filter((other) => other !== tab);
    } else if (draw < 0.35) {
      const text = `line ${++asked}`;
      post.send(tab, 'chat.say', { text }, `key-of-${text}`, table.now, ({ accepted }) => told.get(text) !== 'accepted' && told.set(text, accepted ? 'accepted' : 'refused'));
    } else if (draw < 0.45) table.host.steer(tab.id, encodeSteer({ heading: chance() * 7, pace: chance() }));
    else if (draw < 0.48) {
      if (chance() < 0.5) {
        release();
        await table.host.close().catch(() => undefined);
      }
      post.cut();
      await table.restart();
      tabs = [];
    } else if (draw < 0.51) {
      table.storage.broken = !table.storage.broken;
    } else if (draw < 0.53) {
      release();
      if (chance() < 0.5) release = table.storage.hold();
    } else if (draw < 0.58) {
      if (!slow.delete(tab)) slow.add(tab);
    } else {
      const id = pick(acts);
      post.send(tab, id, payloadOf(id), `key-number-${++asked}`, table.now, () => undefined);
    }
    post.deliver(table.now, tabs);
    table.pass(pick([50, 100, 400, 3_000]));
    await Promise.resolve();
    holds(table, tabs, slow);
  }
  table.storage.broken = false;
  release();
  table.pass(200);
  await table.host.close();
  const texts = table.storage.lines.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  for (const [text, what] of told) if (what === 'accepted') expect(texts).toContain(text);
};

const holds = (table: ReturnType<typeof setTable>, tabs: readonly Guest[], slow: ReadonlySet<Guest>): void => {
  const { facts, room } = table.host;
  const people = [...facts.people.keys()];
  const holders = [...facts.seats.values()];
  expect(new Set(holders).size).toBe(holders.length);
  expect(holders.every((id) => facts.people.has(id))).toBe(true);
  expect(handQueue(facts as never).every((id) => facts.people.has(id))).toBe(true);
  expect(new Set([...facts.people.values()].map(({ index }) => index)).size).toBe(people.length);
  expect(new Set([...facts.people.values()].map(({ name }) => name)).size).toBe(people.length);
  expect([...new Set(tabs.map(({ id }) => id))].every((id) => facts.people.get(id)?.connected)).toBe(true);
  for (const [key, person] of facts.people) {
    const pose = room.poseOf(personId(key));
    expect(pose).toBeDefined();
    const seat = seats.find((id) => facts.seats.get(id) === key);
    if (person.seated) expect(seat).toBeDefined();
    else if (pose) expect(walkable(room.walks.grid, pose.x, pose.z)).toBe(true);
    for (const tab of tabs.filter((one) => !slow.has(one))) {
      const seen = tab.poses.get(person.index);
      const walk = room.walks.walkOf(personId(key));
      // Whoever has stood for a moment is seen exactly where they are.
      if (walk?.speed === 0 && !room.walking(personId(key)) && table.now - (room.walks.walkerOf(personId(key))?.at ?? 0) > 600 && pose && seen) expect(Math.hypot(seen.x - pose.x, seen.z - pose.z)).toBeLessThan(0.02);
    }
  }
  for (const tab of tabs) {
    const numbers = tab.heard.map(({ number }) => number);
    // A page takes a number that it has passed for heard: none may come again, nor any new cue under it, nor one be missing.
    expect(numbers.every((number, at) => (at === 0 ? number > tab.known.number : number === (numbers[at - 1] ?? 0) + 1))).toBe(true);
  }
};

// The disk fails often enough to bury everything else.
beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

const together = Array.from({ length: Math.ceil(SEEDS.length / TOGETHER) }, (_, at) => SEEDS.slice(at * TOGETHER, (at + 1) * TOGETHER));
it.each(together.map((seeds) => ({ seeds, from: seeds[0], to: seeds.at(-1) })))('a room keeps its promises in the lives $from to $to', { timeout: 120_000 }, async ({ seeds }) => {
  for (const seed of seeds) {
    await live(seed).catch((error: unknown) => {
      throw new Error(`Seed ${seed} broke a promise. Again: SEED=${seed} npx vitest run test/server/simulation`, { cause: error });
    });
  }
});
