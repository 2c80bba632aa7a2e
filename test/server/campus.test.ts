/** Several rooms as one campus, in memory: what holds for a person holds in each. */
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Campus } from '#server/campus/campus.ts';
import type { RoomHost } from '#server/rooms/room-host.ts';
import { readLayouts } from '#server/rooms/layouts.ts';
import type { Wire } from '#server/rooms/presences.ts';
import type { Answer } from '#shared/kernel/command.ts';
import type { Cue } from '#shared/kernel/cue.ts';
import type { PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { SPOKES } from '#shared/movement/walks.ts';
import type { CapabilityId } from '#shared/registry.ts';
import { memoryStorage, type MemoryStorage } from '#test/support/memory.ts';
import { profileOf } from '#test/support/table.ts';

const layouts = [...readLayouts(join(import.meta.dirname, '../../assets/rooms')).values()].map((layout) => (layout.id === 'garden' ? { ...layout, cap: 1 } : layout));

interface Visitor extends Wire {
  readonly id: PersonId;
  readonly host: RoomHost;
  readonly kinds: string[];
  readonly passed: RoomId[];
  ended: Refusal | undefined;
}

let now = 1_000_000;
let made = 0;
let storage: MemoryStorage;
let campus: Campus;
let keys = 0;
const hostOf = (room: string): RoomHost => {
  const host = campus.hosts.get(room);
  if (!host) throw new Error(`There is no room ${room}.`);
  return host;
};
const open = (): Campus => new Campus(layouts, storage.opened(), { now: () => now, chance: () => 0.5, newId: () => `id-${++made}` });

const enter = async (name: string, room: string, from?: string, standing: 'guest' | 'owner' = 'guest'): Promise<Visitor> => {
  const visitor: Visitor = {
    id: profileOf(name).id, host: hostOf(room), kinds: [], passed: [], ended: undefined,
    cue: ({ kind }: Pick<Cue, 'kind'>) => void visitor.kinds.push(kind),
    lines: () => undefined, own: () => undefined,
    voice: () => undefined, audio: () => undefined, signals: () => undefined, settings: () => undefined, welcome: () => undefined, motion: () => undefined,
    through: (to) => void visitor.passed.push(to),
    end: (refusal) => (visitor.ended = refusal),
  };
  if (!(await hostOf(room).enter({ ...profileOf(name), standing }, visitor, { from }))) throw new Error('full');
  return visitor;
};
const pass = (ms: number): void => {
  for (let turn = 0; turn < ms / 5; turn++) {
    now += 5;
    for (const host of campus.hosts.values()) {
      host.spoke(turn % SPOKES);
      if (turn % 10 === 0) host.tick();
    }
  }
};
const did = async (visitor: Visitor, id: CapabilityId, payload: unknown): Promise<Answer> => {
  const answer = visitor.host.command(visitor.id, { id, key: `key-number-${++keys}`, payload });
  visitor.host.flush(() => undefined);
  return answer;
};

beforeEach(() => {
  storage = memoryStorage();
  campus = open();
});

describe('a campus', () => {
  it('PO1 PO3 PO4 one walks to a portal, is let through, and stands where it leads out, with a place in both rooms until one leaves', async () => {
    const ana = await enter('Ana', 'commons');
    expect(await did(ana, 'portal.enter', { portal: 'to-library' })).toEqual({ accepted: true });
    pass(2_000);
    expect(ana.passed).toEqual([]);
    pass(15_000);
    expect(ana.passed).toEqual(['library']);
    const there = await enter('Ana', 'library', 'commons');
    const arrive = there.host.room.layout.portals.find(({ to }) => to === 'commons')?.arrive;
    expect(there.host.room.poseOf(ana.id)).toEqual(arrive);
    expect([hostOf('commons').has(ana.id), hostOf('library').has(ana.id)]).toEqual([true, true]);
    ana.host.leave(ana.id, ana, 0);
    expect([hostOf('commons').has(ana.id), hostOf('library').has(ana.id)]).toEqual([false, true]);
  });

  it('FO4 FO5 whoever follows is let through with the one ahead, and follows on in the next room; who comes in anew follows nobody', async () => {
    const [ana, ben] = [await enter('Ana', 'commons'), await enter('Ben', 'commons')];
    expect(await did(ana, 'follow.start', { person: ben.id })).toEqual({ accepted: true });
    expect(ben.kinds).toContain('follow.followed');
    await did(ben, 'portal.enter', { portal: 'to-library' });
    pass(17_000);
    expect([ana.passed, ben.passed]).toEqual([['library'], ['library']]);
    const [anaThere] = [await enter('Ana', 'library', 'commons'), await enter('Ben', 'library', 'commons')];
    for (const one of [ana, ben]) one.host.leave(one.id, one, 0);
    expect(anaThere.host.facts.people.get(ana.id)?.following).toBe(ben.id);
    anaThere.host.leave(ana.id, anaThere, 0);
    const back = await enter('Ana', 'commons');
    expect(back.host.facts.people.get(ana.id)?.following).toBe('');
  });

  it('PO2 a full room costs nobody a place: one is refused with the others, may wait, and is told once', async () => {
    const [ana, ben] = [await enter('Ana', 'commons'), await enter('Ben', 'garden')];
    campus.look();
    expect(await did(ana, 'portal.enter', { portal: 'to-garden' })).toMatchObject({ accepted: false, refusal: { code: 'portal.full', values: { room: 'Garden' } } });
    expect(hostOf('commons').has(ana.id)).toBe(true);
    expect(await did(ana, 'portal.wait', { room: 'garden' })).toEqual({ accepted: true });
    campus.look();
    expect(ana.kinds).not.toContain('portal.free');
    ben.host.leave(ben.id, ben, 0);
    campus.look();
    campus.look();
    expect(ana.kinds.filter((kind) => kind === 'portal.free')).toHaveLength(1);
    expect(await did(ana, 'portal.enter', { portal: 'to-garden' })).toEqual({ accepted: true });
  });

  it('whoever is removed in one room is out of all of them', async () => {
    const [olga, rex, elsewhere] = [await enter('Olga', 'commons', undefined, 'owner'), await enter('Rex', 'commons'), await enter('Rex', 'library')];
    expect(await did(olga, 'people.remove', { person: rex.id, for: 'day', reason: 'a test', link: false })).toEqual({ accepted: true });
    expect([rex.ended?.code, elsewhere.ended?.code]).toEqual(['entry.banned', 'entry.banned']);
    expect(hostOf('library').has(rex.id)).toBe(false);
  });

  it('standing, venue and blocks hold in every room one is in', async () => {
    const [olga, ana, there, ben] = [await enter('Olga', 'commons', undefined, 'owner'), await enter('Ana', 'commons'), await enter('Ana', 'library'), await enter('Ben', 'library')];
    await enter('Ben', 'commons');
    await did(olga, 'people.standing', { person: ana.id, standing: 'steward', duties: [] });
    await did(ana, 'people.venue', { venue: 'Library Hall' });
    expect(hostOf('library').facts.people.get(ana.id)).toMatchObject({ standing: 'steward', venue: 'Library Hall' });
    await did(ana, 'people.block', { person: ben.id });
    const before = there.kinds.length;
    await did(ben, 'gesture.wave', {});
    expect(there.kinds.slice(before)).not.toContain('gesture.waved');
  });

  it('comes back with everyone in the room they were in, at the portal they came by', async () => {
    const ana = await enter('Ana', 'library', 'studio');
    const where = ana.host.room.poseOf(ana.id);
    for (const host of campus.hosts.values()) host.flush(() => undefined);
    await hostOf('library').settled();
    campus = open();
    await campus.restore();
    expect(hostOf('library').room.poseOf(ana.id)).toEqual(where);
    expect([hostOf('commons').count, hostOf('library').count]).toEqual([0, 1]);
  });
});
