import { describe, expect, it } from 'vitest';
import { lengthOf, notes } from '#client/announce/earcons.ts';
import { earconWords, heardEarcons } from '#client/announce/earcons.words.ts';
import { nextKey, idle, type Press } from '#client/app/leader.ts';
import { nameOf } from '#client/app/pageActs.ts';
import { isSounded, isSpoken, mannerOf } from '#client/settings/hears.ts';
import { takenUp } from '#client/settings/keeping.ts';
import { actIds, declaredKey, holderOf, keyOf } from '#client/settings/keys.ts';
import { categories, presetOf, presets } from '#client/settings/presets.ts';
import { ambienceOf, changeSettings, personalNames, personalOf, readSettings, settings, unsent, usual } from '#client/settings/settings.ts';
import type { CueKind } from '#shared/kernel/cue.ts';
import { personalSchema } from '#shared/people/settings.ts';

const wave = { category: 'gestures', priority: 2 } as const satisfies Pick<CueKind, 'category' | 'priority'>;

describe('what is kept', () => {
  it('falls back to what is usual, each by itself', () => {
    const kept = readSettings('{"theme":"dark","textSize":"7000","manners":{"gestures":"off","chat":"shout"},"keys":{"hand.raise":"xxx"},"quiet":"yes","unsent":["theme","volume"]}');
    expect(kept).toEqual({ ...usual, unsent: [], theme: 'dark', manners: { gestures: 'off', chat: 'both' } });
    for (const damaged of ['{"theme":', 'null', '[]', '7']) expect(readSettings(damaged)).toEqual({ ...usual, unsent: [] });
    expect(readSettings('{"unsent":["theme"]}').unsent).toEqual(['theme']);
  });

  it('is personal but for what belongs to a device, and travels as it is', () => {
    expect(personalNames).toEqual(expect.arrayContaining(['theme', 'textSize', 'manners', 'keys', 'language']));
    for (const device of ['volume', 'ambience', 'quiet']) expect(personalNames).not.toContain(device);
    expect(personalSchema.parse(personalOf(usual))).toEqual(personalOf(usual));
    expect(new Set(personalNames)).toEqual(new Set(Object.keys(personalSchema.shape)));
  });

  it('PE9 the server’s copy is taken up choice by choice, but for what was changed here and is not stored yet', () => {
    const there = { ...personalOf(usual), theme: 'dark', textSize: '150' };
    expect(takenUp(usual, there, new Set())).toEqual({ theme: 'dark', textSize: '150' });
    expect(takenUp({ ...usual, theme: 'light' }, there, new Set(['theme']))).toEqual({ textSize: '150' });
    expect(takenUp(usual, { textSize: '9', of: 'another version' }, new Set())).toEqual({});
  });

  it('a change is in force at once, waits to be sent where it is personal, and says what was before', () => {
    expect(changeSettings({ density: 'compact', volume: 'soft' })).toEqual({ density: 'comfortable', volume: 'normal' });
    expect([settings.current.density, settings.current.volume, [...unsent]]).toEqual(['compact', 'soft', ['density']]);
    changeSettings({ density: 'comfortable', volume: 'normal' });
    unsent.clear();
  });
});

describe('how a category is perceived', () => {
  it('follows its own choice, and whether one wants the rest of the room', () => {
    expect(mannerOf(wave, usual)).toBe('both');
    expect(mannerOf(wave, { ...usual, manners: { gestures: 'sound' } })).toBe('sound');
    expect(mannerOf({ ...wave, priority: 3 }, usual)).toBe('off');
    expect(mannerOf({ ...wave, priority: 3 }, { ...usual, reach: 'room' })).toBe('both');
  });

  it('A6 cannot silence what concerns safety or oneself, in quiet mode neither', () => {
    for (const priority of [0, 1] as const) expect(mannerOf({ category: 'chat', priority }, { ...usual, quiet: true, manners: { chat: 'off' } })).toBe('both');
  });

  it('C quiet mode leaves everything else to the log, and the room makes no sound', () => {
    for (const priority of [2, 3] as const) expect(mannerOf({ category: 'chat', priority }, { ...usual, reach: 'room', quiet: true })).toBe('off');
    expect([ambienceOf(usual), ambienceOf({ ...usual, quiet: true })]).toEqual(['soft', 'off']);
  });

  it('is heard, spoken or both', () => {
    expect([isSpoken('both'), isSpoken('speech'), isSpoken('sound'), isSpoken('off')]).toEqual([true, true, false, false]);
    expect([isSounded('both'), isSounded('speech'), isSounded('sound'), isSounded('off')]).toEqual([true, false, true, false]);
  });

  it('A3 has three presets; everybody begins with Standard, and any other mixture is one’s own', () => {
    expect(presetOf(usual)).toBe('standard');
    for (const name of ['minimal', 'standard', 'everything'] as const) expect(presetOf(presets[name])).toBe(name);
    expect(presetOf({ ...presets.standard, manners: { ...presets.standard.manners, hands: 'off' } })).toBe('own');
    expect(presetOf({ ...presets.minimal, reach: 'room' })).toBe('own');
    for (const category of categories) expect(mannerOf({ category, priority: 2 }, { ...usual, ...presets.minimal })).toBe(category === 'chat' ? 'sound' : 'off');
  });
});

describe('sounds', () => {
  it('E are under half a second, each unlike the others, with words; those that nothing makes are not offered', () => {
    const all = Object.keys(notes) as (keyof typeof notes)[];
    for (const earcon of all) expect(lengthOf(earcon)).toBeLessThanOrEqual(0.5);
    expect(new Set(all.map((earcon) => notes[earcon].join()))).toHaveLength(all.length);
    expect(new Set(all.map((earcon) => earconWords[earcon].defaultMessage))).toHaveLength(all.length);
    expect(heardEarcons).toEqual(expect.arrayContaining(['arrive', 'leave', 'circleJoin', 'circleLeave', 'message', 'hand', 'success', 'error']));
    expect(heardEarcons).not.toContain('turn');
  });
});

describe('keys', () => {
  const moved = { keys: { 'gesture.wave': 'z', 'hand.raise': '', 'page.quiet': 'h' } };
  const press = (key: string): Press => ({ key, code: '', ctrl: false, shift: false, alt: false, repeat: false });

  it('are the declared ones until they are changed', () => {
    expect(keyOf('hand.raise', { keys: {} })).toBe('h');
    expect(keyOf('gesture.wave', moved)).toBe('z');
    expect(keyOf('hand.raise', moved)).toBeUndefined();
  });

  it('K are of one table: go, where, near, follow, hand, chat, repeat and quiet come as they are specified, and none twice', () => {
    const specified = { 'move.goTo': 'g', 'place.where': 'w', 'place.who': 'n', 'follow.start': 'f', 'hand.raise': 'h', 'chat.say': 'c', 'page.repeat': 'r', 'page.quiet': 'q' } as const;
    for (const [id, key] of Object.entries(specified)) expect(declaredKey(id as keyof typeof specified), id).toBe(key);
    const keys = actIds.flatMap((id) => declaredKey(id) ?? []);
    expect(new Set(keys)).toHaveLength(keys.length);
    expect(new Set(actIds.map((id) => nameOf(id).id))).toHaveLength(actIds.length);
  });

  it('are each one act’s, the page’s own among them', () => {
    expect(holderOf('h', 'gesture.wave', { keys: {} })).toBe('hand.raise');
    expect(holderOf('h', 'hand.raise', { keys: {} })).toBeUndefined();
    expect(holderOf('h', 'gesture.wave', moved)).toBe('page.quiet');
    expect(holderOf('r', 'gesture.wave', moved)).toBe('page.repeat');
  });

  it('act after the leader where they are now, and not where they were', () => {
    const listening = { ...idle, listening: true };
    const act = (key: string) => nextKey(listening, press(key), (id) => keyOf(id, moved)).shortcut;
    expect(act('z')).toEqual({ do: 'capability', id: 'gesture.wave' });
    expect(act('h')).toEqual({ do: 'page', id: 'page.quiet' });
    expect(act('q')).toEqual({ do: 'unknown' });
  });
});
