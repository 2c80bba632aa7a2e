import { beforeAll, describe, expect, it, vi } from 'vitest';
import { KEPT_AFTER_CLOSING, KEPT_AFTER_LOSS } from '#server/rooms/presences.ts';
import { setTable } from '#test/support/table.ts';

beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

describe('coming and going', () => {
  it('tells others who came, who lost the connection, who is back and who left', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    const ben = await table.enter('Ben');
    ben.leave(KEPT_AFTER_LOSS);
    table.pass(1_000);
    await table.enter('Ben');
    table.host.leave(ben.id, ben, 0);
    expect(ana.kinds()).toEqual(['people.came', 'people.lost', 'people.returned']);
    const again = await table.enter('Ben');
    again.leave(0);
    expect(table.host.count).toBe(2);
  });

  it('HA6 SE6 whoever lost the connection keeps hand, seat and place; whoever leaves loses them', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    await table.did(ana, 'hand.raise');
    await table.did(ana, 'seat.sit', { seat: 'hearth-4' });
    table.pass(20_000);
    ana.leave(KEPT_AFTER_LOSS);
    table.pass(60_000);
    expect([table.host.facts.hands.has(ana.id), table.host.facts.seats.get('hearth-4')]).toEqual([true, ana.id]);
    const back = await table.enter('Ana');
    expect(table.host.facts.people.get(ana.id)).toMatchObject({ connected: true, seated: true });
    back.leave(0);
    expect([table.host.count, table.host.facts.hands.size, table.host.facts.seats.size]).toEqual([0, 0, 0]);
  });

  it('gives a place up when nobody came back for it in time: two minutes after a loss, sooner after a closed page', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    ana.leave(KEPT_AFTER_LOSS);
    ben.leave(KEPT_AFTER_CLOSING);
    table.pass(KEPT_AFTER_CLOSING + 100);
    expect([table.host.has(ana.id), table.host.has(ben.id)]).toEqual([true, false]);
    table.pass(KEPT_AFTER_LOSS);
    expect(table.host.count).toBe(0);
  });

  it('takes one person in two tabs for one: both hear, and closing one changes nothing', async () => {
    const table = setTable();
    const [first, second] = [await table.enter('Ana'), await table.enter('Ana')];
    const ben = await table.enter('Ben');
    expect(table.host.count).toBe(2);
    await table.did(ben, 'gesture.wave');
    expect([first, second].map((tab) => tab.kinds().includes('gesture.waved'))).toEqual([true, true]);
    first.leave(0);
    expect(table.host.has(ben.id) && table.host.facts.people.get(second.id)?.connected).toBe(true);
    expect(ben.kinds()).not.toContain('people.left');
  });

  it('lets exactly as many in as the layout holds, whoever comes at once; those inside may come back', async () => {
    const { commons } = await import('#test/support/room.ts');
    const table = setTable(undefined, 1, { ...commons, cap: 3 });
    const tries = await Promise.allSettled(['A', 'B', 'C', 'D', 'E'].map((name) => table.enter(name)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(table.host.count).toBe(3);
    await expect(table.enter('A')).resolves.toBeDefined();
  });
});

describe('cues', () => {
  it('are numbered for each person and replayed once to whoever returns, and not at all after a restart', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    await table.did(ben, 'gesture.wave');
    const last = ana.heard.at(-1)?.number ?? 0;
    ana.leave(KEPT_AFTER_LOSS);
    await table.did(ben, 'hand.raise');
    const back = await table.enter('Ana', { epoch: ana.known.epoch, number: last });
    expect(back.kinds().filter((kind) => kind === 'hand.raised')).toHaveLength(1);
    expect(back.kinds()).not.toContain('gesture.waved');
    await table.host.save();
    await table.restart();
    const later = await table.enter('Ana', { epoch: ana.known.epoch, number: 0 });
    expect(later.known.epoch).not.toBe(ana.known.epoch);
    expect(later.heard).toEqual([]);
  });
});

describe('answers', () => {
  it('CH2 a message is acknowledged, and heard by others, only once it is stored', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    const open = table.storage.hold();
    let answered = false;
    const answer = ana.ask('chat.say', { text: 'hello' }).then((given) => {
      answered = true;
      return given;
    });
    table.pass(500);
    await Promise.resolve();
    expect([answered, ben.kinds().includes('chat.said')]).toEqual([false, false]);
    open();
    expect(await answer).toEqual({ accepted: true });
    expect(table.storage.lines).toMatchObject([{ text: 'hello', name: 'Ana' }]);
    await expect.poll(() => ben.kinds()).toContain('chat.said');
  });

  it('CH3 a repeated key says it once and gets its first answer, while it waits and afterwards', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    const twice = [ana.ask('chat.say', { text: 'once' }, 'the-same-key'), ana.ask('chat.say', { text: 'once' }, 'the-same-key')];
    table.pass(100);
    expect(await Promise.all(twice)).toEqual([{ accepted: true }, { accepted: true }]);
    expect(await table.did(ana, 'chat.say', { text: 'once' }, 'the-same-key')).toEqual({ accepted: true });
    expect(table.storage.lines).toHaveLength(1);
  });

  it('come after the patch that shows their effect', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    const order: string[] = [];
    const answer = ana.ask('hand.raise').then(() => order.push('answer'));
    table.host.flush(() => order.push('patch'));
    await answer;
    expect(order).toEqual(['patch', 'answer']);
  });

  it('refuse in words what could not be stored, while gestures and hands go on; then all is well again', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    table.storage.broken = true;
    expect(await table.did(ana, 'chat.say', { text: 'lost?' }, 'first-try-key')).toMatchObject({ accepted: false, refusal: { code: 'dispatch.notStored' } });
    expect(ben.kinds()).not.toContain('chat.said');
    expect(await table.did(ana, 'gesture.wave')).toEqual({ accepted: true });
    expect(await table.did(ana, 'hand.raise')).toEqual({ accepted: true });
    table.storage.broken = false;
    expect(await table.did(ana, 'chat.say', { text: 'lost?' }, 'first-try-key')).toEqual({ accepted: true });
    expect(table.storage.lines).toHaveLength(1);
    await table.host.close();
    expect(table.storage.activity.map(({ capability }) => capability).sort()).toEqual(['chat.say', 'gesture.wave', 'hand.raise']);
  });

  it('refuse junk without a word of harm, and never reject', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    for (const junk of [undefined, null, 7, 'x', [], {}, { id: 'hand.raise' }, { id: 1, key: 2, payload: 3 }, { id: '__proto__', key: 'k'.repeat(20), payload: {} }]) {
      expect(await table.host.command(ana.id, junk)).toMatchObject({ accepted: false });
    }
    expect(table.host.facts.hands.size).toBe(0);
  });
});

describe('what is kept', () => {
  it('brings everyone back to place, seat, hand and queue after the process died', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    await table.did(ben, 'hand.raise');
    await table.did(ana, 'hand.raise');
    await table.did(ana, 'seat.sit', { seat: 'hearth-9' });
    table.pass(30_000);
    const before = table.host.room.poseOf(ana.id);
    await table.host.save();
    await table.restart();
    expect(table.host.facts.people.get(ana.id)).toMatchObject({ connected: false, seated: true });
    expect(table.host.room.poseOf(ana.id)).toEqual(before);
    expect([...table.host.facts.hands].sort(([, a], [, b]) => a.order - b.order).map(([id]) => id)).toEqual([ben.id, ana.id]);
    table.pass(KEPT_AFTER_LOSS + 100);
    expect(table.host.count).toBe(0);
  });

  it('starts empty from a snapshot that was damaged', async () => {
    const table = setTable();
    await table.enter('Ana');
    await table.storage.saveSnapshot(table.host.id, 1, '{"version":1,"people":"junk"}');
    await table.restart();
    expect(table.host.count).toBe(0);
  });
});

describe('motion', () => {
  it('sends records only when a walk changes, and everyone ends where the server has them', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    table.pass(500);
    const quiet = ben.frames.length;
    table.pass(5_000);
    expect(ben.frames.length).toBe(quiet);
    await table.did(ana, 'move.goTo', { to: 'object', id: 'old-tree' });
    table.pass(15_000);
    const walked = ben.frames.length - quiet;
    expect(walked).toBeGreaterThan(1);
    expect(walked).toBeLessThan(40);
    const pose = table.host.room.poseOf(ana.id);
    const seen = ben.poses.get(table.host.facts.people.get(ana.id)?.index ?? -1);
    expect(Math.hypot((seen?.x ?? NaN) - (pose?.x ?? 0), (seen?.z ?? NaN) - (pose?.z ?? 0))).toBeLessThan(0.01);
    expect(seen?.speed).toBe(0);
    expect(ana.kinds()).toEqual(['people.came', 'move.setOut', 'move.arrived']);
  });
});
