/** How a cell is played: what must be so before, what is done by one column's means, what the server then holds, and what is heard. */
import { waitHeard } from '#test/support/heard.ts';
import type { Act } from './acts.ts';
import type { Effect } from './arrange.ts';
import type { Cell, Column } from './matrix.ts';
import { mark } from './stage.ts';

/** Arranges, acts by one column's means, and asserts the capability's effect and words. */
export const cell = (effect: Effect, act: Act): Cell => async (stage) => {
  await effect.arrange?.(stage);
  mark(stage);
  await act(stage);
  await effect.done(stage);
  if ('words' in effect) await waitHeard(stage.page, effect.words, stage.before.said);
};

/** As a cell, with the screen reader on; it must itself speak the words. */
export const spokenCell = (effect: Effect, act: Act): Cell => async (stage) => {
  await effect.arrange?.(stage);
  await stage.reader.start();
  try {
    mark(stage);
    await act(stage);
    if ('reads' in effect) await stage.reader.seek(effect.reads);
    await effect.done(stage);
    if ('words' in effect) await stage.reader.until(new RegExp(effect.words.source.replaceAll('^', '^(?:polite|assertive): ')));
  } finally {
    await stage.reader.stop();
  }
};

/** A cell in each column. */
export const rowOf = (effect: Effect, acts: Readonly<Record<Column, Act>>): Readonly<Record<Column, Cell>> => ({
  '3D pointer': cell(effect, acts['3D pointer']),
  '3D keyboard': cell(effect, acts['3D keyboard']),
  '2D keyboard': cell(effect, acts['2D keyboard']),
  '2D screen reader': spokenCell(effect, acts['2D screen reader']),
});

/** A row for each capability of a part. */
export const rowsOf = <Id extends string>(effects: Readonly<Record<Id, Effect>>, acts: Readonly<Record<Id, Readonly<Record<Column, Act>>>>): Readonly<Record<Id, Readonly<Record<Column, Cell>>>> =>
  Object.fromEntries((Object.keys(effects) as Id[]).map((id) => [id, rowOf(effects[id], acts[id])])) as Record<Id, Record<Column, Cell>>;

