/** A mesh without browsers: places, signals between those who may hear each other, and the words for relays. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWords } from '#client/app/words.ts';
import { readSettings } from '#server/host/settings.ts';
import { MeshVoice, type MeshSettings } from '#server/voice/mesh/mesh-voice.ts';
import { openVoice } from '#server/voice/open-voice.ts';
import { addressOf, type Address } from '#shared/voice/news.ts';
import type { AudioSeat, MeshSeat, NoSeat } from '#shared/voice/seat.ts';
import { voiceCues } from '#shared/voice/voice.capabilities.ts';
import { calls, readSignals, type Outgoing, type Signal, type SignalNews } from '#shared/voice/signals.ts';
import { personId } from '#shared/kernel/ids.ts';
import { setTable, type Guest } from '#test/support/table.ts';

const alone: MeshSettings = { stunUrls: [], turnUrls: [], turnSecret: '', isRelayed: false };
const withTurn: MeshSettings = { stunUrls: ['stun:a.example:3478'], turnUrls: ['turn:a.example:3478', 'turns:a.example:443?transport=tcp'], turnSecret: 'whisper', isRelayed: true };
const sdp = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n';
const words = createWords('en', undefined);
const offer: Signal = { kind: 'offer', call: 1, sdp };

interface Seated extends Guest {
  readonly seats: (AudioSeat | NoSeat)[];
  readonly signalled: SignalNews[];
}
const seatOf = ({ seats }: Seated): MeshSeat => {
  const seat = seats.at(-1);
  if (!seat || 'none' in seat || seat.kind !== 'mesh') throw new Error('There is no seat.');
  return seat;
};
/** Who signalled what to someone. */
const heardOf = ({ signalled }: Seated): readonly (readonly [string, Signal['kind']])[] => signalled.flatMap((news) => ('signals' in news ? news.signals.map(({ from, signal }) => [from, signal.kind] as const) : []));

const setMesh = (settings = alone) => {
  const table = setTable();
  let made = 0;
  const voice = new MeshVoice(settings, { now: () => table.now, newId: () => `lot${++made}` });
  voice.attend(table.host);
  const enter = async (name: string): Promise<Seated> => {
    const guest = await table.enter(name);
    const [seats, signalled]: [(AudioSeat | NoSeat)[], SignalNews[]] = [[], []];
    return Object.assign(guest, { seats, signalled, audio: (seat: AudioSeat | NoSeat) => void seats.push(seat), signals: (news: SignalNews) => void signalled.push(news) });
  };
  const ask = (guest: Seated) => voice.ask(table.host, guest.id, guest);
  const signal = (guest: Seated, raw: unknown) => voice.signal(table.host, guest, raw);
  return {
    table, voice, enter, ask, signal,
    come: async (name: string, x: number, z: number): Promise<Seated> => {
      const guest = await enter(name);
      table.host.room.walks.place(guest.id, { x, z, heading: 0 });
      ask(guest);
      return guest;
    },
    to: (other: Seated, what: Outgoing['signal'] = offer) => ({ to: seatOf(other).address, signal: what }),
  };
};

describe('places on a mesh', () => {
  it('are given for the asking, hold at once, name no relay that nobody has set, and end with the connection', async () => {
    const { table, voice, come } = setMesh();
    expect(table.host.facts.voice).toBe('mesh');
    const ana = await come('Ana', 8, 8);
    expect(seatOf(ana)).toEqual({ kind: 'mesh', address: 'ana~lot1', relays: [], isRelayed: false });
    expect(table.host.voices.addressOf(ana.id)).toBe('ana~lot1');
    voice.left(ana);
    expect(table.host.voices.addressOf(ana.id)).toBeUndefined();
  });

  it('are one a person, in the tab that asked last; asked for too often they are refused and counted', async () => {
    const { table, voice, come, enter, ask, signal, to } = setMesh();
    const [first, ben] = [await come('Ana', 8, 8), await come('Ben', 8, 9)];
    const second = await enter('Ana');
    ask(second);
    table.pass(300);
    expect(first.seats.at(-1)).toEqual({ none: 'elsewhere' });
    // Whoever lost the place signals to nobody, and leaves it alone when they go.
    signal(first, [to(ben)]);
    voice.left(first);
    expect([heardOf(ben), table.host.voices.addressOf(first.id)]).toEqual([[], seatOf(second).address]);
    for (let time = 0; time < 20; time++) ask(second);
    expect([second.seats.at(-1), voice.refused > 8]).toEqual([{ none: 'tooFast' }, true]);
    table.pass(300);
    signal(ben, [to({ ...second, seats: second.seats.filter((seat) => !('none' in seat)) })]);
    expect(heardOf(second)).toHaveLength(1);
  });
});

describe('signals', () => {
  it('VO23 go to whom one hears or is heard by at that moment, and to nobody else', async () => {
    const { table, voice, come, signal, to } = setMesh();
    const [ana, ben, cho] = [await come('Ana', 8, 8), await come('Ben', 8, 9), await come('Cho', -8, 8)];
    table.pass(300);
    signal(ana, [to(ben), to(cho), to(ana)]);
    expect([heardOf(ben), heardOf(cho), heardOf(ana), voice.refused]).toEqual([[[seatOf(ana).address, 'offer']], [], [], 2]);
    // A block parts them at once, whatever they were told.
    table.host.room.relations.set('block', ana.id, ben.id, true);
    table.pass(300);
    signal(ana, [to(ben)]);
    signal(ben, [to(ana)]);
    expect([heardOf(ben).length, heardOf(ana).length, voice.refused]).toEqual([1, 0, 4]);
  });

  it('VO17 of whoever is held reach those whom they hear, and nobody is told that they could be heard', async () => {
    const { table, come, signal, to } = setMesh();
    const [ana, ben, cho] = [await come('Ana', 8, 8), await come('Ben', 8, 9), await come('Cho', -8, 8)];
    const steward = table.host.facts.people.get(cho.id);
    if (steward) steward.standing = 'steward';
    for (const one of [ana, ben]) await table.did(one, 'voice.on');
    table.pass(1_500);
    await table.did(cho, 'voice.hold', { person: ana.id });
    table.pass(100);
    expect([[...ben.hearing.hear], [...ana.hearing.heardBy], [...ana.hearing.hear]]).toEqual([[], [], [seatOf(ben).address]]);
    signal(ana, [to(ben)]);
    expect(heardOf(ben)).toHaveLength(1);
    await table.did(cho, 'voice.hold', { person: ben.id });
    table.pass(100);
    signal(ana, [to(ben)]);
    expect(heardOf(ben)).toHaveLength(1);
  });

  it('VO29 say whom the network keeps apart from a speaker: named as such, counted no more, told to nobody else, until they say otherwise', async () => {
    const { table, voice, come, signal, to } = setMesh();
    const [ana, ben, cho, dan] = [await come('Ana', 8, 8), await come('Ben', 8, 9), await come('Cho', 8, 10), await come('Dan', -8, 8)];
    table.pass(300);
    const who = async (one: Seated) => {
      await table.did(one, 'voice.who');
      const said = one.heard.at(-1);
      return said?.kind === 'voice.heardBy' && voiceCues.heardBy.own ? words(voiceCues.heardBy.own, said.values) : said?.kind;
    };
    const said = async () => [await who(ana), await who(ben)];
    expect(await said()).toEqual(['Microphone is off. 2 people would hear you: Ben, Cho.', 'Microphone is off. 2 people would hear you: Ana, Cho.']);
    signal(ana, [to(cho, { kind: 'apart' }), to(dan, { kind: 'apart' })]);
    expect([await said(), heardOf(cho), voice.refused]).toEqual([['Microphone is off. One person would hear you: Ben. The network keeps you apart from Cho.', 'Microphone is off. 2 people would hear you: Ana, Cho.'], [], 1]);
    await table.did(ana, 'voice.on');
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'voice.on', values: { count: 1 } });
    signal(ana, [to(ben, { kind: 'apart' })]);
    expect(await who(ana)).toBe('Nobody can hear you. The network keeps you apart from Ben, Cho.');
    signal(ana, [to(cho, { kind: 'through' })]);
    expect(await who(ana)).toBe('One person can hear you: Cho. The network keeps you apart from Ben.');
    // Another stay may have another way through.
    voice.left(ana);
    voice.ask(table.host, ana.id, ana);
    table.pass(300);
    expect(await who(ana)).toBe('2 people can hear you: Ben, Cho.');
  });

  it('that are none are refused one by one and counted: forged, oversized, of a picture, for nobody', async () => {
    const { table, voice, come, signal, to } = setMesh();
    const [ana, ben] = [await come('Ana', 8, 8), await come('Ben', 8, 9)];
    table.pass(300);
    const { to: address } = to(ben);
    const hostile: readonly unknown[] = [
      { to: address, from: 'cho~lot3', signal: offer },
      { to: address, signal: { ...offer, sdp: sdp + 'x'.repeat(10_000) } },
      { to: address, signal: { ...offer, sdp: `${sdp}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n` } },
      { to: address, signal: { ...offer, sdp: sdp.replace('m=audio', 'm=application') } },
      { to: address, signal: { ...offer, sdp: 'junk' } },
      { to: address, signal: { ...offer, call: 0 } },
      { to: address, signal: { kind: 'candidate', call: 1, candidate: 'x'.repeat(501), mid: '0' } },
      { to: address, signal: { kind: 'candidate', call: 1, candidate: 'x' } },
      { to: address, signal: { kind: 'ask', more: true } },
      { to: address, signal: { kind: 'rollback', call: 1 } },
      { to: 'nobody~lot', signal: offer },
      { to: 'nobody', signal: offer },
      null, 'junk', [],
    ];
    signal(ana, hostile);
    expect([heardOf(ben), voice.refused]).toEqual([[], hostile.length]);
    signal(ana, [...hostile.slice(0, 5), to(ben)]);
    expect(heardOf(ben)).toEqual([[seatOf(ana).address, 'offer']]);
    // A list that is too long is not even read.
    const before = voice.refused;
    for (const raw of [Array.from({ length: 17 }, () => to(ben)), { length: 1, 0: to(ben) }, 'offer', undefined]) signal(ana, raw);
    expect([heardOf(ben).length, voice.refused - before]).toEqual([1, 4]);
  });

  it('a thousand in a second: over the allowance they are refused and counted, those of others go on, and so do one’s own after a pause', async () => {
    const { table, voice, come, signal, to } = setMesh();
    const [ana, ben] = [await come('Ana', 8, 8), await come('Ben', 8, 9)];
    table.pass(300);
    for (let message = 0; message < 100; message++) signal(ana, Array.from({ length: 10 }, () => to(ben)));
    expect([heardOf(ben).length, voice.refused]).toEqual([500, 500]);
    signal(ben, [to(ana)]);
    expect(heardOf(ana)).toHaveLength(1);
    expect(await table.did(ana, 'gesture.wave')).toEqual({ accepted: true });
    table.pass(11_000);
    signal(ana, [to(ben)]);
    expect(heardOf(ben)).toHaveLength(501);
  });

  it('are read without a crash, whatever they are', () => {
    for (const raw of [undefined, null, 7, '', {}, [undefined], [{}], [{ to: {}, signal: {} }], [{ to: 'a~b', signal: null }], Array(16).fill(Object.create(null))]) expect(readSignals(raw).signals).toEqual([]);
  });

  it('one of two calls, and never both', () => {
    const [one, other]: [Address, Address] = [addressOf(personId('ana'), 'x'), addressOf(personId('ben'), 'a')];
    expect([calls(one, other), calls(other, one)]).toEqual([true, false]);
  });
});

describe('words for relays', () => {
  it('end within ten minutes, are signed, name nobody, and are given anew before they end', async () => {
    const { table, voice, come } = setMesh(withTurn);
    const ana = await come('Ana', 8, 8);
    const { relays, isRelayed } = seatOf(ana);
    expect([relays[0], isRelayed]).toEqual([{ urls: ['stun:a.example:3478'] }, true]);
    const turn = relays[1];
    const [end, lot] = turn?.username?.split(':') ?? [];
    expect(turn?.urls).toEqual(withTurn.turnUrls);
    expect([Number(end), turn?.credential]).toEqual([Math.floor(table.now / 1_000) + 600, createHmac('sha1', 'whisper').update(`${end}:${lot}`).digest('base64')]);
    expect(turn?.username).not.toContain('ana');
    table.pass(300_000);
    voice.renew();
    const [news] = ana.signalled;
    const username = news && 'relays' in news ? news.relays[1]?.username : undefined;
    expect(Number(username?.split(':')[0])).toBe(Number(end) + 300);
    const without = setMesh();
    const ben = await without.come('Ben', 8, 8);
    without.voice.renew();
    expect(ben.signalled).toEqual([]);
  });

  it('are set by settings, which say in a sentence what is missing, and repeat no secret', async () => {
    const open = async (given: Record<string, string>) => {
      const read = readSettings({ VOICE: 'mesh', ...given });
      if (!read.ok) return read.sentence;
      const voice = await openVoice(read.settings, { now: Date.now, chance: Math.random, newId: () => 'lot' }, () => true).catch((error: unknown) => error as Error);
      if (voice instanceof Error) return voice.message;
      await voice.stop();
      return voice.describe;
    };
    expect(await open({})).toBe('browser to browser, eight voices at once');
    expect(await open({ TURN_URLS: 'turn:a.example:3478, turns:a.example:443?transport=tcp', TURN_SECRET: 'whisper', TURN_ONLY: 'yes', STUN_URLS: 'stun:a.example' })).toBe('browser to browser, eight voices at once');
    expect(await open({ TURN_URLS: 'turn:a.example' })).toBe('TURN_URLS needs TURN_SECRET beside it.');
    expect(await open({ TURN_ONLY: 'yes' })).toBe('TURN_ONLY needs TURN_URLS beside it.');
    expect(await open({ TURN_URLS: 'https://a.example' })).toMatch(/^The setting TURN_URLS is "https:\/\/a\.example"/);
    expect(await open({ TURN_SECRET: 'two words' })).toMatch(/^The setting TURN_SECRET is set to something, which/);
  });
});
