/** The numbers that the mix of voices writes, on an audio context that only remembers them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VoiceMixer } from '#client/voice/mixer.ts';
import { nearestAround, placeVoice } from '#client/voice/placing.ts';
import { usual } from '#client/settings/settings.ts';
import { personId } from '#shared/kernel/ids.ts';
import { directionOf } from '#shared/voice/direction.ts';
import type { Stand } from '#shared/voice/hearing.ts';
import { commons } from '#test/support/room.ts';

const { loops } = vi.hoisted(() => ({ loops: [] as (() => Promise<unknown>)[] }));
vi.mock('#client/voice/loopback.ts', () => ({ loopBack: async () => loops.shift()?.() }));

class Param {
  value: number;
  readonly writes: number[] = [];
  constructor(value = 0) {
    this.value = value;
  }
  cancelScheduledValues(): void {}
  setValueAtTime(): void {}
  linearRampToValueAtTime(value: number): void {
    this.writes.push(value);
    this.value = value;
  }
}

class FakeNode {
  readonly kind: string;
  readonly into = new Set<FakeNode>();
  readonly gain = new Param(1);
  [more: string]: unknown;
  constructor(kind: string, more: object = {}) {
    this.kind = kind;
    Object.assign(this, { channelCount: 2, channelCountMode: 'max', ...more });
  }
  connect(to: FakeNode): FakeNode {
    this.into.add(to);
    return to;
  }
  disconnect(from?: FakeNode): void {
    if (from) this.into.delete(from);
    else this.into.clear();
  }
}

const params = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, new Param()]));
/** What a panner of all around is made of; a context is told of it when it is made. */
const around = (made: FakeNode[]) => class extends FakeNode {
  constructor(_context: unknown, given: object) {
    super('around', { ...given, ...params('positionX', 'positionY', 'positionZ') });
    made.push(this);
  }
};

const fakeContext = (made: FakeNode[]) => {
  const make = (kind: string, more: object = {}) => () => {
    const node = new FakeNode(kind, more);
    made.push(node);
    return node;
  };
  return {
    currentTime: 0,
    destination: new FakeNode('out'),
    sinks: [] as string[],
    async setSinkId(id: string) {
      this.sinks.push(id);
    },
    createDynamicsCompressor: make('limiter', params('threshold', 'knee', 'ratio', 'attack', 'release')),
    createGain: make('gain'),
    createStereoPanner: () => make('sides', params('pan'))(),
    createMediaStreamSource: make('source'),
    createMediaStreamDestination: make('loop'),
    resume: async () => undefined,
    createAnalyser: make('meter', { getFloatTimeDomainData: () => undefined }),
    close: async () => undefined,
  };
};

const [zone] = commons.zones;
if (!zone) throw new Error('The Commons has no zone.');
const standAt = (id: string, x: number, z: number): Stand => ({ id: personId(id), x, z, zone, circle: undefined, venue: '', reach: 'usual' });
const listener = { x: 0, z: 0, heading: Math.PI };
const [here, ana] = [standAt('me', 0, 0), standAt('ana', 3, 0)];

describe('where a voice is put', () => {
  const place = (wishes: Partial<typeof usual>, isAround = true) => placeVoice({ ...usual, ...wishes }, listener, here, ana, 'floor', isAround);

  it('VO25 follows the room, and what its listener has chosen', () => {
    const byRoom = place({});
    expect(byRoom.gain).toBeGreaterThan(0);
    expect(byRoom.gain).toBeLessThan(1);
    expect(byRoom.pan).toBeCloseTo(0.8);
    expect(byRoom.around).toBeUndefined();
    expect(place({ voicesBy: 'equal' }).gain).toBe(1);
    expect(place({ voicesFrom: 'middle' }).pan).toBe(0);
    expect(place({ voiceOf: { ana: 'off' } }).gain).toBe(0);
    expect(place({ voiceOf: { ana: 'soft', ben: 'off' } }).gain).toBeCloseTo(byRoom.gain / 2);
    expect(place({ voicesBy: 'equal', voiceOf: { ana: 'loud' } }).gain).toBe(1.6);
    expect(place({ voicesFrom: 'around' }).around?.right).toBeCloseTo(1);
    expect(place({ voicesFrom: 'around' }, false)).toMatchObject({ pan: byRoom.pan, around: undefined });
    expect(placeVoice(usual, listener, here, ana, undefined, false).gain).toBe(0);
  });

  it('VO25 all around come the eight nearest, and who is among them stays while they are about as near', () => {
    const voices = Array.from({ length: 10 }, (_, at) => [`p${at}`, standAt(`p${at}`, 1 + at / 10, 0)] as const);
    const first = nearestAround(voices, here, new Set());
    expect([...first]).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']);
    expect(nearestAround(voices, here, new Set([...first].slice(0, 7)).add('p8')).has('p8')).toBe(true);
    expect(nearestAround(voices, here, new Set(['p9'])).size).toBe(8);
  });
});

describe('the mix', () => {
  let made: FakeNode[];
  let context: ReturnType<typeof fakeContext>;
  let mixer: VoiceMixer<string>;
  const only = (kind: string): FakeNode => {
    const found = made.findLast((node) => node.kind === kind);
    if (!found) throw new Error(`No ${kind} was made.`);
    return found;
  };
  beforeEach(() => {
    made = [];
    vi.stubGlobal('Audio', class { play = async () => undefined; });
    vi.stubGlobal('MediaStream', class {});
    vi.stubGlobal('PannerNode', around(made));
    context = fakeContext(made);
    mixer = new VoiceMixer<string>(context as unknown as AudioContext);
  });
  afterEach(() => vi.unstubAllGlobals());
  const master = () => made.find((node) => node.kind === 'gain') ?? only('gain');
  const add = () => mixer.add('ana', {} as MediaStreamTrack);

  it('begins a voice silently, and writes no change that nobody hears', () => {
    add();
    const [gain, pan] = [only('gain').gain, only('sides')['pan'] as Param];
    expect(gain.value).toBe(0);
    mixer.put('ana', { gain: 0.5, pan: 0.4, around: undefined });
    mixer.put('ana', { gain: 0.505, pan: 0.41, around: undefined });
    expect([gain.writes, pan.writes]).toEqual([[0.5], [0.4]]);
    mixer.put('ana', { gain: 0, pan: 0.4, around: undefined });
    expect(gain.writes).toEqual([0.5, 0]);
    expect(mixer.placed('ana')).toMatchObject({ gain: 0, pan: 0.4 });
    expect(mixer.placed('ben')).toBeUndefined();
  });

  it('VO25 all around: another panner in the place of the one, which looks where the listener does; and back', () => {
    add();
    const direction = directionOf(listener, { x: 3, z: -3 });
    mixer.put('ana', { gain: 1, pan: 0.5, around: direction });
    const panner = only('around');
    expect([...only('source').into].map(({ kind }) => kind)).toEqual(['meter', 'around']);
    expect([panner['panningModel'], panner['rolloffFactor']]).toEqual(['HRTF', 0]);
    expect((panner['positionX'] as Param).value).toBeCloseTo(Math.SQRT1_2);
    expect((panner['positionZ'] as Param).value).toBeCloseTo(-Math.SQRT1_2);
    mixer.put('ana', { gain: 1, pan: 0.5, around: undefined });
    expect([...only('source').into].map(({ kind }) => kind)).toEqual(['meter', 'sides']);
    expect((only('sides')['pan'] as Param).value).toBe(0.5);
  });

  it('VO25 is as loud as one wants it, in both ears alike where one wants that, through the speakers that were chosen', () => {
    mixer.volume = 0.5;
    mixer.volume = 0.5;
    expect(master().gain.writes).toEqual([0.5]);
    expect(master()).toMatchObject({ channelCount: 2, channelCountMode: 'max' });
    mixer.mono = true;
    expect(master()).toMatchObject({ channelCount: 1, channelCountMode: 'explicit' });
    mixer.mono = false;
    expect(master()).toMatchObject({ channelCount: 2, channelCountMode: 'max' });
    mixer.speaker = 'headset';
    mixer.speaker = 'headset';
    expect(context.sinks).toEqual(['headset']);
  });

  it('is played by an element, against echo, from the first touch on where the browser refuses it before', async () => {
    loops.push(() => Promise.reject(new DOMException('no touch yet', 'NotAllowedError')), async () => ({ element: {}, close: () => undefined }));
    mixer.byElement = true;
    await vi.waitFor(() => expect(loops).toHaveLength(1));
    await vi.waitFor(() => expect(context.sinks).toEqual(['']));
    expect([...master().into]).toEqual([context.destination]);
    mixer.resume();
    await vi.waitFor(() => expect([...master().into]).toEqual([only('loop')]));
    mixer.resume();
    expect(loops).toEqual([]);
  });

  it('lets go of a voice whole', () => {
    add();
    const source = only('source');
    mixer.remove('ana');
    expect(source.into.size).toBe(0);
    expect([...mixer.ids]).toEqual([]);
  });
});
