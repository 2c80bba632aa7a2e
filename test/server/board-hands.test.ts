/** What hands do at a board, for the others to see while they do it. */
import { expect, it } from 'vitest';
import { BoardHost } from '#server/boards/board-host.ts';
import { readFrame, readSign, writeSign } from '#shared/boards/hands.codec.ts';
import { personId } from '#shared/kernel/ids.ts';
import { Relations } from '#shared/moderation/relations.ts';
import { ownDatabase } from '#test/storage/databases.ts';
import { profile } from '#test/storage/kept.ts';

it('BO24 tells what hands do while they do it, and nothing that is no sign, too much, or nobody\'s to know', async () => {
  const { storage, end } = await ownDatabase();
  let now = 1_795_000_000_000;
  const host = await BoardHost.open('studio_north-board', 'North board', storage, { now: () => now, chance: () => 0.5, newId: () => 'one' }, new Relations());
  const frames: Uint8Array[] = [];
  const come = (name: string, standing: 'guest' | 'member' | 'steward') => {
    const [id, wire] = [personId(name.toLowerCase()), { cue: () => undefined, own: () => undefined, end: () => undefined, welcome: () => undefined, hands: (frame: Uint8Array) => void (name === 'Ada' && frames.push(frame)) }];
    host.enter(profile({ id, name, callMe: '', standing, duties: [] }), wire);
    return { sign: (bytes: Uint8Array) => host.showHand(id, bytes), leave: () => host.leave(id, wire), hand: host.facts.people.get(id)?.hand ?? 0 };
  };
  const [ana, gus, ada] = [come('Ana', 'member'), come('Gus', 'guest'), come('Ada', 'steward')];
  const told = () => {
    now += 1_000;
    frames.length = 0;
    host.tick();
    return frames.flatMap((frame) => readFrame(frame)).map(({ hand, bytes }) => ({ ...readSign(bytes), hand }));
  };
  const pointer = (x: number): Uint8Array => writeSign({ kind: 'pointer', x, y: 2, isDown: false, isLaser: false });
  const ink = writeSign({ kind: 'ink', id: 's', width: 2, colour: '#1e1e1e', points: [[1, 2]] });
  expect(new Set([ana.hand, gus.hand, ada.hand]).size).toBe(3);
  // Of pointers the last.
  for (const x of [1, 2, 3]) ana.sign(pointer(x));
  gus.sign(ink);
  expect(told()).toMatchObject([{ kind: 'pointer', x: 3, hand: ana.hand }, { kind: 'ink', hand: gus.hand }]);
  for (const junk of [[], [9], [1, 1], [1, 4, 2, 2], [2, 1, 64], [1, 0, 255, 255, 255, 255, 0], Array.from({ length: 251 }, () => 4)]) ana.sign(Uint8Array.from(junk));
  host.showHand(personId('nobody'), pointer(1));
  expect(told()).toEqual([]);
  for (let n = 0; n < 100; n++) ana.sign(writeSign({ kind: 'more', points: [[n, n]] }));
  expect(told()).toHaveLength(30);
  host.facts.guests = 'read';
  gus.sign(ink);
  gus.sign(pointer(9));
  expect(told()).toMatchObject([{ kind: 'pointer', x: 9 }]);
  host.facts.authors = 'hidden';
  ana.sign(pointer(1));
  expect(told()).toEqual([]);
  host.facts.authors = 'shown';
  ana.leave();
  ana.sign(pointer(1));
  expect(told()).toEqual([]);
  expect(come('Bea', 'member').hand).toBe(ana.hand);
  await end();
});
