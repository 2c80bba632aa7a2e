/** What whoever runs a ritual does beside its steps, by keys: cells of `ritual.test.ts`, in which its first step is held at the hearth. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RitualCapabilityId } from '#shared/rituals/ritual.registry.ts';
import type { Run } from '#shared/rituals/run.ts';
import { heard, waitHeard } from '#test/support/heard.ts';
import { press, tabTo } from '#test/support/keys.ts';
import { stepOf } from '#test/support/ritual.ts';
import type { Witness } from '#test/support/witness.ts';

export interface Cell {
  readonly id: RitualCapabilityId;
  readonly by: (page: Page, others: Readonly<Record<'wanda' | 'kwame' | 'zoe', Witness>>) => Promise<void>;
  readonly done: (run: Run | undefined, witness: Pick<Witness, 'facts'>) => boolean;
  readonly words?: RegExp;
  /** Whether the page is judged, and shown where pictures are wanted, after it. */
  readonly judged?: true;
}

export const deskCells: readonly Cell[] = [
  { id: 'ritual.gather', by: (page) => press(page, /^Bring everyone here$/), done: () => true, words: /(walk|walks) to the hearth/ },
  { id: 'ritual.come', by: (page) => press(page, /^Go there$/), done: () => true, words: /^You walk to the hearth\.$/ },
  { id: 'ritual.spotlight', by: async (page) => {
    await press(page, /^Spotlight…$/);
    await page.getByRole('dialog').waitFor();
    await press(page, /^Put in the spotlight$/);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }, done: (run) => run?.spotlight !== null, words: /is in the spotlight\.$/ },
  { id: 'ritual.unspotlight', by: (page) => press(page, /^End the spotlight$/), done: (run) => run?.spotlight === null, words: /^The spotlight is off\.$/ },
  // Nobody else's copy of the room has it.
  { id: 'ritual.note', by: async (page) => {
    await press(page, /^My notes/);
    await tabTo(page, /^A note$/);
    await page.keyboard.type('Ask Wanda.');
    await press(page, /^Take a note$/);
    await page.locator('#ritual li').getByText('Ask Wanda.').waitFor();
  }, done: (run) => run?.notes.length === 0, words: /^Your note is kept\.$/ },
  { id: 'ritual.unnote', by: (page) => press(page, /^Remove the note: Ask Wanda\.$/), done: () => true, words: /^The note is gone\.$/ },
];

/** RI29. Whoever runs one in the Studio asks them there, and they stay where they are. */
export const invitedFrom = async (away: Witness, page: Page): Promise<void> => {
  const said = heard(page).length;
  expect([await away.performRitual('ritual.start', { script: { version: 1, title: 'Retrospective', steps: [stepOf('silence')] } }), await away.performRitual('ritual.gather', {})]).toEqual([{ accepted: true }, { accepted: true }]);
  await waitHeard(page, /^Kwame invites you to Retrospective in Studio\. You can go there, or stay\.$/, said);
  const card = page.getByText('Kwame invites you to Retrospective in Studio.', { exact: true });
  await card.waitFor();
  await press(page, /^Stay here$/);
  await card.waitFor({ state: 'detached' });
};
