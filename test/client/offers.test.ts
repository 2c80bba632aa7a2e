import { enterBySeat } from '#shared/circles/circles.rules.ts';
import { personId, seatId, type PersonId } from '#shared/kernel/ids.ts';
import { sit } from '#shared/seats/seats.capabilities.ts';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { useFilter } from 'react-aria-components/Autocomplete';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageState, Visit } from '#client/app/context.tsx';
import { offersNow } from '#client/app/offers.ts';
import { createWords } from '#client/app/words.ts';
import { createStore } from '#client/net/store.ts';
import { found, rowsNow, type Contains, type Row } from '#client/palette/rows.ts';
import { MOST_PEOPLE, rowsFor } from '#client/palette/asked.ts';
import { withNews } from '#client/palette/usePaletteRows.ts';
import { capabilityIds } from '#shared/registry.ts';
import { actorOf, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';
import { raiseHand } from '#shared/hand/hand.capabilities.ts';

const words = createWords('en');

/** The very filter that the palette uses, which is a hook. */
const contains = ((): Contains => {
  let got: Contains = () => false;
  const Probe = () => {
    got = useFilter({ sensitivity: 'base' }).contains;
    return null;
  };
  renderToStaticMarkup(createElement(Probe));
  return got;
})();

let room: TestRoom;
let said: string[];
let paused: boolean[];
const me = actorOf('sam' as never);

const visitOf = (state: Partial<PageState> = {}): Visit => {
  const announcer = { set paused(value: boolean) { paused.push(value); said.push('—'); } };
  const page = createStore({ paused: false, sounds: true, ...state } as PageState);
  return { hearth: { view: room, actor: me }, view: '2d', page, announcer, tell: (text: string) => said.push(text) } as unknown as Visit;
};
const labels = (typed: string, rows: readonly Row[] = rowsNow(visitOf(), words)): readonly string[] => found(rows, typed, contains).map(({ label }) => label);

beforeEach(() => {
  room = makeRoom();
  said = [];
  paused = [];
  room.add('Sam');
  room.add('Ana Conceição', { x: 2, z: 6 });
  room.add('Łukasz', { x: 1, z: 6 });
  const hoa = room.facts.people.get(room.add('Nguyễn Thị Hoa', { x: 5, z: 6 }));
  if (hoa) hoa.callMe = 'Hoa';
});

describe('what the palette offers', () => {
  it('has every capability, and of those that need a target one row for each', () => {
    const heard = ['ana conceição' as PersonId];
    // The bench, the seats on it and the circle there have much the same name.
    sit.apply(room, actorOf(room.add('Olga', { x: 7, z: -1 })), { seat: seatId('east-bench-1') }, momentAt(0));
    enterBySeat(room, personId('olga'));
    const offers = offersNow(room, { ...me, own: { muted: heard, blocked: heard } }, words);
    expect(new Set(offers.map(({ id }) => id))).toEqual(new Set(capabilityIds));
    expect(offers.filter(({ id, group }) => id === 'move.goTo' && group === 'people').map(({ label }) => label)).toEqual(['Go to Łukasz', 'Go to Ana Conceição', 'Go to Hoa', 'Go to Olga']);
    expect(new Set(offers.map(({ key }) => key)).size).toBe(offers.length);
  });

  it('keeps what is refused, with its reason', () => {
    const settled = rowsNow(visitOf(), words).find(({ id }) => id === 'hand.lower:');
    expect(settled).toMatchObject({ refusal: 'Your hand is not up.', shortcut: 'l' });
    raiseHand.apply(room, me, {}, momentAt(1));
    expect(settled?.refusedNow()).toBeUndefined();
    const after = rowsNow(visitOf(), words);
    expect(after.find(({ id }) => id === 'hand.lower:')?.refusal).toBeUndefined();
    expect(after.find(({ id }) => id === 'hand.raise:')?.refusal).toBe('Your hand is up already.');
  });

  it('follows the room while it is open: rows keep their place, new ones come last, and each says anew why not', () => {
    const open = rowsNow(visitOf(), words);
    room.add('Zoë', { x: 1, z: 1 });
    raiseHand.apply(room, me, {}, momentAt(1));
    const later = withNews(open, rowsNow(visitOf(), words));
    expect(later.slice(0, open.length).map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    expect(later.slice(open.length).map(({ label }) => label)).toContain('Go to Zoë');
    expect(later.find(({ id }) => id === 'hand.raise:')?.refusal).toBe('Your hand is up already.');
  });

  it('says where people and places are', () => {
    const context = (label: string) => rowsNow(visitOf(), words).find((row) => row.label === label)?.context;
    expect(context('Go to Hoa')).toMatch(/^5 metres away\. \d+ metres? from .+\.$/);
    expect(context('Describe Sam')).toMatch(/^You are .+\.$/);
    expect(context('Sit on the nearest free seat')).toBe('');
    for (const { group, context: where } of rowsNow(visitOf(), words).filter(({ id }) => id.startsWith('move.goTo:'))) expect(where, group).toMatch(/metres? away/);
  });

  it('has the acts of the page itself, which say what they did', () => {
    const run = (id: string, state: Partial<PageState> = {}) => rowsNow(visitOf(state), words).find((row) => row.id === id)?.run();
    run('page.pause');
    run('page.pause', { paused: true });
    run('page.sounds');
    expect(said).toEqual(['Announcements are paused. Urgent ones still come.', '—', '—', 'Announcements are on.', 'Sounds are off.']);
    expect(paused).toEqual([true, false]);
  });
});

describe('what the palette shows', () => {
  const shown = (typed: string, about?: PersonId) => rowsFor(visitOf(), words, { typed, about }, contains);
  const people = (typed: string, about?: PersonId) => shown(typed, about).rows.filter(({ group }) => group === 'people').map(({ label }) => label);

  it('begins with people by name, nearest first; what one can do with them comes when one is chosen or typed', () => {
    expect(people('')).toEqual(['Łukasz', 'Ana Conceição', 'Hoa']);
    expect(people('hoa')[0]).toBe('Go to Hoa');
    expect(people('', personId('ana conceição'))).toEqual(['Go to Ana Conceição', 'Follow: Ana Conceição', 'Offer to guide: Ana Conceição', 'Write to Ana Conceição', 'Describe Ana Conceição', 'Mute for me: Ana Conceição', 'Block: Ana Conceição', 'Back to everything']);
    expect(people('go to')).toEqual(['Go to Łukasz', 'Go to Ana Conceição', 'Go to Hoa']);
  });

  it('shows those who share what was typed of a name as people', () => {
    room.add('Ana Maria', { x: 9, z: 6 });
    expect(people('ana')).toEqual(['Ana Conceição', 'Ana Maria']);
    expect(people('ana maria')[0]).toBe('Go to Ana Maria');
  });

  it('says what can be done now before what cannot, and has the settings', () => {
    const acts = shown('').rows.filter(({ group }) => group === 'do').map(({ refusal }) => refusal === undefined);
    expect(acts).toEqual(acts.toSorted((a, b) => Number(b) - Number(a)));
    expect(acts).toContain(false);
    expect(shown('').rows.filter(({ group }) => group === 'settings').map(({ label }) => label)).toContain('Settings: Seeing');
  });

  it('stays short in a room of three hundred, and says how many more there are', () => {
    for (let number = 1; number <= 300; number++) room.add(`Person ${number}`, { x: (number % 20) - 10, z: Math.floor(number / 20) - 7 });
    for (const typed of ['', 'go', 'person', 'follow person', 'e', 'zzz', 'person 299']) {
      const { rows } = shown(typed);
      expect({ typed, rows: rows.length }).toEqual({ typed, rows: expect.toSatisfy((count: number) => count <= 150) });
    }
    expect(shown('').more).toBe(303 - MOST_PEOPLE);
    expect(shown('follow').more).toBe(303 - MOST_PEOPLE);
    expect(shown('person').more).toBe(300 - MOST_PEOPLE);
    expect(shown('person 299').more).toBe(0);
    expect(people('follow person 299')).toEqual(['Follow: Person 299']);
  });
});

describe('finding', () => {
  it('nothing typed finds everything, in its order', () => {
    const rows = rowsNow(visitOf(), words);
    expect(found(rows, '  ', contains)).toEqual(rows);
  });

  it('takes words in any order, without case and accents', () => {
    expect(labels('conceicao GO')).toEqual(['Go to Ana Conceição']);
    expect(labels('lukasz')).toEqual(['Go to Łukasz', 'Follow: Łukasz', 'Offer to guide: Łukasz', 'Write to Łukasz', 'Describe Łukasz', 'Mute for me: Łukasz', 'Block: Łukasz']);
    expect(labels('raise ana')).toEqual([]);
  });

  it('knows people by the name that is not on their plate', () => {
    expect(labels('nguyen')).toEqual(['Go to Hoa', 'Follow: Hoa', 'Offer to guide: Hoa', 'Write to Hoa', 'Describe Hoa', 'Mute for me: Hoa', 'Block: Hoa']);
  });

  it('knows acts by what they mean, where no name has the word', () => {
    expect(labels('applaud')).toEqual(['Clap']);
    expect(labels('hand')).toEqual(['Raise hand', 'Lower hand']);
  });

  it('does not take where someone is for a name', () => {
    expect(labels('hearth')).toContain('Go to the hearth');
    expect(labels('hearth').filter((label) => /Ana|Łukasz|Hoa|Sam/.test(label))).toEqual([]);
  });

  it('a capability that asks for a target finds its targets by its own label', () => {
    expect(labels('Go to ')).toContain('Go to Ana Conceição');
    const seats = labels('Sit down ');
    expect(seats[0]).toBe('Sit on the nearest free seat');
    expect(seats.length).toBeGreaterThan(5);
    expect(labels('Sit down nearest')).toEqual(['Sit on the nearest free seat']);
  });
});
