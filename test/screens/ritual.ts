/** A community launch, step by step, and a round, as whoever takes part sees them. */
import { readFileSync } from 'node:fs';
import { openPhase } from '#shared/rituals/run.ts';
import { runOf } from '#shared/rituals/held.ts';
import { settled } from '#test/support/page.ts';
import type { Chapter } from './stage.ts';

const template = (name: string): unknown => JSON.parse(readFileSync(`assets/rituals/en/${name}.json`, 'utf8'));

export const ritual: Chapter = async ({ page, company: { olga, ana, people } }, at) => {
  const panel = page.locator('#ritual');
  const here = people.filter(({ facts }) => facts.ritual !== undefined && facts.people.has(olga.id));
  const look = async (step: string): Promise<void> => {
    await panel.scrollIntoViewIfNeeded();
    await page.evaluate(() => document.getElementById('ritual')?.scrollIntoView({ block: 'start' }));
    await settled(page);
    await at(`ritual, ${step}`);
  };
  const next = async (): Promise<void> => {
    const from = openPhase(runOf(olga) ?? (() => { throw new Error('No ritual is held.'); })())?.step ?? 0;
    await olga.performRitual('ritual.next', { from, leaving: [...olga.facts.people.keys()] as never });
    await page.locator(`#ritual [data-step="${from + 1}"]`).waitFor();
  };
  await olga.performRitual('ritual.start', { script: template('launch') });
  await panel.waitFor();
  await look('arrival');
  await next();
  await look('say');
  await next();
  await look('ribbon');
  for (const one of here.slice(0, 5)) await one.performRitual('ritual.act', {});
  await panel.getByText(/\b5\b/).first().waitFor();
  await look('ribbon, five have cut');
  for (const one of here.slice(5)) await one.performRitual('ritual.act', {});
  await panel.locator('[data-capability="ritual.act"] button').click();
  await panel.locator('[data-festive]').waitFor();
  await look('ribbon, cut');
  await next();
  for (const one of here.slice(0, 4)) await one.performRitual('ritual.sign', { version: 1 });
  await panel.getByText(/Ana Conceição/).first().waitFor();
  await look('pledge');
  await next();
  await olga.performRitual('ritual.recognise', { person: ana.id, why: 'She wrote the list that we all work from.' });
  await panel.getByText(/the list that we all work from/).waitFor();
  await look('recognition');
  await next();
  await look('celebration');
  await next();
  await look('close');
  await olga.performRitual('ritual.end', { leaving: [] });
  await look('ended');
  await olga.performRitual('ritual.start', { script: template('check-in') });
  await page.locator('#ritual [data-step="0"]').waitFor();
  await next();
  await look('round');
  await olga.performRitual('ritual.end', { leaving: [...olga.facts.people.keys()] as never });
  await page.locator('#ritual [data-step]').waitFor({ state: 'detached' });
};
