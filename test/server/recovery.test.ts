/** What a room's journal brings back after the process was killed between two snapshots. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { takeSnapshot } from '#server/rooms/snapshot.ts';
import { momentOf, recording } from '#server/rooms/journal.ts';
import { KEPT_AFTER_LOSS } from '#server/rooms/presences.ts';
import { encodeSteer } from '#shared/movement/input.codec.ts';
import { seeded, setTable, type Guest } from '#test/support/table.ts';

beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

const stored = async (table: ReturnType<typeof setTable>): Promise<void> => {
  table.host.flush(() => undefined);
  await table.host.settled();
};
/** Everything that a snapshot holds, but for how far the journal had come. */
const stateOf = (table: ReturnType<typeof setTable>) => takeSnapshot(table.host.room, { through: 0, open: [] });

describe('a room whose process was killed', () => {
  it('is as it was when something was last stored, though no snapshot was taken', async () => {
    const table = setTable();
    const [ana, ben, cy] = [await table.enter('Ana'), await table.enter('Ben'), await table.enter('Cy')];
    await table.did(ben, 'hand.raise');
    await table.did(ana, 'hand.raise');
    await table.did(cy, 'hand.raise');
    await table.did(cy, 'hand.lower');
    await table.did(ana, 'seat.sit', { seat: 'hearth-9' });
    table.pass(30_000);
    await table.did(ben, 'people.venue', { venue: 'Library Hall' });
    cy.leave(0);
    await stored(table);
    const before = stateOf(table);
    expect(before.people).toHaveLength(2);
    await table.restart();
    expect(stateOf(table)).toEqual(before);
    expect(table.host.facts.people.get(ana.id)).toMatchObject({ connected: false, seated: true });
    table.pass(KEPT_AFTER_LOSS + 100);
    expect(table.host.count).toBe(0);
  });

  it('goes on from a snapshot, and does again only what came after it', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    await table.did(ana, 'hand.raise');
    await table.host.save();
    await table.did(ben, 'hand.raise');
    await table.did(ana, 'hand.lower');
    await stored(table);
    const before = stateOf(table);
    await table.restart();
    expect(stateOf(table)).toEqual(before);
    expect(table.host.facts.hands.get(ben.id)?.order).toBe(2);
  });

  it('has what was being stored while the snapshot was taken', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    const open = table.storage.hold();
    const answer = table.did(ana, 'people.venue', { venue: 'Library Hall' });
    await table.did(ana, 'hand.raise');
    const saving = table.host.save();
    open();
    await answer;
    await saving;
    await table.restart();
    expect(table.host.facts.people.get(ana.id)?.venue).toBe('Library Hall');
    expect(table.host.facts.hands.get(ana.id)?.order).toBe(1);
  });

  it('answers a repeated key as it did before, and says nothing twice', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    expect(await table.did(ana, 'chat.say', { text: 'once' }, 'the-same-key')).toEqual({ accepted: true });
    await table.host.save();
    await table.restart();
    const back = await table.enter('Ana');
    expect(await table.did(back, 'chat.say', { text: 'once' }, 'the-same-key')).toEqual({ accepted: true });
    expect(table.storage.lines).toHaveLength(1);
  });

  it('SE3 gives a seat to whoever sat last, where steering had freed it', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    await table.did(ana, 'seat.sit', { seat: 'hearth-9' });
    table.pass(30_000);
    await table.host.save();
    table.host.steer(ana.id, encodeSteer({ heading: 0, pace: 1 }));
    await table.did(ben, 'seat.sit', { seat: 'hearth-9' });
    await stored(table);
    await table.restart();
    expect(table.host.facts.seats.get('hearth-9')).toBe(ben.id);
  });

  it('goes on counting: no number is used twice, also where the journal was forgotten', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    await table.did(ana, 'hand.raise');
    await table.host.save();
    const last = table.storage.journal.at(-1)?.number ?? 0;
    await table.storage.pruneJournal(table.host.id, last + 1);
    await table.restart();
    const back = await table.enter('Ana');
    await table.did(back, 'hand.lower');
    await stored(table);
    expect(table.storage.journal.map(({ number }) => number)).toEqual([last + 1]);
  });
});

describe('the journal', () => {
  it('forgets in ten minutes what a snapshot includes', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    await table.did(ana, 'chat.say', { text: 'a secret' });
    await table.host.save();
    table.pass(9 * 60_000);
    await table.host.save();
    expect(JSON.stringify(table.storage.journal)).toContain('a secret');
    table.pass(2 * 60_000);
    await table.host.save();
    expect(table.storage.journal).toEqual([]);
  });

  it('leaves out what leaves nothing behind, and what was refused', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    for (const id of ['gesture.wave', 'place.who', 'hand.lower'] as const) await table.did(ana, id);
    await stored(table);
    expect(table.storage.journal.map(({ capability }) => capability)).toEqual(['people.came']);
  });

  it('draws the same lots again, and stops where other rules would draw others', () => {
    const chance = seeded(3);
    let made = 0;
    const { moment, drawn } = recording({ at: 7, chance, newId: () => `id-${++made}` });
    const first = [moment.chance(), moment.newId(), moment.chance()];
    const again = momentOf({ at: 7, chance: drawn });
    expect([again.chance(), again.newId(), again.chance()]).toEqual(first);
    expect(() => again.chance()).toThrow(/other lots/);
    expect(() => momentOf({ at: 7, chance: [0.5] }).newId()).toThrow(/other lots/);
  });
});

describe('random lives', () => {
  it('come back exactly, wherever they were cut off', async () => {
    const acts = ['hand.raise', 'hand.lower', 'seat.sit', 'seat.stand', 'move.goTo', 'move.stop', 'people.venue', 'people.availability', 'chat.say', 'circle.start', 'circle.join', 'circle.leave', 'circle.topic', 'circle.close', 'circle.knock'] as const;
    for (let seed = 1; seed <= 150; seed++) {
      const table = setTable(undefined, seed);
      const chance = seeded(seed * 31);
      const pick = <T,>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
      const guests = new Map<string, Guest>();
      for (let step = 0; step < 40; step++) {
        const name = pick(['Ana', 'Ben', 'Cy', 'Dee']);
        const guest = guests.get(name);
        if (!guest) guests.set(name, await table.enter(name));
        else if (chance() < 0.08) {
          guest.leave(0);
          guests.delete(name);
        } else {
          const act = pick(acts);
          const payload = act === 'move.goTo' ? pick([{ to: 'object', id: 'old-tree' }, { to: 'spot', x: chance() * 20 - 10, z: chance() * 20 - 10 }]) : act === 'seat.sit' ? { seat: `hearth-${1 + Math.floor(chance() * 11)}` } : act === 'people.venue' ? { venue: `Hall ${step}` } : act === 'people.availability' ? { availability: pick(['open', 'focused', 'away']) } : act === 'circle.join' || act === 'circle.knock' ? { circle: pick([...table.host.facts.circles.keys(), 'none']) } : act === 'circle.topic' ? { topic: `topic ${step}` } : act === 'chat.say' ? { text: `line ${step}` } : {};
          void guest.ask(act, payload);
        }
        table.pass(pick([100, 500, 4_000]));
        await stored(table);
        if (chance() < 0.1) await table.host.save();
      }
      // Who walks is carried on in steps, and found again within one: all arrive first.
      table.pass(40_000);
      await stored(table);
      const before = stateOf(table);
      await table.restart();
      const after = stateOf(table);
      const rest = (state: typeof before) => ({ ...state, people: state.people.map(({ x, z, heading, ...one }) => one) });
      expect(rest(after), `seed ${seed}`).toEqual(rest(before));
      // Where one stands up from a seat depends on who stands about: a step or two.
      for (const [at, one] of before.people.entries()) {
        const there = after.people[at];
        expect(there && Math.hypot(one.x - there.x, one.z - there.z), `seed ${seed}: ${one.name}`).toBeLessThan(1.5);
      }
    }
  });
});
