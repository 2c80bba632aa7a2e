/** A ritual that is planned, as whoever may run rituals plans it, and as everyone sees that it is. */
import { readFileSync } from 'node:fs';
import { settled } from '#test/support/page.ts';
import { dialog, take, write, type Chapter } from './stage.ts';

const template = (name: string): unknown => JSON.parse(readFileSync(`assets/rituals/en/${name}.json`, 'utf8'));

export const planned: Chapter = async (stage, at) => {
  const { page, company: { olga }, name } = stage;
  await olga.perform('people.standing', { person: olga.who(name) ?? olga.id, standing: 'steward', duties: ['facilitator'] });
  const before = new Set(olga.facts.plans.keys());
  await olga.performRitual('ritual.save', { script: { ...(template('check-in') as object), title: 'Friday round' }, over: null });
  for (const [title, room, hours] of [['Weekly check-in', 'commons', 0.5], ['Studio circle', 'studio', 75]] as const)
    await olga.performRitual('ritual.schedule', { room, at: Date.now() + hours * 3_600_000 + 20_000, script: { ...(template('check-in') as object), title } });
  const coming = page.locator('#coming');
  await coming.waitFor();
  await coming.scrollIntoViewIfNeeded();
  await settled(page);
  await at('planned, in its room');
  await coming.getByRole('button').last().click();
  await page.getByRole('dialog').locator('[data-capability="ritual.callOff"]').first().waitFor();
  await at('planned, all');
  await page.getByRole('dialog').locator('[data-capability="ritual.reschedule"] button').first().click();
  await page.locator('input[type="date"]').waitFor();
  await at('planned, another time');
  await page.keyboard.press('Escape');
  await page.locator('input[type="date"]').waitFor({ state: 'detached' });
  await dialog(stage, at, 'planned, as before');
  await take(stage, 'page.ritual', 'Start a ritual…');
  const list = page.getByRole('dialog').getByRole('list').last();
  await list.getByRole('button').first().waitFor();
  await list.scrollIntoViewIfNeeded();
  await at('planned, what can be started');
  await page.getByRole('dialog').getByRole('list').first().getByRole('listitem').nth(1).getByRole('button').nth(1).click();
  const step = page.locator('[data-plan="step 3"]');
  await step.waitFor();
  await at('plan');
  await step.click();
  await page.locator('[data-plan="form"] input').first().focus();
  await write(page, '');
  await settled(page);
  await at('plan, something to mend');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').nth(1).waitFor();
  await at('plan, left');
  await page.getByRole('dialog').last().getByRole('button').nth(2).click();
  await page.getByRole('dialog').nth(1).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  for (const id of olga.facts.plans.keys()) if (!before.has(id)) await olga.performRitual('ritual.callOff', { plan: id });
  await coming.waitFor({ state: 'detached' });
};
