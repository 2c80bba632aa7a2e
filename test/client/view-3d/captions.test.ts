/** What people say and do over their heads, from the messages and reactions that the page has. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Captions } from '#client/view-3d/captions.ts';
import { settings } from '#client/settings/settings.ts';
import { shownFor } from '#shared/chat/captions.ts';
import { linesAfter, type Line } from '#shared/chat/chat.ts';
import type { Own } from '#shared/kernel/capability.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { personId } from '#shared/kernel/ids.ts';

const [me, ben, cleo] = [personId('me'), personId('ben'), personId('cleo')];
let number = 0;
const cue = (kind: string, by = ben, values: HeardCue['values'] = {}): HeardCue => ({ number: (number += 1), at: 0, kind, by, values });
const said = (line: string, text: string, by = ben, to: HeardCue['values'] = {}): HeardCue =>
  cue('readers' in to ? 'chat.saidToCircle' : 'to' in to ? 'chat.saidToOne' : 'chat.said', by, { line, text, name: 'Ben', at: 0, ...to });

const start = () => {
  vi.useFakeTimers();
  const store = { current: { lines: [] as readonly Line[], you: me, own: { muted: [], blocked: [] } as Own } };
  const wake = vi.fn();
  const captions = new Captions({ store } as unknown as ConstructorParameters<typeof Captions>[0], (text, to) => (to ? `${to}: ${text}` : text), wake);
  return {
    store, wake, captions,
    hear: (heard: HeardCue, now = 0) => {
      store.current.lines = linesAfter(store.current.lines, heard);
      captions.hear(heard, now);
    },
    over: (now: number, id = ben) => {
      captions.outdate();
      captions.carry(now);
      return captions.over(id)?.text;
    },
  };
};

afterEach(() => {
  vi.useRealTimers();
  settings.current.captions = 'on';
  settings.current.quiet = false;
});

describe('captions', () => {
  it('CH10 stand for as long as their text takes, the newest of each person; one’s own do not', () => {
    const { hear, over } = start();
    hear(said('1', 'hello'));
    expect(over(10)).toBe('hello');
    hear(said('2', 'and another'), 1_000);
    hear(said('3', 'mine', me));
    expect(over(1_000)).toBe('and another');
    expect(over(1_000 + shownFor('and another') - 1)).toBe('and another');
    expect(over(1_000 + shownFor('and another'))).toBeUndefined();
    expect(over(1_010, me)).toBeUndefined();
  });

  it('CH10 are changed and removed with their message', () => {
    const { hear, over } = start();
    hear(said('1', 'helo'));
    hear(cue('chat.edited', ben, { line: '1', text: 'hello' }), 500);
    expect(over(600)).toBe('hello');
    hear(cue('chat.removed', ben, { line: '1' }), 700);
    expect(over(800)).toBeUndefined();
    hear(said('2', 'what a thing to say'), 900);
    hear(cue('chat.takenDown', cleo, { line: '2' }), 1_000);
    expect(over(1_100)).toBeUndefined();
  });

  it('CH10 an old message that is changed now is not said again', () => {
    const { hear, over, store } = start();
    store.current.lines = linesAfter([], said('1', 'long ago'));
    hear(cue('chat.edited', ben, { line: '1', text: 'long since' }), 90_000);
    expect(over(90_001)).toBeUndefined();
  });

  it('CH10 are gone with whoever is muted or blocked, and tell whom they are for', () => {
    const { hear, over, store } = start();
    hear(said('1', 'psst', ben, { to: 'me' }));
    hear(said('2', 'you all', cleo, { circle: 'c', readers: 'cleo me' }));
    expect([over(1), over(1, cleo)]).toEqual(['you: psst', 'circle: you all']);
    store.current.own = { muted: [ben], blocked: [] };
    expect(over(2)).toBeUndefined();
    store.current.own = { muted: [], blocked: [ben] };
    expect(over(2)).toBeUndefined();
  });

  it('CH10 of what is not for one there is none, even if it were told', () => {
    const { hear, over } = start();
    hear(said('1', 'not yours', ben, { to: 'cleo' }));
    hear(said('2', 'nor this', cleo, { circle: 'c', readers: 'cleo ben' }));
    expect([over(1), over(1, cleo)]).toEqual([undefined, undefined]);
  });

  it('show what somebody does, beside what they say', () => {
    const { hear, over, captions } = start();
    captions.react({ [ben]: { text: 'waves', effect: 'wave' }, [me]: { text: 'nods', effect: 'nod' } }, 0);
    expect([over(1), over(1, me)]).toEqual(['waves', undefined]);
    hear(said('1', 'hello'), 100);
    expect(over(101)).toBe('hello');
    expect(captions.over(ben)?.icon).toBe('wave');
    // The page shows it no longer: here it stays for its time.
    captions.react({}, 3_000);
    expect(captions.over(ben)?.icon).toBe('wave');
    expect(over(4_001)).toBeUndefined();
    expect(captions.over(ben)).toBeUndefined();
  });

  it('count from the first frame that shows them, and are not begun long after', () => {
    const { hear, over } = start();
    hear(said('1', 'hello'));
    expect(over(5_000)).toBe('hello');
    expect(over(5_000 + shownFor('hello') - 1)).toBe('hello');
    hear(said('2', 'nobody looked'), 20_000);
    expect(over(31_000)).toBeUndefined();
  });

  it('are off where one wants none; in quiet mode only what is said to oneself shows', () => {
    const { hear, over } = start();
    hear(said('1', 'hello'));
    hear(said('2', 'psst', cleo, { to: 'me' }));
    settings.current.quiet = true;
    expect([over(1), over(1, cleo)]).toEqual([undefined, 'you: psst']);
    settings.current.quiet = false;
    settings.current.captions = 'off';
    expect([over(2), over(2, cleo)]).toEqual([undefined, undefined]);
  });

  it('ask for a frame when one is to fade and when it is gone, keep the same object meanwhile, and hold nothing of what is past', () => {
    const { hear, over, captions, wake } = start();
    hear(said('1', 'hello'));
    over(0);
    over(1_000);
    const before = captions.over(ben);
    expect(captions.fading(1_000)).toBe(false);
    over(1_001);
    expect(captions.over(ben)).toBe(before);
    vi.advanceTimersByTime(shownFor('hello'));
    expect(wake).toHaveBeenCalled();
    expect(captions.fading(shownFor('hello') - 100)).toBe(true);
    over(shownFor('hello'));
    expect(vi.getTimerCount()).toBe(0);
  });
});
