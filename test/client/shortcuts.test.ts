import { describe, expect, it } from 'vitest';
import { idle, nextKey, shortcutOf, type KeyState, type Press } from '#client/app/leader.ts';
import { capabilityIds, capabilityOf } from '#shared/registry.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, code: '', ctrl: false, shift: false, alt: false, repeat: false, ...more });

describe('shortcuts', () => {
  it('K a single letter means nothing, whatever the letter', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789./?'.split('')) expect(shortcutOf(false, press(key))).toBeUndefined();
  });

  it('after the leader each capability answers to its own key, in either case', () => {
    expect(shortcutOf(false, press('.', { ctrl: true }))).toEqual({ do: 'listen' });
    const keys = capabilityIds.flatMap((id) => capabilityOf(id).shortcut ?? []);
    expect(keys.length).toBeGreaterThan(8);
    expect(new Set(keys).size).toBe(keys.length);
    for (const id of capabilityIds) {
      const { shortcut } = capabilityOf(id);
      if (shortcut === undefined) continue;
      expect(shortcutOf(true, press(shortcut))).toEqual({ do: 'capability', id });
      expect(shortcutOf(true, press(shortcut.toUpperCase(), { shift: true }))).toEqual({ do: 'capability', id });
    }
  });

  it('the leader waits through modifiers, hears itself again, ends by Escape, and by a key that nothing answers to', () => {
    expect(shortcutOf(true, press('Shift', { shift: true }))).toBeUndefined();
    expect(shortcutOf(true, press('.', { ctrl: true }))).toEqual({ do: 'listen' });
    expect(shortcutOf(true, press('Escape'))).toEqual({ do: 'end' });
    expect(shortcutOf(true, press('0'))).toEqual({ do: 'unknown' });
  });

  it('a keyboard of another script has its keys in their places', () => {
    expect(shortcutOf(false, press('ю', { ctrl: true, code: 'Period' }))).toEqual({ do: 'listen' });
    expect(shortcutOf(false, press('л', { ctrl: true, code: 'KeyK' }))).toEqual({ do: 'palette' });
    expect(shortcutOf(true, press('р', { code: 'KeyH' }))).toEqual({ do: 'capability', id: 'hand.raise' });
  });

  it('a Latin keyboard has them where they are written: Ctrl+V on Dvorak pastes', () => {
    expect(shortcutOf(false, press('v', { ctrl: true, code: 'Period' }))).toBeUndefined();
    expect(shortcutOf(false, press('t', { ctrl: true, code: 'KeyK' }))).toBeUndefined();
    expect(shortcutOf(true, press('d', { code: 'KeyH' }))).toEqual({ do: 'capability', id: 'seat.sit' });
  });

  it('palette, help, controls and regions have keys that browsers leave free', () => {
    expect(shortcutOf(false, press('k', { ctrl: true }))).toEqual({ do: 'palette' });
    expect(shortcutOf(false, press('/', { ctrl: true }))).toEqual({ do: 'help' });
    expect(shortcutOf(false, press('7', { ctrl: true, shift: true }))).toBeUndefined();
    expect(shortcutOf(false, press('/', { ctrl: true, shift: true, code: 'Digit7' }))).toEqual({ do: 'help' });
    expect(shortcutOf(false, press('F2'))).toEqual({ do: 'controls' });
    expect(shortcutOf(false, press('F6', { ctrl: true, shift: true }))).toEqual({ do: 'region', back: true });
    // AltGr arrives as Ctrl and Alt: it writes signs.
    for (const key of ['.', '/', 'k']) expect(shortcutOf(false, press(key, { ctrl: true, alt: true }))).toBeUndefined();
  });
});

describe('a row of presses', () => {
  /** What each press did, and whether it went on to whatever has focus. */
  const pressAll = (presses: readonly Press[]): readonly string[] => {
    let state: KeyState = idle;
    return presses.map((one) => {
      const next = nextKey(state, one);
      state = next.state;
      return next.shortcut?.do ?? (next.taken ? 'nothing' : 'typed');
    });
  };
  const leader = press('.', { ctrl: true, code: 'Period' });
  const h = press('h', { code: 'KeyH' });
  const held = (one: Press): Press => ({ ...one, repeat: true });

  it('the leader takes one key, and the next is typed', () => {
    expect(pressAll([press('Control', { ctrl: true }), leader, h, h])).toEqual(['typed', 'listen', 'capability', 'typed']);
    expect(pressAll([leader, press('Escape', { code: 'Escape' }), h])).toEqual(['listen', 'end', 'typed']);
    expect(pressAll([leader, press('0', { code: 'Digit0' }), h])).toEqual(['listen', 'unknown', 'typed']);
  });

  it('keys held down act once, and none of their repeats is typed', () => {
    expect(pressAll([leader, held(leader), held(leader), h, held(h), held(h)])).toEqual(['listen', 'nothing', 'nothing', 'capability', 'nothing', 'nothing']);
    expect(pressAll([h, held(h)])).toEqual(['typed', 'typed']);
    expect(pressAll([leader, h, press('a', { code: 'KeyA' }), h, held(h)])).toEqual(['listen', 'capability', 'typed', 'typed', 'typed']);
  });
});
