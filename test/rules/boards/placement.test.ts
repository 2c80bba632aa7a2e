import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowds, GAP, makeRoom, spotBeside, spotIn, type Block, type Box, type Side } from '#shared/boards/placement.ts';
import { beginRound, closeRound, MOST_VOTES, tally, unvote, vote, votesLeft } from '#shared/boards/votes.ts';
import { personId } from '#shared/kernel/ids.ts';

const size = { width: 100, height: 60 };
const area = { x: 0, y: 0, width: 400 };
const box = fc.record({ x: fc.integer({ min: -300, max: 600 }), y: fc.integer({ min: -300, max: 600 }), width: fc.integer({ min: 1, max: 300 }), height: fc.integer({ min: 1, max: 300 }) });

describe('notes made by words', () => {
  it('BO11 fill a group in reading order', () => {
    const boxes: Box[] = [];
    for (let k = 0; k < 5; k++) boxes.push({ ...spotIn(boxes, size, area), ...size });
    expect(boxes.map(({ x, y }) => [x, y])).toEqual([[0, 0], [124, 0], [248, 0], [0, 84], [124, 84]]);
    boxes.splice(1, 1);
    expect(spotIn(boxes, size, area)).toEqual({ x: 124, y: 0 });
  });

  it('BO11 stand clear of everything, and within the width of their group', () => {
    fc.assert(fc.property(fc.array(box, { maxLength: 40 }), (boxes) => {
      const spot = spotIn(boxes, size, area);
      expect(boxes.filter((other) => crowds({ ...spot, ...size }, other))).toEqual([]);
      expect(spot.x >= area.x && spot.x + size.width <= area.x + area.width && spot.y >= area.y).toBe(true);
    }));
  });

  it('BO11 beside something stand clear, on that side and in its line', () => {
    fc.assert(fc.property(fc.array(box, { minLength: 1, maxLength: 40 }), fc.constantFrom<Side>('left', 'right', 'above', 'below'), ([of, ...others], side) => {
      if (!of) return;
      const spot = spotBeside([of, ...others], size, of, side);
      expect([of, ...others].filter((other) => crowds({ ...spot, ...size }, other))).toEqual([]);
      const beyond = { left: of.x - spot.x - size.width, right: spot.x - of.x - of.width, above: of.y - spot.y - size.height, below: spot.y - of.y - of.height }[side];
      expect(beyond).toBeGreaterThanOrEqual(GAP);
      expect(side === 'left' || side === 'right' ? spot.y + size.height / 2 - of.y - of.height / 2 : spot.x + size.width / 2 - of.x - of.width / 2).toBe(0);
    }));
  });

  it('BO11 what is wider than its group stands at its left edge', () => {
    expect(spotIn([{ x: 0, y: 0, width: 10, height: 10 }], { width: 900, height: 10 }, area)).toEqual({ x: 0, y: 10 + GAP });
  });
});

it('BO11 what moves finds a place as what is new does, wherever it stands now', () => {
  const boxes = [{ x: 0, y: 0, ...size }];
  const moving: Box = { x: 900, y: 900, ...size };
  expect(spotIn(boxes, moving, area)).toEqual({ x: 124, y: 0 });
  expect(spotBeside([...boxes, { x: 124, y: 0, ...size }], moving, { x: 0, y: 0, ...size }, 'right')).toEqual({ x: 248, y: 0 });
});

describe('a group that grows', () => {
  const blocks = fc.array(box, { minLength: 1, maxLength: 30 }).map((boxes) => boxes.map((one, at): Block => ({ id: String(at), ...one })));
  const overlap = (a: Box, b: Box): boolean => crowds(a, b, 0);

  it('BO11 what stands below gives way, as it is arranged', () => {
    const column: Block[] = [{ id: 'a', x: 0, y: 0, width: 100, height: 100 }, { id: 'b', x: 50, y: 124, width: 100, height: 50 }, { id: 'c', x: 140, y: 180, width: 100, height: 50 }, { id: 'd', x: 400, y: 0, width: 50, height: 500 }, { id: 'e', x: 0, y: 900, width: 50, height: 50 }];
    expect(Object.fromEntries(makeRoom(column, 'a', 160))).toEqual({ b: 60, c: 60, e: 60 });
    expect(makeRoom(column, 'a', 90).size).toBe(0);
  });

  it('BO11 covers nothing that it did not cover, and nothing else comes to lie over another or nearer to it', () => {
    fc.assert(fc.property(blocks, fc.integer({ min: 0, max: 1_500 }), (before, bottom) => {
      const down = makeRoom(before, '0', bottom);
      const after = before.map((block): Block => (block.id === '0' ? { ...block, height: Math.max(block.height, bottom - block.y) } : { ...block, y: block.y + (down.get(block.id) ?? 0) }));
      expect([...down.values()].every((by) => by > 0) && !down.has('0')).toBe(true);
      for (const [at, a] of before.entries()) for (const [other, b] of before.entries()) {
        const [a2, b2] = [after[at], after[other]];
        if (other <= at || !a2 || !b2 || overlap(a, b)) continue;
        expect(overlap(a2, b2)).toBe(false);
        if (!crowds(a, b)) expect(crowds(a2, b2)).toBe(false);
      }
    }));
  });
});

describe('votes', () => {
  const [ana, ben] = [personId('ana'), personId('ben')];

  it('BO12 everyone has the same budget, of which a note may have several', () => {
    let round = beginRound(3, false);
    for (let k = 0; k < 5; k++) round = vote(round, ana, 'a');
    expect([votesLeft(round, ana), votesLeft(round, ben), tally(round)?.get('a')]).toEqual([0, 3, 3]);
    round = vote(unvote(round, ana, 'a'), ana, 'b');
    expect([...(tally(round) ?? [])]).toEqual([['a', 2], ['b', 1]]);
    expect(unvote(round, ben, 'a')).toBe(round);
    expect([beginRound(0, true).budget, beginRound(1e9, true).budget]).toEqual([1, MOST_VOTES]);
  });

  it('BO12 counts of a secret round are told once it is closed, and then nothing changes', () => {
    const round = vote(vote(beginRound(2, true), ana, 'a'), ben, 'a');
    expect(tally(round)).toBeUndefined();
    const closed = closeRound(round);
    expect(vote(closed, ana, 'b')).toBe(closed);
    expect(unvote(closed, ana, 'a')).toBe(closed);
    expect([...(tally(closed) ?? [])]).toEqual([['a', 2]]);
  });
});
