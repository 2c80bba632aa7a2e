/** What someone can send who is inside and means harm: nothing of it may end the process or touch another person. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { RoomHost } from '#server/rooms/room-host.ts';
import { INPUT_TYPE } from '#shared/movement/input.codec.ts';
import { capabilities } from '#shared/registry.ts';
import { seeded } from '#test/support/table.ts';
import { witness, witnessAs, type Witness } from '#test/support/witness.ts';
import { deafen, intruder, openHearth, type OpenHearth } from './opened.ts';

let hearth: OpenHearth;
let ana: Witness;
beforeAll(async () => {
  hearth = await openHearth(200, { VOICE: 'mesh' });
  ana = await witness(hearth.url, hearth.running.guestLink, 'Ana');
});
afterAll(async () => {
  await ana.leave();
  await hearth.close();
});
afterEach(() => vi.restoreAllMocks());

const ROOM_DATA = 13;
const ROOM_DATA_BYTES = 17;
const ROOM_REQUEST = 21;
const isOpen = (socket: WebSocket): boolean => socket.readyState === socket.OPEN;
/** A message type as Colyseus writes short strings. */
const typed = (code: number, type: string, rest: readonly number[] = []): Uint8Array => Uint8Array.of(code, 0xa0 | type.length, ...Buffer.from(type), ...rest);

/** Ana is still here, unhurt, and the server still does as she asks. */
const goesOn = async (): Promise<void> => {
  await expect.poll(() => ana.perform('place.where', {})).toEqual({ accepted: true });
  expect(ana.facts.people.get(ana.id)?.connected).toBe(true);
};

describe('someone hostile inside', () => {
  it('who sends garbage gets nowhere: 1,200 frames from a seed, of every kind that the protocol has', async () => {
    // The decoder of Colyseus says so on the console, whoever's string it was.
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const chance = seeded(Number(process.env['SEED'] ?? 3));
    const any = (most: number): number => Math.floor(chance() * most);
    for (let one = 0; one < 24; one++) {
      const socket = await intruder(hearth, `Garbage ${one}`);
      for (let frame = 0; frame < 50; frame++) {
        const bytes = Uint8Array.from({ length: 1 + any(chance() < 0.1 ? 2_000 : 24) }, () => any(256));
        if (chance() < 0.8) bytes[0] = [ROOM_DATA, ROOM_DATA_BYTES, ROOM_REQUEST, 10, 14, 15, 16, 18, 19, 20, 22][any(11)] ?? 0;
        socket.send(bytes);
      }
      socket.close();
    }
    await goesOn();
  });

  it('who writes text where bytes belong is let go of', async () => {
    const socket = await intruder(hearth, 'Text');
    socket.send(Uint8Array.of(0xff, 0xfe), { binary: false });
    await once(socket, 'close');
    await goesOn();
  });

  it('who asks for what there is not is not even cut off: an old tab may be honest', async () => {
    const socket = await intruder(hearth, 'Odd');
    for (const name of ['nothing', '__proto__', 'constructor', 'toString', '*', '_$b1']) {
      for (const code of [ROOM_DATA, ROOM_DATA_BYTES]) socket.send(typed(code, name, [0xc0]));
      socket.send(Uint8Array.of(ROOM_REQUEST, 5, ...typed(0, name, [0xc0]).subarray(1)));
    }
    await goesOn();
    expect(isOpen(socket)).toBe(true);
    socket.close(4000);
  });

  it('who sends too much at once is cut off, and nobody else', async () => {
    const socket = await intruder(hearth, 'Large');
    socket.send(new Uint8Array(70_000));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
    await goesOn();
  });

  it('who floods is cut off, and nobody else', async () => {
    const socket = await intruder(hearth, 'Flood');
    for (let message = 0; message < 2_000; message++) socket.send(typed(ROOM_DATA, 'command', [0x80]));
    await once(socket, 'close');
    await goesOn();
  });

  it('GE3 CH4 who asks faster than allowed is refused in words, stays, and may ask again after a pause', async () => {
    const ben = await witness(hearth.url, hearth.running.guestLink, 'Ben');
    const codes = async (answers: Promise<{ accepted: boolean }>[]): Promise<unknown[]> => (await Promise.all(answers)).map((answer) => ('refusal' in answer ? (answer.refusal as { code: string }).code : 'done'));
    const waves = await codes(Array.from({ length: 6 }, () => ben.perform('gesture.wave', {})));
    expect(waves).toEqual(['done', 'done', 'done', 'done', 'dispatch.tooFast', 'dispatch.tooFast']);
    const lines = await codes(Array.from({ length: 6 }, (_, at) => ben.perform('chat.say', { text: `line ${at}` })));
    expect(lines).toEqual(['done', 'done', 'done', 'done', 'done', 'dispatch.chatTooFast']);
    const asked = await codes(Array.from({ length: 25 }, () => ben.perform('place.where', {})));
    expect([asked.slice(0, 20), asked.slice(20)]).toEqual([Array(20).fill('done'), Array(5).fill('dispatch.tooFast')]);
    await expect.poll(() => ben.perform('gesture.wave', {}), { timeout: 3_000, interval: 300 }).toEqual({ accepted: true });
    await ben.leave();
  });

  it('VO23 who signals 800 times in a second, whatever and to whomever, is refused without a word, and what Ana signals comes', async () => {
    const [ben, eve] = [await witness(hearth.url, hearth.running.guestLink, 'Ben'), await witness(hearth.url, hearth.running.guestLink, 'Eve')];
    await eve.perform('move.goTo', { to: 'spot', x: -14, z: -4 });
    await eve.until('Eve to be out of hearing', () => {
      const between = eve.between('Ana', 'Eve');
      return Number.isFinite(between) && between > 8;
    });
    const [here, there] = [(await ana.seat()).address, (await ben.seat()).address];
    await eve.seat();
    await ana.until('Ben to be in hearing', () => ana.hearing.heardBy.has(there));
    const junk = [{ to: here, signal: { kind: 'ask' } }, { to: here, from: there, signal: { kind: 'ask' } }, { to: here, signal: { kind: 'offer', call: 1, sdp: 'x'.repeat(3_000) } }, null];
    const refused = async (): Promise<number> => Number(/^hearth_voice_refusals_total (\d+)$/m.exec(await (await fetch(`${hearth.url}/metrics`)).text())?.[1]);
    const before = await refused();
    for (let message = 0; message < 50; message++) eve.signal(Array.from({ length: 16 }, (_, at) => junk[at % junk.length]));
    ana.signal([{ to: there, signal: { kind: 'ask' } }]);
    await ben.until('what Ana signals', () => ben.signalled.length > 0);
    expect([ben.signalled, ana.signalled]).toEqual([[{ signals: [{ from: here, signal: { kind: 'ask' } }] }], []]);
    await goesOn();
    await expect.poll(async () => (await refused()) - before).toBe(50 * 16);
    await expect.poll(() => eve.perform('place.where', {})).toEqual({ accepted: true });
    for (const one of [ben, eve]) await one.leave();
  });

  it('who goes in the middle of coming in leaves no ghost', async () => {
    const tabs = await Promise.all(Array.from({ length: 12 }, (_, at) => hearth.enter(`Brief ${at}`)));
    await Promise.all(tabs.map(async (tab, at) => {
      const seat = await hearth.seat({ tab });
      if (at % 4 === 0) return;
      const socket = hearth.sit(seat);
      if (at % 4 === 1) return socket.terminate();
      await once(socket, at % 4 === 2 ? 'open' : 'message');
      socket.terminate();
    }));
    await ana.until('all to be gone or awaited', ({ facts }) => [...facts.people.values()].every(({ name, connected }) => !name.startsWith('Brief') || !connected));
    await goesOn();
    // And any of them may come in properly.
    const back = await witnessAs(hearth.url, tabs[2] ?? '');
    await ana.until('one of them', ({ facts }) => facts.people.get(back.id)?.connected === true);
    await back.leave();
  });

  it('who opens connections and says nothing is in nobody’s way', async () => {
    const silent = Array.from({ length: 50 }, () => connect(hearth.port, '127.0.0.1').on('error', () => undefined));
    for (const socket of silent) socket.write('POST /api/enter HTTP/1.1\r\nContent-Le');
    await goesOn();
    for (const socket of silent) socket.destroy();
  });

  it('who finds a fault of ours gets a refusal in words, and the rest goes on', async () => {
    vi.spyOn(capabilities['gesture.clap'], 'apply').mockImplementation(() => {
      throw new Error('A fault of ours.');
    });
    expect(await ana.perform('gesture.clap', {})).toMatchObject({ accepted: false, refusal: { code: 'dispatch.crashed' } });
    await goesOn();
  });

  it('who meets a fault of ours where nobody is answered, and whoever is there when a tick fails, stays', async () => {
    const socket = await intruder(hearth, 'Unlucky');
    const fault = (): never => {
      throw new Error('A fault of ours.');
    };
    const steer = vi.spyOn(RoomHost.prototype, 'steer').mockImplementation(fault);
    const tick = vi.spyOn(RoomHost.prototype, 'tick').mockImplementationOnce(fault);
    socket.send(Uint8Array.of(ROOM_DATA_BYTES, INPUT_TYPE, 0, 0));
    await expect.poll(() => [steer.mock.calls.length, tick.mock.calls.length > 1]).toEqual([1, true]);
    await goesOn();
    expect(isOpen(socket)).toBe(true);
    socket.close(4000);
  });

  it('who stops reading, or never takes the seat, is let go of, and everyone sees that they lost the connection', { timeout: 40_000 }, async () => {
    const deaf = await intruder(hearth, 'Deaf');
    deafen(deaf);
    const standing = hearth.sit(await hearth.seat({ tab: await hearth.enter('Standing') }));
    // It reads and answers pings, but never acknowledges that it has joined.
    await once(standing, 'message');
    const lost = (name: string): boolean => [...ana.facts.people.values()].some((person) => person.name === name && !person.connected);
    await ana.until('the deaf one to be gone', () => lost('Deaf'), 20_000);
    await ana.until('the standing one to be gone', () => lost('Standing'), 20_000);
    await goesOn();
    deaf.terminate();
  });

  it('finds its tracks in the log, one line a fault, but no token of anybody’s', () => {
    const lines = hearth.log.join('').trim().split('\n');
    const events = new Set(lines.map((line) => (JSON.parse(line) as { event: string }).event));
    expect([...events].sort()).toEqual(['colyseus.failed', 'command.crashed', 'room.crashed']);
    expect(lines.join()).not.toContain(new URL(hearth.running.guestLink).hash.slice(1));
  });
});
