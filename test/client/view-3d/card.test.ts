import { expect, test } from 'vitest';
import { Card } from '#client/view-3d/stage/card.ts';

/** A context whose card is through with what it was given when the test says so. */
const context = () => {
  const made = { through: false, kept: 0, lost: false };
  const gl = {
    SYNC_GPU_COMMANDS_COMPLETE: 0x9117, SYNC_STATUS: 0x9114, SIGNALED: 0x9119, UNSIGNALED: 0x9118,
    fenceSync: () => (made.lost ? null : ((made.kept += 1), {})),
    deleteSync: () => void (made.kept -= 1),
    getSyncParameter: () => (made.through ? 0x9119 : 0x9118),
    isContextLost: () => made.lost,
    flush: () => {},
  } satisfies Partial<WebGL2RenderingContext>;
  return { made, card: new Card(gl as unknown as WebGL2RenderingContext) };
};

test('a card takes the next frame when it is through with the one before', () => {
  const { made, card } = context();
  expect(card.isFree(0, 0)).toBe(true);
  card.give(0);
  expect(card.isFree(500, 0)).toBe(false);
  made.through = true;
  expect(card.isFree(516, 0)).toBe(true);
  expect(made.kept).toBe(0);
});

test('it rests as long as it is told to, measured by what the frame was seen to take; what a quick one waited for is rest already', () => {
  const { made, card } = context();
  card.give(100);
  expect(card.isFree(300, 1)).toBe(false);
  made.through = true;
  expect(card.isFree(316, 1)).toBe(false);
  expect(card.isFree(499, 1)).toBe(false);
  expect(card.isFree(500, 1)).toBe(true);
  made.through = false;
  card.give(500);
  expect(card.isFree(516, 1)).toBe(false);
  made.through = true;
  expect(card.isFree(533, 1)).toBe(true);
});

test('what was asked for long after a frame is drawn at once', () => {
  const { made, card } = context();
  card.give(100);
  made.through = true;
  expect(card.isFree(60_000, 1)).toBe(true);
});

test('frames drawn without asking leave no fences behind, and a lost context is not waited for', () => {
  const { made, card } = context();
  card.give(0);
  card.give(16);
  expect(made.kept).toBe(1);
  made.lost = true;
  expect(card.isFree(32, 0)).toBe(true);
});
