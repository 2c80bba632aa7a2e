import { describe, expect, it } from 'vitest';
import type { CueKind } from '#shared/kernel/cue.ts';
import { nextKey, idle, type Press } from '#client/app/leader.ts';
import { isSounded, isSpoken, mannerOf } from '#client/settings/hears.ts';
import { holderOf, keyOf, readSettings } from '#client/settings/settings.ts';

const usual = readSettings(undefined);
const wave = { category: 'gestures', priority: 2 } as const satisfies Pick<CueKind, 'category' | 'priority'>;

describe('what is kept', () => {
  it('falls back to what is usual, each by itself', () => {
    expect(readSettings('{"theme":"dark","textSize":"7000","manners":{"gestures":"off","chat":"shout"},"keys":{"hand.raise":"xx"}}')).toEqual({ ...usual, theme: 'dark', manners: { gestures: 'off', chat: 'both' } });
    expect(readSettings('{"theme":')).toEqual(usual);
    expect(readSettings('null')).toEqual(usual);
    expect(readSettings('[]')).toEqual(usual);
  });
});

describe('how a category is perceived', () => {
  it('follows its own choice, and how much of the room one wants', () => {
    expect(mannerOf(wave, usual)).toBe('both');
    expect(mannerOf(wave, { ...usual, manners: { gestures: 'sound' } })).toBe('sound');
    expect(mannerOf(wave, { ...usual, depth: 'beside' })).toBe('both');
    expect(mannerOf({ ...wave, priority: 3 }, { ...usual, depth: 'beside' })).toBe('off');
    expect(mannerOf(wave, { ...usual, depth: 'direct' })).toBe('off');
  });

  it('cannot silence what concerns safety or oneself', () => {
    for (const priority of [0, 1] as const) expect(mannerOf({ category: 'chat', priority }, { ...usual, depth: 'direct', manners: { chat: 'off' } })).toBe('both');
  });

  it('is heard, spoken or both', () => {
    expect([isSpoken('both'), isSpoken('speech'), isSpoken('sound'), isSpoken('off')]).toEqual([true, true, false, false]);
    expect([isSounded('both'), isSounded('speech'), isSounded('sound'), isSounded('off')]).toEqual([true, false, true, false]);
  });
});

describe('keys', () => {
  const moved = { keys: { 'gesture.wave': 'z', 'hand.raise': '' } };
  const press = (key: string): Press => ({ key, code: '', ctrl: false, shift: false, alt: false, repeat: false });

  it('are the declared ones until they are changed', () => {
    expect(keyOf('hand.raise', { keys: {} })).toBe('h');
    expect(keyOf('gesture.wave', moved)).toBe('z');
    expect(keyOf('hand.raise', moved)).toBeUndefined();
  });

  it('are each one capability’s', () => {
    expect(holderOf('h', 'gesture.wave', { keys: {} })).toBe('hand.raise');
    expect(holderOf('h', 'hand.raise', { keys: {} })).toBeUndefined();
    expect(holderOf('h', 'gesture.wave', moved)).toBeUndefined();
  });

  it('act after the leader where they are now, and not where they were', () => {
    const listening = { ...idle, listening: true };
    const act = (key: string) => nextKey(listening, press(key), (id) => keyOf(id, moved)).shortcut;
    expect(act('z')).toEqual({ do: 'capability', id: 'gesture.wave' });
    expect(act('h')).toEqual({ do: 'unknown' });
  });
});
