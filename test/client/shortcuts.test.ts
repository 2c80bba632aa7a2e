import { describe, expect, it } from 'vitest';
import { shortcutOf, type Press } from '#client/app/leader.ts';
import { matches } from '#client/palette/rows.ts';
import { capabilityIds, capabilityOf } from '#shared/registry.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, code: '', ctrl: false, shift: false, alt: false, ...more });

describe('shortcuts', () => {
  it('K a single letter means nothing, whatever the letter', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789./?'.split('')) expect(shortcutOf(false, press(key))).toBeUndefined();
  });

  it('after the leader each capability answers to its own key, in either case', () => {
    expect(shortcutOf(false, press('.', { ctrl: true }))).toEqual({ do: 'listen' });
    const keys = capabilityIds.flatMap((id) => capabilityOf(id).shortcut ?? []);
    expect(keys.length).toBeGreaterThan(8);
    for (const id of capabilityIds) {
      const { shortcut } = capabilityOf(id);
      if (shortcut === undefined) continue;
      expect(shortcutOf(true, press(shortcut))).toEqual({ do: 'capability', id });
      expect(shortcutOf(true, press(shortcut.toUpperCase(), { shift: true }))).toEqual({ do: 'capability', id });
    }
  });

  it('the leader finds its key on a keyboard without a full stop there, and Escape ends it', () => {
    expect(shortcutOf(false, press('ю', { ctrl: true, code: 'Period' }))).toEqual({ do: 'listen' });
    expect(shortcutOf(true, press('Escape'))).toEqual({ do: 'end' });
    expect(shortcutOf(true, press('Shift', { shift: true }))).toBeUndefined();
    expect(shortcutOf(true, press('0'))).toEqual({ do: 'unknown' });
  });

  it('palette, help, controls and regions have keys that browsers leave free', () => {
    expect(shortcutOf(false, press('k', { ctrl: true }))).toEqual({ do: 'palette' });
    expect(shortcutOf(false, press('/', { ctrl: true }))).toEqual({ do: 'help' });
    expect(shortcutOf(false, press('F2'))).toEqual({ do: 'controls' });
    expect(shortcutOf(false, press('F6', { ctrl: true, shift: true }))).toEqual({ do: 'region', back: true });
  });
});

describe('the palette', () => {
  it('finds a row by any of its words, in any order, without case or accents', () => {
    expect(matches('Go to Ana Conceição', 'conceicao GO')).toBe(true);
    expect(matches('Raise hand', '')).toBe(true);
    expect(matches('Raise hand', 'raise ana')).toBe(false);
  });
});
