import { describe, expect, it } from 'vitest';
import { roomId } from '#shared/kernel/ids.ts';
import { enterPortal, toSafety, waitForPlace } from '#shared/portals/portals.capabilities.ts';
import { arrivalFrom, passageOf } from '#shared/portals/portals.rules.ts';
import { Elsewhere } from '#shared/portals/portals.state.ts';
import { goTo, stopWalking } from '#shared/movement/movement.capabilities.ts';
import { actorOf, commons, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';

const library = { portal: 'to-library' };
const campus = (counts: Readonly<Record<string, number>>): TestRoom => {
  const room = makeRoom();
  for (const [id, count] of Object.entries(counts)) room.facts.elsewhere.set(id, new Elsewhere({ name: `The ${id}`, count, cap: 10 }));
  return room;
};
const code = (permit: { granted: boolean; refusal?: { code: string; values: object } } | undefined) => (permit?.granted === false ? permit.refusal : 'granted');

describe('portals', () => {
  it('PO1 one passes where the way to the portal ends, and not before', () => {
    const room = campus({ library: 3 });
    const ana = room.add('Ana');
    enterPortal.apply(room, actorOf(ana), library, momentAt(0));
    room.walks.advance(2_000);
    expect([room.walking(ana), room.passages.get(ana)]).toEqual([true, 'to-library']);
    expect(room.walks.advance(30_000)).toEqual([ana]);
    expect(passageOf(room, ana)).toBe('library');
    expect(passageOf(room, ana)).toBeUndefined();
  });

  it.each([
    ['stopping', (room: TestRoom, id: ReturnType<TestRoom['add']>) => void stopWalking.apply(room, actorOf(id), {}, momentAt(1_000))],
    ['going elsewhere', (room: TestRoom, id: ReturnType<TestRoom['add']>) => void goTo.apply(room, actorOf(id), { to: 'spot', x: 0, z: -8.6 }, momentAt(1_000))],
    ['going to a safe place', (room: TestRoom, id: ReturnType<TestRoom['add']>) => void toSafety.apply(room, actorOf(id), {}, momentAt(1_000))],
  ])('PO1 %s ends that, even near the portal', (_what, act) => {
    const room = campus({ library: 3 });
    const ana = room.add('Ana');
    enterPortal.apply(room, actorOf(ana), library, momentAt(0));
    act(room, ana);
    room.walks.advance(60_000);
    expect(passageOf(room, ana)).toBeUndefined();
  });

  it('PO2 a full room is refused by name, with those that have a place; one can be told', () => {
    const room = campus({ library: 10, garden: 9, studio: 10 });
    const ana = actorOf(room.add('Ana'));
    expect(code(enterPortal.accepts?.(room, ana, library))).toEqual({ code: 'portal.full', values: { room: 'The library', others: 'The garden' } });
    expect(code(waitForPlace.accepts?.(room, ana, { room: roomId('library') }))).toBe('granted');
    expect(code(waitForPlace.accepts?.(room, ana, { room: roomId('garden') }))).toMatchObject({ code: 'portal.notFull' });
    expect(code(waitForPlace.accepts?.(room, ana, { room: roomId('attic') }))).toMatchObject({ code: 'portal.noSuchRoom' });
    expect(code(enterPortal.accepts?.(room, ana, { portal: 'to-attic' }))).toMatchObject({ code: 'portal.noSuchPortal' });
  });

  it('PO4 a portal leads out where its layout says; who comes by none, or a forged one, stands at a spawn point', () => {
    expect(arrivalFrom(commons, 'library')).toEqual(commons.portals.find(({ to }) => to === 'library')?.arrive);
    expect([arrivalFrom(commons, undefined), arrivalFrom(commons, 'attic')]).toEqual([undefined, undefined]);
  });

  it('PO5 a safe place is where newcomers stand, at once', () => {
    const room = campus({});
    const ana = room.add('Ana', { x: 8, z: 8 });
    toSafety.apply(room, actorOf(ana), {}, momentAt(5));
    const { x = NaN, z = NaN } = room.poseOf(ana) ?? {};
    expect(commons.spawns.some((spawn) => spawn.x === x && spawn.z === z)).toBe(true);
  });
});
