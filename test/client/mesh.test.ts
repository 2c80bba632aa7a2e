/** Connections of a mesh without browsers: two pages whose signals are lost, late or stale, and whose connections fail. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignalOutbox } from '#client/voice/mesh/outbox.ts';
import { Pair, type PairWays } from '#client/voice/mesh/pair.ts';
import { MeshStay } from '#client/voice/mesh/mesh.ts';
import { asSpeech } from '#client/voice/mesh/speech.ts';
import { personId } from '#shared/kernel/ids.ts';
import { addressOf, personAt, type Address } from '#shared/voice/news.ts';
import type { Outgoing, Signal } from '#shared/voice/signals.ts';

/** What a connection needs of a browser: it is through when each side has the other's description of now, and the network lets it. */
class Connection {
  connectionState = 'new';
  signalingState = 'stable';
  localDescription: { sdp: string } | null = null;
  onicecandidate: ((event: unknown) => void) | undefined;
  ontrack: ((event: unknown) => void) | undefined;
  remote = '';
  configurations = 1;
  given: MediaStreamTrack | null = null;
  readonly #world: World;
  readonly #transceivers: { direction: string; readonly sender: { replaceTrack(track: MediaStreamTrack | null): Promise<void> } }[] = [];

  constructor(world: World) {
    this.#world = world;
    world.connections.push(this);
  }
  addTransceiver(): object {
    const transceiver = { direction: 'sendrecv', sender: { replaceTrack: (track: MediaStreamTrack | null) => Promise.resolve(void (this.given = track)) } };
    this.#transceivers.push(transceiver);
    return transceiver;
  }
  getTransceivers(): readonly object[] {
    return this.#transceivers;
  }
  setConfiguration(): void {
    if (this.signalingState === 'closed') throw new DOMException('closed', 'InvalidStateError');
    this.configurations++;
  }
  restartIce(): void {
    this.connectionState = 'connecting';
  }
  setLocalDescription(): Promise<void> {
    if (this.signalingState === 'closed') return Promise.reject(new DOMException('closed', 'InvalidStateError'));
    const isAnswer = this.signalingState === 'have-remote-offer';
    this.signalingState = isAnswer ? 'stable' : 'have-local-offer';
    this.localDescription = { sdp: `description ${++this.#world.made}` };
    this.onicecandidate?.({ candidate: { candidate: `candidate of ${this.#world.made}`, sdpMid: '0' } });
    this.#world.settle();
    return Promise.resolve();
  }
  setRemoteDescription({ type, sdp }: { type: string; sdp: string }): Promise<void> {
    if (this.signalingState !== (type === 'offer' ? 'stable' : 'have-local-offer')) return Promise.reject(new DOMException('state', 'InvalidStateError'));
    if (this.#transceivers.length === 0) this.addTransceiver();
    if (this.remote === '') this.ontrack?.({ track: { kind: 'audio' } });
    [this.remote, this.signalingState] = [sdp, type === 'offer' ? 'have-remote-offer' : 'stable'];
    this.#world.settle();
    return Promise.resolve();
  }
  addIceCandidate(): Promise<void> {
    return this.remote === '' ? Promise.reject(new DOMException('early', 'InvalidStateError')) : Promise.resolve();
  }
  close(): void {
    [this.signalingState, this.connectionState] = ['closed', 'closed'];
  }
}

class World {
  readonly connections: Connection[] = [];
  made = 0;
  settle(): void {
    const open = this.connections.filter(({ signalingState }) => signalingState === 'stable');
    for (const one of open) for (const other of open) if (one !== other && one.remote !== '' && one.remote === other.localDescription?.sdp && other.remote === one.localDescription?.sdp) one.connectionState = other.connectionState = 'connected';
  }
  /** The network changes under every connection. */
  fail(state: 'failed' | 'disconnected'): void {
    for (const one of this.connections) if (one.signalingState !== 'closed') one.connectionState = state;
  }
}

type Side = 'caller' | 'other';
const otherOf = { caller: 'other', other: 'caller' } as const;

const setPair = () => {
  const world = new World();
  const sent: { readonly to: Side; readonly signal: Signal }[] = [];
  const heard: Record<Side, boolean> = { caller: false, other: false };
  let now = 0;
  const ways = (side: Side): PairWays => ({
    configuration: () => ({}),
    connect: () => new Connection(world) as unknown as RTCPeerConnection,
    send: (signal) => void sent.push({ to: otherOf[side], signal }),
    heard: (track) => (heard[side] = track !== undefined),
  });
  const pairs: Record<Side, Pair> = { caller: new Pair(true, ways('caller'), 0), other: new Pair(false, ways('other'), 0) };
  const open = () => world.connections.filter(({ signalingState }) => signalingState !== 'closed');
  /** Half a second goes by; what is signalled in it comes, or is lost. */
  const pass = async (isLost: () => boolean = () => false, sides: readonly Side[] = ['caller', 'other']): Promise<void> => {
    now += 500;
    for (const side of sides) pairs[side].keep(now);
    for (let round = 0; round < 12; round++) {
      await new Promise((resolve) => setImmediate(resolve));
      for (const { to, signal } of sent.splice(0)) if (!isLost()) pairs[to].take(signal, now);
    }
  };
  return { world, pairs, heard, open, pass, now: () => now, isThrough: () => open().length === 2 && open().every(({ connectionState }) => connectionState === 'connected') };
};

describe('two pages on a mesh', () => {
  it('are connected by one call, whichever of them wants it, and each hears the other', async () => {
    for (const sides of [['caller', 'other'], ['caller'], ['other']] as const) {
      const { world, pass, isThrough, heard } = setPair();
      for (let time = 0; time < 6 && !isThrough(); time++) await pass(undefined, sides);
      expect([isThrough(), world.connections.length, heard]).toEqual([true, 2, { caller: true, other: true }]);
    }
  });

  it('are connected in the end whatever is lost, closed or disturbed before, with no connection left over', async () => {
    const trouble = fc.array(fc.constantFrom('lose all', 'lose half', 'lose none', 'fail', 'disturb', 'caller leaves', 'other leaves', 'one breaks'), { maxLength: 25 });
    await fc.assert(fc.asyncProperty(trouble, fc.infiniteStream(fc.boolean()), async (troubles, lots) => {
      const { world, pairs, pass, isThrough, open, heard } = setPair();
      for (const what of troubles) {
        if (what === 'fail' || what === 'disturb') world.fail(what === 'fail' ? 'failed' : 'disconnected');
        if (what === 'caller leaves') pairs.caller.close();
        if (what === 'other leaves') pairs.other.close();
        if (what === 'one breaks') open()[0]?.close();
        await pass(() => what === 'lose all' || (what === 'lose half' && lots.next().value === true));
      }
      for (let time = 0; time < 140 && !isThrough(); time++) await pass();
      expect(isThrough()).toBe(true);
      await pass();
      expect([open().length, heard]).toEqual([2, { caller: true, other: true }]);
    }), { numRuns: 150 });
  });

  it('look for another way on the connection they have, and call anew only when there is none', async () => {
    const { world, pass, isThrough } = setPair();
    await pass();
    await pass();
    world.fail('failed');
    await pass();
    await pass();
    expect([isThrough(), world.connections.map(({ configurations }) => configurations)]).toEqual([true, [2, 1]]);
    world.fail('disconnected');
    await pass();
    expect(world.connections.map(({ configurations }) => configurations)).toEqual([2, 1]);
    for (let time = 0; time < 4; time++) await pass();
    expect([isThrough(), world.connections.length]).toEqual([true, 2]);
    world.fail('failed');
    for (let time = 0; time < 30; time++) {
      await pass();
      // Nothing gets through any more by this one.
      for (const one of world.connections.slice(0, 2)) if (one.signalingState !== 'closed') one.connectionState = 'failed';
    }
    expect([isThrough(), world.connections.length]).toEqual([true, 4]);
  });

  it('are apart where nothing comes through for as long as a call may take, and no more once it does', async () => {
    const { pairs, pass } = setPair();
    const apart = () => [pairs.caller.isApart, pairs.other.isApart];
    for (let time = 0; time < 8; time++) await pass(() => true);
    expect(apart()).toEqual([false, false]);
    await pass(() => true);
    expect(apart()).toEqual([true, true]);
    for (let time = 0; time < 60 && apart().includes(true); time++) await pass();
    expect(apart()).toEqual([false, false]);
  });

  it('give a voice from the moment it is given, and none from the moment it is taken', async () => {
    const { pairs, pass, world, open } = setPair();
    const voice = {} as MediaStreamTrack;
    pairs.other.give(voice);
    await pass();
    await pass();
    const [caller, other] = open();
    expect([caller?.given, other?.given]).toEqual([null, voice]);
    pairs.other.give(null);
    expect(other?.given).toBeNull();
    pairs.caller.give(voice);
    expect(caller?.given).toBe(voice);
    pairs.caller.close();
    expect(world.connections.map(({ signalingState }) => signalingState)).toEqual(['closed', 'stable']);
  });

  it('take nothing of an earlier call, and no more calls than one a second, whoever asks', async () => {
    const { pairs, pass, world, now, heard } = setPair();
    await pass();
    await pass();
    for (const signal of [{ kind: 'bye', call: 7 }, { kind: 'answer', call: 1, sdp: 'late' }, { kind: 'candidate', call: 3, candidate: '', mid: '' }, { kind: 'offer', call: 1, sdp: 'not for me' }] as const) pairs.caller.take(signal, now());
    expect(world.connections.map(({ signalingState }) => signalingState)).toEqual(['stable', 'stable']);
    const before = world.connections.length;
    for (let time = 0; time < 50; time++) {
      pairs.caller.take({ kind: 'ask' }, now() + 2_000);
      pairs.other.take({ kind: 'offer', call: 10 + time, sdp: 'flood' }, now() + 2_000);
    }
    expect(world.connections.length - before).toBe(2);
    pairs.other.take({ kind: 'bye', call: 10 }, now());
    expect(heard.other).toBe(false);
  });
});

describe('what is signalled', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes at once, then a few times a second, sixteen in a message and 40,000 signs, in order', () => {
    const sent: (readonly Outgoing[])[] = [];
    const outbox = new SignalOutbox((signals) => void sent.push(signals));
    const put = (call: number, sdp = '') => outbox.put({ to: 'ana~x', signal: { kind: 'offer', call, sdp } });
    for (let call = 1; call <= 20; call++) put(call);
    expect(sent.map((all) => all.length)).toEqual([1]);
    vi.advanceTimersByTime(250);
    expect(sent.map((all) => all.length)).toEqual([1, 16, 3]);
    expect(sent.flat().map(({ signal }) => 'call' in signal && signal.call)).toEqual(Array.from({ length: 20 }, (_, k) => k + 1));
    vi.advanceTimersByTime(250);
    for (let call = 1; call <= 6; call++) put(call, 'x'.repeat(10_000));
    vi.advanceTimersByTime(250);
    expect(sent.slice(3).map((all) => all.length)).toEqual([1, 4, 1]);
    put(7);
    put(8);
    outbox.close();
    vi.advanceTimersByTime(1_000);
    expect(sent.slice(6).map((all) => all.length)).toEqual([2]);
  });

  it('VO29 says how many of those who may hear one the network keeps apart, and tells the server of each, once', () => {
    const world = new World();
    vi.stubGlobal('RTCPeerConnection', class extends Connection { constructor() { super(world); } });
    const [told, sent]: [number[], string[]] = [[], []];
    const hearing = { hear: new Set<Address>(), heardBy: new Set([addressOf(personId('ben'), 'lot'), addressOf(personId('cho'), 'lot')]) };
    const stay = new MeshStay({ kind: 'mesh', address: addressOf(personId('ana'), 'lot'), relays: [], isRelayed: false }, hearing, { heard: () => undefined, silent: () => undefined, ended: () => undefined, apart: (count) => void told.push(count) }, { send: (signals) => sent.push(...signals.map(({ to, signal }) => `${signal.kind} ${personAt(to)}`)), listen: () => () => undefined });
    const found = () => sent.filter((one) => /apart|through/.test(one));
    stay.turn(true);
    vi.advanceTimersByTime(3_000);
    expect([told, found()]).toEqual([[], []]);
    vi.advanceTimersByTime(3_000);
    expect(found()).toEqual(['apart ben', 'apart cho']);
    stay.heed({ ...hearing, heardBy: new Set([addressOf(personId('cho'), 'lot')]) });
    stay.heed({ ...hearing, heardBy: new Set() });
    expect(told).toEqual([2, 1, 0]);
    // Whoever comes into hearing again is not taken to be apart until that is found anew.
    stay.heed(hearing);
    vi.advanceTimersByTime(1_000);
    expect(found().slice(2)).toEqual(['through ben', 'through cho']);
    void stay.end();
    vi.unstubAllGlobals();
  });

  it('asks for a voice: one channel, 24 kbit/s, next to nothing in a pause', () => {
    const with_ = (line: string): string => `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111 9\r\na=rtpmap:111 opus/48000/2\r\n${line}a=rtpmap:9 G722/8000\r\n`;
    const line = (sdp: string) => /^a=fmtp:111 (.*)\r$/m.exec(sdp)?.[1];
    expect(line(asSpeech(with_('a=fmtp:111 minptime=10;useinbandfec=1\r\n')))).toBe('minptime=10;useinbandfec=1;usedtx=1;maxaveragebitrate=24000;stereo=0');
    expect(line(asSpeech(with_('a=fmtp:111 maxplaybackrate=48000;stereo=1\r\n')))).toBe('maxplaybackrate=48000;stereo=0;usedtx=1;maxaveragebitrate=24000');
    expect(line(asSpeech(with_('')))).toBe('usedtx=1;maxaveragebitrate=24000;stereo=0');
    expect(asSpeech('v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 9\r\n')).toBe('v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 9\r\n');
  });
});
