import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameLoop, type FrameNeeds } from '#client/view-3d/stage/frameLoop.ts';

const frameMilliseconds = 16;

/** A page that can be hidden, with frames on the fake clock. */
const page = Object.assign(new EventTarget(), { hidden: false });
const hide = (hidden: boolean): void => {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
};

const needs = (given: Partial<Omit<FrameNeeds, 'draw'>> = {}) => ({ draw: vi.fn<FrameNeeds['draw']>(), restless: () => false, ambience: () => false, ...given });

describe('the frame loop', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    page.hidden = false;
    vi.stubGlobal('document', page);
    vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) => setTimeout(() => run(Date.now()), frameMilliseconds));
    vi.stubGlobal('cancelAnimationFrame', (id: ReturnType<typeof setTimeout>) => clearTimeout(id));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('draws once when asked and then rests, if nothing moves and motion is unwelcome', () => {
    const it = needs();
    const loop = new FrameLoop(it);
    loop.request();
    loop.request();
    vi.advanceTimersByTime(5000);
    expect(it.draw).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('draws ambience at no more than twenty frames a second', () => {
    const it = needs({ ambience: () => true });
    new FrameLoop(it).request();
    vi.advanceTimersByTime(1000);
    expect(it.draw.mock.calls.length).toBeGreaterThan(10);
    expect(it.draw.mock.calls.length).toBeLessThanOrEqual(20);
  });

  it('draws every frame while something moves, and stops with it', () => {
    let moving = true;
    const it = needs({ restless: () => moving });
    new FrameLoop(it).request();
    vi.advanceTimersByTime(frameMilliseconds * 30);
    expect(it.draw).toHaveBeenCalledTimes(30);
    moving = false;
    vi.advanceTimersByTime(1000);
    expect(it.draw).toHaveBeenCalledTimes(31);
  });

  it('answers at once when asked between two frames of ambience', () => {
    const it = needs({ ambience: () => true });
    const loop = new FrameLoop(it);
    loop.request();
    vi.advanceTimersByTime(frameMilliseconds + 5);
    loop.request();
    vi.advanceTimersByTime(frameMilliseconds);
    expect(it.draw).toHaveBeenCalledTimes(2);
  });

  it('draws nothing while the page is hidden, and goes on when it is shown', () => {
    const it = needs({ restless: () => true });
    const loop = new FrameLoop(it);
    loop.request();
    vi.advanceTimersByTime(frameMilliseconds);
    hide(true);
    loop.request();
    vi.advanceTimersByTime(5000);
    expect(it.draw).toHaveBeenCalledTimes(1);
    hide(false);
    vi.advanceTimersByTime(frameMilliseconds);
    expect(it.draw).toHaveBeenCalledTimes(2);
  });

  it('waits between frames where it is told to', () => {
    const it = needs({ restless: () => true, pause: () => 33 });
    new FrameLoop(it).request();
    vi.advanceTimersByTime(1000);
    expect(it.draw.mock.calls.length).toBeLessThanOrEqual(32);
    expect(it.draw.mock.calls.length).toBeGreaterThan(24);
  });

  it('draws nothing more until the card is done with the frame before', () => {
    let free = true;
    const it = needs({ restless: () => true, isFree: () => free });
    new FrameLoop(it).request();
    vi.advanceTimersByTime(frameMilliseconds);
    free = false;
    vi.advanceTimersByTime(1000);
    expect(it.draw).toHaveBeenCalledTimes(1);
    free = true;
    vi.advanceTimersByTime(frameMilliseconds);
    expect(it.draw).toHaveBeenCalledTimes(2);
    expect(it.draw.mock.calls[1]?.[1]).toBeGreaterThan(1000);
  });

  it('says how long a frame took that was due at once, and nothing of one after a rest or while hidden', () => {
    let moving = true;
    const it = needs({ restless: () => moving });
    const loop = new FrameLoop(it);
    loop.request();
    vi.advanceTimersByTime(frameMilliseconds * 2);
    expect(it.draw.mock.calls.map(([, since]) => since)).toEqual([undefined, frameMilliseconds]);
    hide(true);
    vi.advanceTimersByTime(5000);
    hide(false);
    vi.advanceTimersByTime(frameMilliseconds);
    moving = false;
    vi.advanceTimersByTime(5000);
    loop.request();
    vi.advanceTimersByTime(frameMilliseconds);
    expect(it.draw.mock.calls.map(([, since]) => since)).toEqual([undefined, frameMilliseconds, undefined, frameMilliseconds, undefined]);
  });

  it('ends for good when stopped', () => {
    const it = needs({ ambience: () => true });
    const loop = new FrameLoop(it);
    loop.request();
    loop.stop();
    loop.request();
    vi.advanceTimersByTime(1000);
    expect(it.draw).not.toHaveBeenCalled();
  });
});
