/** Where a column's cells are played: one page, and two witnesses of what the server holds. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { TestHearth } from '#test/support/hearth.ts';
import { heard } from '#test/support/heard.ts';
import { enter, tokenOf, visitor, type View, type Visitor } from '#test/support/page.ts';
import { installReader, Reader } from '#test/support/speech.ts';
import { boardWitnessBy, type BoardWitness } from '#test/support/boardWitness.ts';
import { witnessAs, type Witness } from '#test/support/witness.ts';
import { noRitual } from './effects.ritual.ts';
import { NOTICES } from './parts.ts';

export interface Stage extends Visitor {
  /** Whoever acts in this column. */
  readonly name: string;
  readonly view: View;
  readonly hearth: TestHearth;
  /** Beside the page, as the same person: hears what is told to them alone. */
  readonly self: Witness;
  /** Someone else in the room. */
  readonly wanda: Witness;
  /** The owner, who makes the others stewards. */
  readonly olga: Witness;
  /** Someone who knocks. */
  readonly nell: Witness;
  /** At the notice board, beside the page, as the same person; and someone else there. */
  readonly atBoard: BoardWitness;
  readonly bea: BoardWitness;
  readonly reader: Reader;
  /** How much had been said on the page, and told to them, to Wanda and to Olga before the act. */
  before: { readonly said: number; readonly told: number; readonly seen: number; readonly beside: number };
}

export const openStage = async (browser: Browser, hearth: TestHearth, others: Pick<Stage, 'wanda' | 'olga' | 'nell' | 'bea'>, name: string, view: View): Promise<Stage> => {
  // Nothing eases: a picture in software is drawn only when somebody has moved.
  const options: BrowserContextOptions = { reducedMotion: 'reduce', forcedColors: 'none' };
  const opened = await visitor(browser, hearth, options);
  await installReader(opened.context);
  await enter(opened, hearth, name, view);
  const token = await tokenOf(opened.context);
  const { wanda, olga } = others;
  const self = await witnessAs(hearth.url, token);
  await wanda.until(`${name} stands in the room`, () => wanda.pose(name) !== undefined);
  await olga.perform('people.standing', { person: self.id, standing: 'steward', duties: [] });
  const atBoard = await boardWitnessBy(hearth.url, token, NOTICES);
  return { ...opened, ...others, name, view, self, atBoard, hearth, reader: new Reader(opened.page), before: { said: 0, told: 0, seen: 0, beside: 0 } };
};

export const mark = (stage: Stage): void => {
  stage.before = { said: heard(stage.page).length, told: stage.self.cues.length, seen: stage.wanda.cues.length, beside: stage.olga.cues.length };
};

export const closeStage = async (stage: Stage): Promise<void> => {
  // A page that closes keeps its place for a while; the next column must find none of this one's hands and seats.
  if (stage.self.facts.hands.has(stage.self.id)) await stage.self.perform('hand.lower', {});
  await stage.self.perform('seat.stand', {});
  await noRitual(stage);
  await stage.atBoard.leave();
  await stage.context.close();
  await stage.self.leave();
};
