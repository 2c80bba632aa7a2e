import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserOf } from '#client/voice/browsers.ts';
import { audioDevices } from '#client/voice/devices.ts';
import { faceOf, type MicrophoneState } from '#client/voice/faces.ts';
import { fullness, LoudnessJudge } from '#client/voice/loudness.ts';
import { OpenMicrophone } from '#client/voice/openMicrophone.ts';
import { play } from '#client/announce/earcons.ts';
import { listenForTalkKey } from '#client/voice/talkKey.ts';
import { putSettings } from '#client/settings/settings.ts';

describe('the microphone’s button', () => {
  const state: MicrophoneState = { microphone: 'off', by: '', venue: '', count: 5, isQuiet: false, isMyTurn: false, link: 'here', device: 'unasked', isTalking: false };
  const says = (change: Partial<MicrophoneState>): readonly unknown[] => {
    const { first, second, icon, opens } = faceOf({ ...state, ...change });
    return [first[0].defaultMessage, second[0].id.replace('voice.', ''), icon, opens];
  };
  it('says in each state what is so, and who hears one or the way on', () => {
    expect(says({})).toEqual(['Microphone is off', 'wouldHear', 'microphone-slash', false]);
    expect(says({ microphone: 'on' })).toEqual(['Microphone is on', 'canHear', 'microphone', false]);
    expect(says({ isTalking: true })).toEqual(['You are muted but talking', 'turnOn', 'microphone-slash', false]);
    expect(says({ isMyTurn: true })).toEqual(['Microphone is off', 'whenReady', 'microphone-slash', false]);
    expect([says({ isMyTurn: true, microphone: 'on' })[1], says({ isMyTurn: true, isQuiet: true })[1], says({ isMyTurn: true, isTalking: true })[0]]).toEqual(['canHear', 'notNow', 'You are muted but talking']);
    expect(says({ by: 'Ana', isTalking: true })).toEqual(['Muted by {by}', 'askToSpeak', 'lock-simple', false]);
    expect(says({ link: 'lost' })).toEqual(['Sound is off', 'returns', 'wifi-slash', false]);
    expect(says({ link: 'connecting' })).toEqual(['Connecting sound…', 'state.off', 'microphone-slash', false]);
    expect(says({ microphone: 'listening' })).toEqual(['Listening only', 'setUp', 'headphones', true]);
    expect(says({ device: 'unable', link: 'none' })).toEqual(['Sound is off', 'seeWhy', 'speaker-slash', true]);
    expect(says({ venue: 'Lyon' })).toEqual(['Microphone is off', 'atVenue', 'microphone-slash', false]);
  });

  it('shows how to allow it to whoever was refused alone: what is gone is no permission', () => {
    const ways = (['blocked', 'missing', 'busy', 'gone', 'insecure'] as const).map((device) => says({ device }));
    expect(ways.map(([first, , , opens]) => [first, opens])).toEqual(Array(5).fill(['No microphone', true]));
    expect(ways.map(([, second]) => second)).toEqual(['seeHow', 'noneFound', 'isBusy', 'isGone', 'seeWhy']);
  });
});

describe('a microphone that cannot be heard', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(['closed', 'running'])('is given back: its context is %s', async (state) => {
    let open = 0;
    const track = () => ({ clone: track, stop: () => open--, id: open++ });
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => ({ getAudioTracks: () => [track()] }) } });
    vi.stubGlobal('MediaStream', class {});
    const context = { state, createMediaStreamSource: () => { throw new DOMException('no source', 'InvalidStateError'); } } as unknown as AudioContext;
    await expect(OpenMicrophone.open(context, { gone: () => undefined, silenced: () => undefined })).rejects.toThrow(state === 'closed' ? 'closed' : 'no source');
    expect(open).toBe(0);
  });
});

describe('the test of a microphone', () => {
  it('tells the first sound at once, and then no oftener than it can be listened to', () => {
    const judge = new LoudnessJudge();
    expect(judge.take(0.001, 0)).toBe('nothing');
    expect(judge.take(0.01, 100)).toBe('quiet');
    // A word comes louder: it stands a while first.
    expect(judge.take(0.1, 200)).toBe('quiet');
    expect(judge.take(0.1, 2_700)).toBe('well');
    // A pause between two sentences is no silence.
    expect(judge.take(0.0005, 5_500)).toBe('well');
    expect(judge.take(0.0005, 6_800)).toBe('nothing');
    expect(judge.take(0.6, 10_000)).toBe('loud');
  });

  it('fills its meter as ears count loudness', () => {
    expect([fullness(0), fullness(0.001), fullness(0.1), fullness(1), fullness(2)].map((one) => Number(one.toFixed(2)))).toEqual([0, 0, 0.67, 1, 1]);
  });

  it('offers those with a name, and none that stands for another', async () => {
    const device = (kind: MediaDeviceKind, deviceId: string, label = deviceId) => ({ kind, deviceId, label }) as MediaDeviceInfo;
    const found = await audioDevices({ enumerateDevices: async () => [device('audioinput', 'default', 'Default - Headset'), device('audioinput', 'headset'), device('audioinput', 'unnamed', ''), device('videoinput', 'camera'), device('audiooutput', 'speakers')] });
    expect(found).toEqual({ microphones: [{ id: 'headset', name: 'headset' }], speakers: [{ id: 'speakers', name: 'speakers' }] });
    expect(await audioDevices(undefined)).toEqual({ microphones: [], speakers: [] });
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0', 0, 'chromium'],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36', 5, 'android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 0, 'firefox'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 0, 'safari'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 5, 'ios'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1', 5, 'ios'],
  ] as const)('knows where a browser asks: %s', (userAgent, maxTouchPoints, kind) => {
    expect(browserOf({ userAgent, maxTouchPoints })).toBe(kind);
  });
});

describe('a key held to talk', () => {
  class Key extends Event {
    readonly code: string;
    readonly repeat: boolean;
    constructor(kind: string, code: string, repeat = false) {
      super(kind, { cancelable: true });
      [this.code, this.repeat] = [code, repeat];
    }
  }
  let there: EventTarget;
  let said: string[];
  let isOn: boolean;
  let stop: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('KeyboardEvent', Key);
    [there, said, isOn] = [new EventTarget(), [], false];
    putSettings({ talkKey: 'ControlRight' });
    stop = listenForTalkKey(there, { isOn: () => isOn, begin: () => said.push('on'), end: () => said.push('off') });
  });
  afterEach(() => {
    putSettings({ talkKey: 'off' });
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const press = (code: string, repeat = false) => there.dispatchEvent(new Key('keydown', code, repeat));
  const release = (code: string) => there.dispatchEvent(new Key('keyup', code));

  it('VO26 speaks while it is held, and until the last word is over', () => {
    press('ControlRight');
    vi.advanceTimersByTime(200);
    press('ControlRight', true);
    expect(said).toEqual(['on']);
    release('ControlRight');
    expect(said).toEqual(['on']);
    // Pressed again meanwhile one goes on.
    press('ControlRight');
    vi.advanceTimersByTime(1_000);
    expect(said).toEqual(['on']);
    release('ControlRight');
    vi.advanceTimersByTime(1_000);
    expect(said).toEqual(['on', 'off']);
  });

  it('is nothing where it begins something else, where one speaks already, and where none is chosen', () => {
    press('ControlRight');
    press('KeyK');
    vi.advanceTimersByTime(1_000);
    isOn = true;
    press('ControlRight');
    vi.advanceTimersByTime(1_000);
    release('ControlRight');
    isOn = false;
    putSettings({ talkKey: 'off' });
    press('ControlRight');
    vi.advanceTimersByTime(1_000);
    expect(said).toEqual([]);
  });

  it('VO26 is let go by whoever goes elsewhere; whoever has left ends nothing', () => {
    press('ControlRight');
    vi.advanceTimersByTime(200);
    there.dispatchEvent(new Event('blur'));
    vi.advanceTimersByTime(0);
    expect(said).toEqual(['on', 'off']);
    press('ControlRight');
    vi.advanceTimersByTime(200);
    stop();
    vi.advanceTimersByTime(1_000);
    expect(said).toEqual(['on', 'off', 'on']);
  });
});

describe('speakers that one has chosen', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('play Hearth’s own sounds, too, from when they are chosen', async () => {
    const [sent, rung]: [string[], string[]] = [[], []];
    const param = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined };
    class Node {
      readonly gain = param;
      connect = () => this;
      start = () => rung.push(sent.at(-1) ?? '');
      stop = () => undefined;
    }
    vi.stubGlobal('navigator', { userActivation: { hasBeenActive: true } });
    vi.stubGlobal('AudioContext', class { currentTime = 0; destination = {}; setSinkId = async (id: string) => void sent.push(id); });
    vi.stubGlobal('OscillatorNode', Node);
    vi.stubGlobal('GainNode', Node);
    for (const speaker of ['', 'headset', 'headset', '']) {
      play('message', { volume: 'normal', speaker });
      await vi.waitFor(() => expect(rung.at(-1)).toBe(speaker));
    }
    expect([sent, rung]).toEqual([['headset', ''], ['', 'headset', 'headset', '']]);
  });
});
