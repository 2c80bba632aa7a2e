import { describe, expect, it, vi } from 'vitest';
import { Recent } from '#client/voice/recent.ts';
import { onMicrophoneThere, watchMicrophone } from '#client/voice/watch.ts';

describe('who speaks', () => {
  it('is shown steadily: a pause between two words is none', () => {
    const held = new Recent<string>();
    expect([...held.take(['ana'], 0)]).toEqual(['ana']);
    expect([...held.take(['ben'], 500)]).toEqual(['ana', 'ben']);
    expect([...held.take([], 1_000)]).toEqual(['ben']);
    expect([...held.take(['ana'], 1_150)]).toEqual(['ben', 'ana']);
    expect([...held.take([], 2_000)]).toEqual([]);
  });
});

describe('a microphone that is open', () => {
  it('VO22 is known to be gone, or silent, until nobody watches', () => {
    const track = new EventTarget();
    const seen: string[] = [];
    const stop = watchMicrophone(track, { gone: () => seen.push('gone'), silenced: (isSilent) => seen.push(isSilent ? 'silent' : 'heard') });
    for (const kind of ['mute', 'unmute', 'ended']) track.dispatchEvent(new Event(kind));
    expect(seen).toEqual(['silent', 'heard', 'gone']);
    stop();
    track.dispatchEvent(new Event('ended'));
    expect(seen).toHaveLength(3);
  });

  it('VO22 one that comes is told, and nothing else that is plugged in', async () => {
    const kinds: MediaDeviceKind[] = ['audiooutput'];
    const devices = Object.assign(new EventTarget(), { enumerateDevices: vi.fn(async () => kinds.map((kind) => ({ kind }) as MediaDeviceInfo)) });
    const tell = vi.fn();
    const stop = onMicrophoneThere(devices, tell);
    const change = async (): Promise<void> => {
      devices.dispatchEvent(new Event('devicechange'));
      await vi.waitFor(() => expect(devices.enumerateDevices).toHaveReturned());
      await Promise.resolve();
    };
    await change();
    expect(tell).not.toHaveBeenCalled();
    kinds.push('audioinput');
    await change();
    await vi.waitFor(() => expect(tell).toHaveBeenCalledOnce());
    stop();
    await change();
    expect(tell).toHaveBeenCalledOnce();
  });

  it('VO22 nothing is watched where a browser has no devices', () => {
    expect(() => onMicrophoneThere(undefined, vi.fn())()).not.toThrow();
  });
});
