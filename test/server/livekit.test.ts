/** LiveKit for real, where there is one; else these say aloud that they were skipped. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { AccessToken, RoomServiceClient, TokenVerifier } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { configOf } from '#server/voice/livekit/config.ts';
import { Hooks } from '#server/voice/livekit/hooks.ts';
import { LivekitVoice } from '#server/voice/livekit/livekit-voice.ts';
import { pathAtLivekit } from '#server/voice/livekit/proxy.ts';
import { findLivekit, superviseLivekit, type Livekit } from '#server/voice/livekit/supervisor.ts';
import { passTo } from '#server/voice/livekit/tokens.ts';
import { reachOf } from '#server/voice/open-voice.ts';
import { addressOf, type Address } from '#shared/voice/news.ts';
import type { AudioSeat, LivekitSeat, NoSeat } from '#shared/voice/seat.ts';
import { personId } from '#shared/kernel/ids.ts';
import { freePort } from '#test/support/ports.ts';
import { setTable, type Guest } from '#test/support/table.ts';

const keys = { key: 'hearth', secret: 's'.repeat(32) };
const ana = addressOf(personId('ana'), 'lot');

/** A call as LiveKit makes it. */
const call = async (event: object, { key, secret } = keys) => {
  const body = JSON.stringify(event);
  const token = new AccessToken(key, secret, { ttl: 300 });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return [body, await token.toJwt()] as const;
};

describe('a token', () => {
  it('opens one audio room for two minutes, to listen and speak by microphone, and nothing else', async () => {
    const token = await passTo(keys, { audioRoom: 'commons', address: ana, name: 'x'.repeat(10_000), maySpeak: true });
    const claims = await new TokenVerifier(keys.key, keys.secret).verify(token);
    expect(claims.video).toEqual({ room: 'commons', roomJoin: true, canSubscribe: true, canPublish: true, canPublishSources: ['microphone'], canPublishData: false, canUpdateOwnMetadata: false });
    expect([claims.sub, claims.name, (claims.exp ?? 0) - (claims.nbf ?? 0)]).toEqual([ana, 'x'.repeat(64), 120]);
  });

  it('of whoever is held muted lets nobody speak', async () => {
    const token = await passTo(keys, { audioRoom: 'commons', address: ana, name: 'Ana', maySpeak: false });
    expect((await new TokenVerifier(keys.key, keys.secret).verify(token)).video).toMatchObject({ canPublish: false, canPublishSources: [] });
  });
});

describe('a call of LiveKit', () => {
  it('is taken once; what is forged, tampered with, unsigned, expired or repeated is refused and counted', async () => {
    let now = 0;
    const hooks = new Hooks(keys, () => now);
    const [body, signed] = await call({ event: 'participant_joined', id: 'EV_1' });
    expect((await hooks.read(body, signed))?.event).toBe('participant_joined');
    expect(await hooks.read(body, signed)).toBeUndefined();
    // Of a call that was not taken yet: that it came before is no reason to refuse it.
    const next = { event: 'participant_joined', id: 'EV_2' };
    const [fresh, sign] = await call(next);
    const [, forged] = await call(next, { key: 'hearth', secret: 'x'.repeat(32) });
    vi.useFakeTimers({ now: Date.now() - 6 * 60_000, toFake: ['Date'] });
    const [, expired] = await call(next);
    vi.useRealTimers();
    for (const [text, by] of [[fresh, forged], [fresh.replace('joined', 'left'), sign], [fresh, undefined], [fresh, expired], ['', sign], ['junk', 'junk']] as const) expect(await hooks.read(text, by)).toBeUndefined();
    expect(hooks.refused).toBe(7);
    expect((await hooks.read(fresh, sign))?.id).toBe('EV_2');
    // LiveKit's own check takes a call for five minutes.
    now = 5 * 60_000;
    expect(await hooks.read(body, signed)).toBeUndefined();
  });
});

describe('our port', () => {
  it('passes on what joins, and nothing of LiveKit’s API', () => {
    expect(pathAtLivekit('/voice/rtc?access_token=x')).toBe('/rtc?access_token=x');
    expect(pathAtLivekit('/voice/rtc/v1?join_request=x')).toBe('/rtc/v1?join_request=x');
    expect(pathAtLivekit('/voice/rtc/validate?x=1')).toBe('/rtc/validate?x=1');
    for (const url of ['/voice/twirp/livekit.RoomService/ListRooms', '/voice/', '/voice/rtc/../twirp', '/voice/rtcx', '/voice/rtc HTTP/1.1', undefined]) expect(pathAtLivekit(url)).toBeUndefined();
  });
});

interface Seated extends Guest {
  readonly seats: (AudioSeat | NoSeat)[];
}
const seatOf = ({ seats }: Seated): LivekitSeat => {
  const seat = seats.at(-1);
  if (!seat || 'none' in seat || seat.kind !== 'livekit') throw new Error('There is no seat.');
  return seat;
};

/** A room whose voice is carried, with LiveKit's API played. */
const setAudio = () => {
  const table = setTable();
  const asked: unknown[][] = [];
  const note = (what: string) => (...given: unknown[]) => Promise.resolve(asked.push([what, ...given]) as never);
  let made = 0;
  const voice = new LivekitVoice({ ...keys, url: 'http://127.0.0.1:1', reachedAt: '/voice' }, { newId: () => `lot${++made}` }, { createRoom: note('create'), removeParticipant: note('remove'), updateParticipant: note('update') });
  voice.attend(table.host);
  const come = async (name: string): Promise<Seated> => {
    const guest = await table.enter(name);
    const seats: (AudioSeat | NoSeat)[] = [];
    return Object.assign(guest, { seats, audio: (seat: AudioSeat | NoSeat) => void seats.push(seat) });
  };
  const tell = (event: string, identity: Address, room = 'commons', track?: object) => voice.hear({ event, participant: { identity }, room: { name: room }, track } as never);
  return { table, voice, asked, come, tell, done: (what: string) => asked.filter(([one]) => one === what) };
};
const microphone = { type: 0, source: 2, mimeType: 'audio/red' };

describe('a LiveKit server that we run', () => {
  const config = (...[HOST, PUBLIC_URL = '', VOICE_IP = '']: readonly string[]): string =>
    configOf({ reach: reachOf({ HOST: HOST ?? '', PUBLIC_URL, VOICE_IP }), port: 1, udpPort: 7882, key: 'k', secret: 's', hook: '' });

  it('takes voices from as far as Hearth takes people', () => {
    for (const here of [config('127.0.0.1'), config('localhost'), config('127.0.0.1', 'http://localhost:2567'), config('::1', 'http://[::1]:2567')]) expect(here).toContain('interfaces: { includes: [lo] }');
    for (const there of [config('0.0.0.0'), config('127.0.0.1', 'https://hearth.example.org'), config('127.0.0.1', '', '192.0.2.7')]) expect(there).not.toContain('[lo]');
    expect(config('0.0.0.0', 'https://hearth.example.org', '192.0.2.7')).toContain('node_ip: 192.0.2.7\n');
    expect(config('0.0.0.0')).not.toContain('node_ip');
  });

  it('is asked and signalled by us alone, and asks no other server, in every case', () => {
    for (const one of [config('127.0.0.1'), config('0.0.0.0'), config('0.0.0.0', '', '192.0.2.7')]) expect(one).toMatch(/bind_addresses: \["127\.0\.0\.1"\][^]*tcp_port: 0[^]*use_external_ip: false[^]*stun_servers: \["127\.0\.0\.1:3478"\]/);
  });
});

describe('places in the audio', () => {
  it('are given for the asking, and hold once LiveKit says that one has come', async () => {
    const { table, voice, come, tell } = setAudio();
    expect(table.host.facts.voice).toBe('livekit');
    const guest = await come('Ana');
    await voice.ask(table.host, guest.id, guest);
    const { address, url } = seatOf(guest);
    expect([url, address, table.host.voices.addressOf(guest.id)]).toEqual(['/voice', 'ana~lot1', undefined]);
    await tell('participant_joined', address);
    expect(table.host.voices.addressOf(guest.id)).toBe(address);
    await tell('participant_left', address);
    expect(table.host.voices.addressOf(guest.id)).toBeUndefined();
  });

  it('are one a person: another tab takes it, and an old address is sent out whenever it comes', async () => {
    const { table, voice, come, tell, done } = setAudio();
    const [first, second] = [await come('Ana'), await come('Ana')];
    await voice.ask(table.host, first.id, first);
    const old = seatOf(first).address;
    await tell('participant_joined', old);
    await voice.ask(table.host, second.id, second);
    expect([first.seats.at(-1), seatOf(second).address]).toEqual([{ none: 'elsewhere' }, 'ana~lot2']);
    expect(done('remove')).toEqual([['remove', 'commons', old]]);
    await tell('participant_joined', old);
    expect([table.host.voices.addressOf(first.id), done('remove')]).toEqual([undefined, [['remove', 'commons', old], ['remove', 'commons', old]]]);
    await tell('participant_joined', seatOf(second).address, 'library');
    expect(table.host.voices.addressOf(first.id)).toBeUndefined();
  });

  it('end with the connection', async () => {
    const { table, voice, come, tell, done } = setAudio();
    const guest = await come('Ana');
    await voice.ask(table.host, guest.id, guest);
    await tell('participant_joined', seatOf(guest).address);
    voice.left(guest);
    expect([table.host.voices.addressOf(guest.id), done('remove')]).toEqual([undefined, [['remove', 'commons', 'ana~lot1']]]);
  });

  it('asked for too often are refused and counted, and nothing is lost', async () => {
    const { table, voice, come } = setAudio();
    const guest = await come('Ana');
    for (let time = 0; time < 1_000; time++) await voice.ask(table.host, guest.id, guest);
    expect([voice.refused, guest.seats.filter((seat) => 'token' in seat).length]).toEqual([990, 10]);
    table.pass(10_100);
    await voice.ask(table.host, guest.id, guest);
    expect(seatOf(guest).address).toBe('ana~lot11');
  });

  it('VO17 a hold takes the permission to speak, of whoever is there, comes by a token from before, or asks anew', async () => {
    const { table, voice, come, tell, done } = setAudio();
    const guest = await come('Ana');
    await voice.ask(table.host, guest.id, guest);
    const { address } = seatOf(guest);
    await tell('participant_joined', address);
    table.host.room.holds.set(guest.id, 'Sam');
    const person = table.host.facts.people.get(guest.id);
    if (person) person.heldBy = 'Sam';
    table.pass(300);
    const taken = ['update', 'commons', address, { permission: { canSubscribe: true, canPublish: false, canPublishSources: [], canPublishData: false } }];
    expect(done('update')).toEqual([taken]);
    await tell('participant_joined', address);
    expect(done('update')).toEqual([taken, taken]);
    await voice.ask(table.host, guest.id, guest);
    expect((await new TokenVerifier(keys.key, keys.secret).verify(seatOf(guest).token)).video).toMatchObject({ canPublish: false });
    await tell('participant_joined', seatOf(guest).address);
    table.host.room.holds.delete(guest.id);
    if (person) person.heldBy = '';
    table.pass(300);
    expect(done('update').at(-1)).toMatchObject(['update', 'commons', 'ana~lot2', { permission: { canPublish: true } }]);
  });

  it('VO17 a hold that is ended while one is on the way in keeps nobody silent', async () => {
    const { table, voice, come, tell, done } = setAudio();
    const guest = await come('Ana');
    table.host.room.holds.set(guest.id, 'Sam');
    await voice.ask(table.host, guest.id, guest);
    table.host.room.holds.delete(guest.id);
    await tell('participant_joined', seatOf(guest).address);
    expect(done('update')).toMatchObject([['update', 'commons', 'ana~lot1', { permission: { canPublish: true } }]]);
  });

  it('are for one voice: a second track, or a picture by the name of a microphone, ends the permission', async () => {
    const { table, voice, come, tell, done } = setAudio();
    const guest = await come('Ana');
    await voice.ask(table.host, guest.id, guest);
    const { address } = seatOf(guest);
    await tell('participant_joined', address);
    await tell('track_published', address, 'commons', { ...microphone, sid: 'TR_1' });
    expect(done('update')).toEqual([]);
    await tell('track_published', address, 'commons', { ...microphone, sid: 'TR_2' });
    await tell('track_published', address, 'commons', { type: 1, source: 2, mimeType: 'video/vp8', sid: 'TR_3' });
    expect([done('update').length, voice.refused]).toEqual([2, 2]);
  });

  it('are all given anew once LiveKit runs again', async () => {
    const { table, voice, come, tell, done } = setAudio();
    const guest = await come('Ana');
    await voice.ask(table.host, guest.id, guest);
    await tell('participant_joined', seatOf(guest).address);
    await voice.restarted();
    expect([seatOf(guest).address, table.host.voices.addressOf(guest.id), done('create').length]).toEqual(['ana~lot2', undefined, 2]);
  });
});

const file = findLivekit();
if (file === undefined) console.warn('SKIPPED: there is no LiveKit server on this machine; npm run livekit gets one.');

describe.skipIf(file === undefined)('a LiveKit server beside us', () => {
  const calls: string[] = [];
  const restarts: number[] = [];
  const http = createServer((asked, answer) => {
    asked.on('data', (text: Buffer) => calls.push(text.toString()));
    answer.end();
  });
  let livekit: Livekit;
  let voicePort = 0;
  beforeAll(async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const port = await freePort();
    voicePort = await freePort();
    await new Promise<void>((resolve) => void http.listen(port, '127.0.0.1', resolve));
    livekit = await superviseLivekit(file ?? '', { hook: `http://127.0.0.1:${port}/hooks/livekit`, reach: { to: 'machine' }, voicePort }, () => restarts.push(Date.now()));
  }, 20_000);
  afterAll(async () => {
    await livekit.stop();
    http.close();
  });

  it('answers with a secret of its own, opens only rooms that were made, and tells us', async () => {
    const api = new RoomServiceClient(livekit.url, livekit.key, livekit.secret);
    expect(await api.listRooms()).toEqual([]);
    await expect(new RoomServiceClient(livekit.url, 'hearth', 'x'.repeat(32)).listRooms()).rejects.toThrow();
    await api.createRoom({ name: 'commons' });
    const opens = (token: string): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${livekit.url.replace('http', 'ws')}/rtc?access_token=${token}&auto_subscribe=0&sdk=js&protocol=15&version=2.23.0`);
        socket.on('message', () => {
          resolve(true);
          socket.close();
        });
        socket.on('error', () => resolve(false));
      });
    expect(await opens(await passTo(livekit, { audioRoom: 'commons', address: ana, name: 'Ana', maySpeak: true }))).toBe(true);
    expect(await opens(await passTo(livekit, { audioRoom: 'attic', address: ana, name: 'Ana', maySpeak: true }))).toBe(false);
    expect(await opens(await passTo({ ...livekit, secret: 'x'.repeat(32) }, { audioRoom: 'commons', address: ana, name: 'Ana', maySpeak: true }))).toBe(false);
    await expect.poll(() => calls.some((text) => text.includes('room_started') && text.includes('commons')), { timeout: 5_000 }).toBe(true);
  }, 20_000);

  it('runs again as soon as it was killed', async () => {
    const [pid, killedAt] = [livekit.pid(), Date.now()];
    process.kill(pid ?? 0, 'SIGKILL');
    await expect.poll(() => restarts.length, { timeout: 10_000, interval: 20 }).toBe(1);
    expect(livekit.pid()).not.toBe(pid);
    expect((restarts[0] ?? Infinity) - killedAt).toBeLessThan(3_000);
    expect(await new RoomServiceClient(livekit.url, livekit.key, livekit.secret).listRooms()).toEqual([]);
  }, 20_000);

  it('takes voices from this machine alone, where Hearth is kept to it', () => {
    // Linux's own list: an address and a port in hexadecimal, the address turned around.
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const port = voicePort.toString(16).toUpperCase().padStart(4, '0');
    const open = ['udp', 'udp6'].flatMap((list) => [...readFileSync(`/proc/net/${list}`, 'utf8').matchAll(/^ *\d+: ([\dA-F]+):([\dA-F]{4}) /gm)].filter(([, , at]) => at === port).map(([, address]) => address));
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((address) => !['0100007F', '00000000000000000000000001000000'].includes(address ?? ''))).toEqual([]);
  });

  it('has its secret in no command line', () => {
    expect(configOf({ reach: { to: 'machine' }, port: 1, udpPort: 2, key: 'k', secret: livekit.secret, hook: '' })).toContain(livekit.secret);
    const { readFileSync } = process.getBuiltinModule('node:fs');
    expect(readFileSync(`/proc/${livekit.pid()}/cmdline`, 'utf8')).not.toContain(livekit.secret);
  });
});
