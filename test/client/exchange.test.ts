/** One's own microphone while the browser is slow: what is opened last stays, all else is given back. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noVoice, type PageState } from '#client/app/context.tsx';
import type { Hearth } from '#client/net/hearth.ts';
import { createStore } from '#client/net/store.ts';
import { putSettings, settings } from '#client/settings/settings.ts';
import { VoiceSession } from '#client/voice/session.ts';

interface Asked {
  readonly chosen: string;
  isOpen: boolean;
  give(): Promise<void>;
}
const { asked } = vi.hoisted(() => ({ asked: [] as Asked[] }));

vi.mock('#client/voice/openMicrophone.ts', () => ({
  whyNone: () => 'blocked',
  OpenMicrophone: {
    open: () =>
      new Promise((resolve) => {
        const one: Asked = {
          chosen: settings.current.microphone,
          isOpen: false,
          async give() {
            one.isOpen = true;
            resolve({ track: one.chosen, speaks: false, level: 0, turn: () => undefined, close: () => (one.isOpen = false) });
            await settled();
          },
        };
        asked.push(one);
      }),
  },
}));
vi.mock('#client/voice/mixer.ts', () => ({ VoiceMixer: class { context = { resume: async () => undefined }; ids = []; speaking = () => new Set(); resume = () => undefined; close = () => undefined; } }));

const settled = async (): Promise<void> => {
  for (let at = 0; at < 20; at++) await Promise.resolve();
};

describe('a microphone that is chosen while one is opened', () => {
  let people: Map<string, object>;
  let store: ReturnType<typeof createStore<object>>;
  let session: VoiceSession;
  beforeEach(() => {
    asked.length = 0;
    vi.stubGlobal('window', Object.assign(new EventTarget(), { setInterval: () => 0, setTimeout: () => 0 }));
    vi.stubGlobal('addEventListener', () => undefined);
    putSettings({ microphone: '' });
    people = new Map([['me', { microphone: 'off' }]]);
    store = createStore<object>({ connection: { status: 'lost' }, hearing: { hear: new Set(), heardBy: new Set() }, facts: { people, voice: 'livekit' }, you: 'me' });
    const hearth = { store, onAudio: () => () => undefined, wantAudio: () => undefined, perform: async () => ({ accepted: true }) };
    session = new VoiceSession(hearth as unknown as Hearth, createStore({ voice: noVoice } as PageState), () => undefined);
  });
  afterEach(() => {
    session.close();
    putSettings({ microphone: '' });
    vi.unstubAllGlobals();
  });
  const open = () => asked.filter(({ isOpen }) => isOpen).map(({ chosen }) => chosen);
  const choose = async (microphone: string): Promise<void> => {
    putSettings({ microphone });
    await settled();
  };
  const giveAll = async (): Promise<void> => {
    for (let at = 0; at < asked.length; at++) await asked[at]?.give();
  };

  it('is the only one that is open, however quickly one chooses', async () => {
    void session.ready();
    await giveAll();
    await choose('a');
    await choose('b');
    for (let at = 1; at < asked.length; at++) await asked[at]?.give();
    expect(open()).toEqual(['b']);
  });

  it('takes the place of the one that is being opened for the first time', async () => {
    const ready = session.ready();
    await choose('a');
    await asked[0]?.give();
    expect(await ready).toBe(true);
    for (let at = 1; at < asked.length; at++) await asked[at]?.give();
    expect(open()).toEqual(['a']);
  });

  it('VO21 is given back by whoever only listens by then', async () => {
    void session.ready();
    await giveAll();
    await choose('a');
    people.set('me', { microphone: 'listening' });
    store.changed();
    await asked[1]?.give();
    expect(open()).toEqual([]);
  });

  it('is given back where the room was left meanwhile', async () => {
    const ready = session.ready();
    session.close();
    await asked[0]?.give();
    expect(await ready).toBe(false);
    expect(open()).toEqual([]);
  });
});
