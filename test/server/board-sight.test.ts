/** A board as it is seen from its room: what changed is enough to see it, and nobody sees more of it than at it. */
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { BoardHost } from '#server/boards/board-host.ts';
import { Visitors } from '#server/people/visitors.ts';
import { Identity } from '#server/people/identity.ts';
import type { Store } from '#server/storage/storage.ts';
import type { BoardCapabilityId, BoardPayload } from '#shared/boards/board.registry.ts';
import type { SeenElement, Sight } from '#shared/boards/seen.ts';
import { personId } from '#shared/kernel/ids.ts';
import { Relations } from '#shared/moderation/relations.ts';
import { ownDatabase } from '#test/storage/databases.ts';
import { profile } from '#test/storage/kept.ts';
import { seeded } from '#test/support/table.ts';

let storage: Store;
let host: BoardHost;
let [now, ids] = [0, 0];
const open = (): Promise<BoardHost> => BoardHost.open('studio_north-board', 'North board', storage, { now: () => now, chance: () => 0.5, newId: () => `id-${ids++}` }, new Relations());
beforeEach(async () => {
  [now, ids] = [1_795_000_000_000, 0];
  const own = await ownDatabase();
  storage = own.storage;
  host = await open();
  return own.end;
});

const come = (name: string, standing: 'member' | 'steward' = 'member') => {
  const id = personId(name.toLowerCase());
  host.enter(profile({ id, name, callMe: '', standing, duties: [] }), { cue: () => undefined, hands: () => undefined, own: () => undefined, end: () => undefined, welcome: () => undefined });
  return {
    do: async <Id extends BoardCapabilityId>(command: Id, payload: BoardPayload<Id>): Promise<void> => {
      // Nobody is held up by the rate.
      now += 50;
      const answer = host.command(id, { id: command, key: `key-${now}-long`, payload });
      await Promise.resolve();
      host.flush(() => undefined);
      await answer;
    },
  };
};
const note = (id: string, text: string) => [{ type: 'rectangle' as const, id, x: 0, y: 0, width: 100, height: 50 }, { type: 'text' as const, id: `${id}t`, x: 0, y: 0, width: 80, height: 20, text, containerId: id }];

describe('a board on its wall', () => {
  const look = (since = ''): Sight => JSON.parse(host.sightSince(since).text) as Sight;
  /** What a page holds that has looked now and then. */
  const carried = (known: Map<string, SeenElement>, { whole, elements, gone }: Sight): void => {
    if (whole) known.clear();
    for (const id of gone) known.delete(id);
    for (const element of elements) known.set(element.id, element);
  };

  it('BO23 is seen as it is by whoever looks now and then, whatever was done meanwhile', async () => {
    const ana = come('Ana');
    const chance = seeded(11);
    const known = new Map<string, SeenElement>();
    let version = '';
    for (let turn = 0; turn < 60; turn++) {
      const id = `e${Math.floor(chance() * 12)}`;
      const what = chance();
      if (what < 0.4) await ana.do('board.add', { elements: note(id, `note ${turn}`) });
      else if (what < 0.6) await ana.do('board.move', { moves: [[id, turn, turn]] });
      else if (what < 0.8) await ana.do('board.delete', { ids: [id] });
      else await ana.do('board.undo', {});
      if (chance() < 0.5) continue;
      const seen = look(version);
      expect(seen.whole).toBe(version === '');
      carried(known, seen);
      ({ version } = seen);
      const byId = (all: Iterable<SeenElement>) => [...all].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(known.values())).toEqual(byId(look().elements));
      expect(look(version)).toMatchObject({ version, whole: false, elements: [], gone: [] });
    }
    expect(known.size).toBeGreaterThan(0);
  });

  it('BO23 is seen whole for a version that means nothing, and of another run', async () => {
    const ana = come('Ana');
    await ana.do('board.add', { elements: note('a', 'Plan') });
    const { version } = look();
    for (const junk of ['', '.', 'x', `${version}0`, `${version.split('.')[0]}.-1`, `${version.split('.')[0]}.1e9`, '__proto__', 'x'.repeat(10_000)]) expect(look(junk).whole, junk.slice(0, 40)).toBe(true);
    await host.save();
    host = await open();
    expect(look(version)).toMatchObject({ whole: true });
    expect(look(version).version).not.toBe(version);
  });

  it('BO23 is written and packed once for all who look at the same, and anew once it has changed', async () => {
    const ana = come('Ana');
    await ana.do('board.add', { elements: note('a', 'Plan') });
    const { version } = look();
    await ana.do('board.add', { elements: note('b', 'Budget') });
    for (const since of ['', version]) {
      const first = host.sightSince(since);
      expect(host.sightSince(since)).toBe(first);
      expect(first.packed()).toBe(first.packed());
      expect(gunzipSync(await first.packed()).toString()).toBe(first.text);
      expect(look(since).elements.some(({ id }) => id === 'a')).toBe(since === '');
    }
    await ana.do('board.delete', { ids: ['b'] });
    expect(look(version)).toMatchObject({ elements: [], gone: expect.arrayContaining(['b']) });
    expect(look().elements.map(({ id }) => id)).not.toContain('b');
  });

  it('BO21 BO23 tells of no author, hand or ballot that its state does not', async () => {
    const [ana, ada] = [come('Ana'), come('Ada', 'steward')];
    await ada.do('board.authors', { authors: 'hidden' });
    await ana.do('board.add', { elements: note('a', 'Plan') });
    await ana.do('board.hold', { id: 'at' });
    await ada.do('board.openVotes', { budget: 3, secret: true });
    await ana.do('board.vote', { element: 'a' });
    expect(host.sightSince('').text).not.toMatch(/ana|author|vote|hold|nonce/i);
    expect(host.sign).toMatchObject({ title: 'North board', notes: 1, groups: 0, changedBy: '' });
    expect(host.sign.changedAt).toBeGreaterThan(0);
    await ada.do('board.authors', { authors: 'shown' });
    expect(host.sign).toMatchObject({ changedBy: 'Ana', people: new Map([['ana', 'Ana'], ['ada', 'Ada']]) });
    // Also after the server has come back.
    await host.save();
    host = await open();
    expect(host.sign).toMatchObject({ changedBy: 'Ana', notes: 1, people: new Map() });
  });
});

describe('whoever looks at boards over HTTP', () => {
  it('BO23 is let through by tab or cookie, unless they are banned: then told until when and why', async () => {
    const identity = await Identity.open(storage);
    const visitors = new Visitors({ identity, storage, now: () => now });
    const rex = profile({ id: personId('rex'), name: 'Rex' });
    await storage.savePerson(rex, now);
    const token = identity.tokenOf(rex.id);
    const ways = [{ authorization: `Bearer ${token}` }, { cookie: `hearth=${token}` }];
    for (const headers of ways) expect(await visitors.admit({ headers }, 'look')).toMatchObject({ profile: { id: 'rex' } });
    await storage.ban({ id: 'ban-1', person: rex.id, invitation: undefined, until: now + 1_000, reason: 'noise', by: undefined, at: now, liftedAt: undefined });
    for (const headers of ways) expect(await visitors.admit({ headers }, 'look')).toMatchObject({ status: 403, refusal: { code: 'entry.banned', values: { until: now + 1_000, reason: 'noise' } } });
    now += 1_001;
    expect(await visitors.admit({ headers: { cookie: `hearth=${token}` } }, 'look')).toMatchObject({ profile: { id: 'rex' } });
  });

  it('BO23 is counted apart from others, and not remembered for ever', async () => {
    const identity = await Identity.open(storage);
    const visitors = new Visitors({ identity, storage: { findPerson: () => Promise.resolve(undefined), bansOn: () => Promise.resolve([]) }, now: () => now });
    const ask = async (name: string): Promise<number> => {
      const answer = await visitors.admit({ headers: { authorization: `Bearer ${identity.tokenOf(personId(name))}` } }, 'look');
      return 'status' in answer ? answer.status : 200;
    };
    for (let time = 0; time < 30; time++) expect(await ask('rex')).toBe(401);
    expect([await ask('rex'), await ask('ben')]).toEqual([429, 401]);
    for (let other = 0; other < 2_000; other++) await ask(`other-${other}`);
    expect(await ask('rex')).toBe(401);
  });
});
