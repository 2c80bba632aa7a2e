import { afterEach, describe, expect, it, vi } from 'vitest';
import { noVoice, type PageState } from '#client/app/context.tsx';
import type { Hearth } from '#client/net/hearth.ts';
import { createStore } from '#client/net/store.ts';
import { openVoiceDoor } from '#client/voice/door.ts';
import { voice as words } from '#client/voice/voice.words.ts';

/** A room that voices are carried in, in a browser that has no WebRTC: as Node has none. */
const comeIn = () => {
  const store = createStore({ facts: { voice: 'mesh' }, connection: { status: 'here' } });
  const page = createStore({ voice: noVoice, overlay: undefined }) as unknown as ReturnType<typeof createStore<PageState>>;
  const told: unknown[] = [];
  return { page, told, store, door: openVoiceDoor({ store } as unknown as Hearth, page, (message) => told.push(message)) };
};

describe('a browser that carries no voices', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('says so, once, when one has come in; its button leads to the reason, and no microphone is asked for', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('window', globalThis);
    const { page, told, store, door } = comeIn();
    await vi.advanceTimersByTimeAsync(600);
    await vi.waitFor(() => expect(told).toEqual([words.unable]));
    expect(page.current.voice.device).toBe('unable');
    // With a device named, asking for one would throw: Node has none.
    expect(await door.ready()).toBe(false);
    expect(page.current.overlay).toEqual({ kind: 'microphone' });
    store.changed();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toHaveLength(1);
    door.close();
  });
});
