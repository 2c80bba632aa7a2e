/** Where things go wrong inside one room: a slow reader, a failing disk, a fault of ours, a layout that was edited. */
import { Encoder } from '@colyseus/schema';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KEPT_AFTER_LOSS } from '#server/rooms/presences.ts';
import { encodeSteer } from '#shared/movement/input.codec.ts';
import { decodeSnapshot, LEAD } from '#shared/movement/motion.codec.ts';
import { Person } from '#shared/people/person.state.ts';
import { capabilities } from '#shared/registry.ts';
import { RoomState } from '#shared/rooms/room.state.ts';
import { commons } from '#test/support/room.ts';
import { profileOf, setTable, type Guest } from '#test/support/table.ts';

beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

const seen = (guest: Guest, index: number): { x: number; z: number; speed: number } | undefined => guest.poses.get(index);

describe('a slow reader', () => {
  it('gets everyone’s place anew once it reads again, so that nobody walks on for ever in its eyes', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    const index = table.host.facts.people.get(ana.id)?.index ?? -1;
    const read = ben.motion.bind(ben);
    await table.did(ana, 'move.goTo', { to: 'spot', x: 0, z: 12 });
    table.pass(500);
    expect(seen(ben, index)?.speed).toBeGreaterThan(1);
    ben.motion = () => false;
    table.pass(20_000);
    ben.motion = read;
    table.pass(100);
    const pose = table.host.room.poseOf(ana.id);
    expect(seen(ben, index)).toMatchObject({ speed: 0, x: expect.closeTo(pose?.x ?? NaN, 1), z: expect.closeTo(pose?.z ?? NaN, 1) });
    const frames = ben.frames.length;
    table.pass(1_000);
    expect(ben.frames.length).toBe(frames);
  });

  it('cannot have everyone’s place sent again and again', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    for (let again = 0; again < 50; again++) table.host.ready(ana.id, ana);
    expect(ana.frames).toHaveLength(1);
  });

  it('gets the patches that were meant for it: one that waits is not overwritten by the next', async () => {
    await import('#server/host/hearth-room.ts');
    const state = new RoomState();
    const encoder = new Encoder(state);
    state.people.set('a', new Person({ index: 1, name: 'Ana', callMe: '', pronouns: '', standing: 'guest', look: '0', connected: true, seated: false }));
    const waiting = encoder.encode();
    const bytes = [...waiting];
    encoder.discardChanges();
    state.people.set('b', new Person({ index: 2, name: 'Somebody else', callMe: '', pronouns: '', standing: 'guest', look: '0', connected: true, seated: false }));
    expect([...encoder.encode()]).not.toEqual(bytes);
    expect([...waiting]).toEqual(bytes);
    expect(Encoder.BUFFER_SIZE).toBeGreaterThanOrEqual(1 << 20);
  });
});

describe('cues', () => {
  it('go on in number for a page that comes back after its place was given up: none is taken for heard', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    for (let wave = 0; wave < 3; wave++) {
      await table.did(ben, 'gesture.wave');
      table.pass(1_000);
    }
    const heard = ana.heard.at(-1)?.number ?? 0;
    expect(heard).toBeGreaterThan(2);
    ana.leave(KEPT_AFTER_LOSS);
    table.pass(KEPT_AFTER_LOSS + 100);
    expect(table.host.has(ana.id)).toBe(false);
    const back = await table.enter('Ana', { epoch: ana.known.epoch, number: heard });
    await table.did(ben, 'gesture.clap');
    expect(back.heard.find(({ kind }) => kind === 'gesture.clapped')?.number).toBeGreaterThan(heard);
    // What happened while no place was hers was not hers to hear.
    expect(back.kinds()).toEqual(['gesture.clapped']);
  });
});

describe('a failing disk', () => {
  it('that cannot read what was said still lets people in', async () => {
    const table = setTable();
    vi.spyOn(table.storage, 'linesFor').mockRejectedValue(new Error('I/O error'));
    const ana = await table.enter('Ana');
    expect(await table.did(ana, 'chat.say', { text: 'hello' })).toEqual({ accepted: true });
    expect(ana.kinds()).toContain('chat.said');
  });

  it('is written down once, however often it is tried', async () => {
    const written = vi.mocked(process.stderr.write);
    const table = setTable();
    const ana = await table.enter('Ana');
    table.storage.broken = true;
    await table.did(ana, 'gesture.wave');
    for (let flush = 0; flush < 20; flush++) {
      table.pass(100);
      await Promise.resolve();
    }
    table.storage.broken = false;
    expect(await table.did(ana, 'chat.say', { text: 'mended' })).toEqual({ accepted: true });
    const events = written.mock.calls.map(([line]) => (JSON.parse(String(line)) as { event: string }).event);
    expect(events).toEqual(['storage.failed', 'storage.mended']);
  });
});

describe('a fault of ours', () => {
  it('in the words of what was done and stored neither undoes it nor holds up what comes behind', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    const cues = vi.spyOn(capabilities['chat.say'], 'cues').mockImplementationOnce(() => {
      throw new Error('A fault of ours.');
    });
    expect(await table.did(ana, 'chat.say', { text: 'one' })).toEqual({ accepted: true });
    expect(await table.did(ana, 'chat.say', { text: 'two' })).toEqual({ accepted: true });
    expect(cues).toHaveBeenCalledTimes(2);
    expect(table.storage.lines.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('in a rule refuses in words and changes nothing for anybody', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    vi.spyOn(capabilities['hand.raise'], 'permit').mockImplementationOnce(() => {
      throw new Error('A fault of ours.');
    });
    expect(await table.did(ana, 'hand.raise')).toMatchObject({ accepted: false, refusal: { code: 'dispatch.crashed' } });
    expect(table.host.facts.hands.size).toBe(0);
    expect(await table.did(ben, 'hand.raise')).toEqual({ accepted: true });
  });
});

describe('the small number by which motion names someone', () => {
  it('rests for ten seconds once they left, so that a late frame moves no stranger; then it is used again', async () => {
    const table = setTable();
    const indexOf = (guest: Guest): number | undefined => table.host.facts.people.get(guest.id)?.index;
    const ana = await table.enter('Ana');
    const hers = indexOf(ana);
    ana.leave(0);
    const ben = await table.enter('Ben');
    expect(indexOf(ben)).not.toBe(hers);
    table.pass(10_000);
    expect(indexOf(await table.enter('Cy'))).toBe(hers);
  });
});

describe('taking up what was kept', () => {
  it('lets whoever was on the way to a seat go on, and sit', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    await table.did(ana, 'seat.sit', { seat: 'hearth-1' });
    table.pass(1_000);
    await table.host.save();
    await table.restart();
    const back = await table.enter('Ana');
    table.pass(20_000);
    expect(table.host.facts.people.get(ana.id)?.seated).toBe(true);
    expect(back.kinds()).toContain('seat.sat');
  });

  it('from a room that was edited meanwhile leaves nobody on a seat that is gone, nor inside what stands there now', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    await table.did(ana, 'seat.sit', { seat: 'hearth-9' });
    await table.did(ben, 'move.goTo', { to: 'spot', x: 5, z: 12 });
    table.pass(30_000);
    await table.host.save();
    const edited = {
      ...commons,
      seatGroups: commons.seatGroups.map((group) => ({ ...group, seats: group.seats.filter(({ id }) => id !== 'hearth-9') })),
      objects: [...commons.objects, { ...commons.objects[0], id: 'a-rock', kind: 'rock', name: 'a rock', x: 5, z: 12, solid: { kind: 'circle', radius: 1 } } as (typeof commons.objects)[number]],
    };
    const later = setTable(table.storage, 2, edited);
    await later.restart();
    expect(later.host.facts.people.get(ana.id)?.seated).toBe(false);
    expect(later.host.facts.seats.size).toBe(0);
    const pose = later.host.room.poseOf(ben.id);
    expect(Math.hypot((pose?.x ?? 5) - 5, (pose?.z ?? 12) - 12)).toBeGreaterThan(1);
    const back = await later.enter('Ana');
    expect(await later.did(back, 'seat.sit', { seat: 'hearth-1' })).toEqual({ accepted: true });
  });
});

describe('MO6 MO5 legs', () => {
  it('of someone not heard of for two seconds stop, and junk moves nobody', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    const start = table.host.room.poseOf(ana.id);
    for (const junk of [[], [1], [1, 2, 3], Array(200).fill(255)]) table.host.steer(ana.id, Uint8Array.from(junk));
    table.pass(1_000);
    expect(table.host.room.poseOf(ana.id)).toEqual(start);
    table.host.steer(ana.id, encodeSteer({ heading: 0, pace: 1 }));
    table.pass(10_000);
    const walked = Math.hypot((table.host.room.poseOf(ana.id)?.x ?? 0) - (start?.x ?? 0), (table.host.room.poseOf(ana.id)?.z ?? 0) - (start?.z ?? 0));
    expect(walked).toBeGreaterThan(3);
    expect(walked).toBeLessThan(3.8);
  });

  it('GE2 every gesture reaches everyone, the one who makes it included, in every tab', async () => {
    const table = setTable();
    const everyone = [await table.enter('Ana'), await table.enter('Ana'), await table.enter('Ben'), await table.enter('Cy')];
    await table.did(everyone[0] as Guest, 'gesture.clap');
    expect(everyone.map((guest) => guest.kinds().filter((kind) => kind === 'gesture.clapped').length)).toEqual([1, 1, 1, 1]);
  });

  it('start where whoever comes in is told everyone is', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    const frames: Uint8Array[] = [];
    const ben: Guest = { ...ana, motion: (frame) => void frames.push(frame) };
    await table.host.enter(profileOf('Ben'), ben, undefined);
    table.host.ready(profileOf('Ben').id, ben);
    expect(decodeSnapshot((frames[0] ?? new Uint8Array()).subarray(LEAD))?.walks).toHaveLength(2);
  });
});
