/** A board as it is seen from its room: what changed is enough to see it, and nobody sees more of it than at it. */
import { rmSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BoardHost } from '#server/boards/board-host.ts';
import { openDatabase } from '#server/storage/open.ts';
import type { Store } from '#server/storage/storage.ts';
import type { BoardCapabilityId, BoardPayload } from '#shared/boards/board.registry.ts';
import type { SeenElement, Sight } from '#shared/boards/seen.ts';
import { personId } from '#shared/kernel/ids.ts';
import { Relations } from '#shared/moderation/relations.ts';
import { tempFolder } from '#test/storage/databases.ts';
import { profile } from '#test/storage/kept.ts';
import { seeded } from '#test/support/table.ts';

let storage: Store;
let host: BoardHost;
let [now, ids] = [0, 0];
const folders: string[] = [];
const open = (): Promise<BoardHost> => BoardHost.open('studio_north-board', 'North board', storage, { now: () => now, chance: () => 0.5, newId: () => `id-${ids++}` }, new Relations());
beforeEach(async () => {
  [now, ids] = [1_795_000_000_000, 0];
  const dataDir = tempFolder();
  folders.push(dataDir);
  ({ storage } = await openDatabase({ databaseUrl: '', dataDir }));
  host = await open();
  return () => storage.close();
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

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
  const look = (since = ''): Sight => JSON.parse(host.sightSince(since)) as Sight;
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

  it('BO21 BO23 tells of no author, hand or ballot that its state does not', async () => {
    const [ana, ada] = [come('Ana'), come('Ada', 'steward')];
    await ada.do('board.authors', { authors: 'hidden' });
    await ana.do('board.add', { elements: note('a', 'Plan') });
    await ana.do('board.hold', { id: 'at' });
    await ada.do('board.openVotes', { budget: 3, secret: true });
    await ana.do('board.vote', { element: 'a' });
    expect(host.sightSince('')).not.toMatch(/ana|author|vote|hold|nonce/i);
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
