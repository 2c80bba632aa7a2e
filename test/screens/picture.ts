/** The room as a picture, and what lies over it. Before the picture is drawn there is only sky. */
import { take, type Chapter } from './stage.ts';
import { settled } from '#test/support/page.ts';

export const picture: Chapter = async (stage, at) => {
  const { page, company: { yusuf }, name } = stage;
  await page.locator('[data-focus-key="view"] [role="radio"], [data-focus-key="view"] input').last().click();
  await page.locator('#rail-people').waitFor();
  await page.locator('[data-drawn] canvas').waitFor();
  await settled(page);
  await at('3D');
  for (const panel of ['people', 'chat', 'places', 'log'] as const) {
    await page.locator(`#rail-${panel}`).click();
    await page.locator('#panel').waitFor();
    await settled(page);
    await at(`3D, ${panel}`);
    await page.locator(`#rail-${panel}`).click();
    await page.locator('#panel').waitFor({ state: 'detached' });
  }
  await page.locator('#controls [aria-haspopup="menu"]').click();
  await page.getByRole('menu').waitFor();
  await at('3D, react');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+.');
  await page.locator('#toast').waitFor();
  await at('3D, one more key');
  await page.keyboard.press('Escape');
  await yusuf.perform('guide.offer', { person: yusuf.who(name) ?? yusuf.id });
  await page.locator('[data-capability="guide.decline"] button').first().waitFor();
  await at('3D, requests');
  await page.locator('[data-capability="guide.decline"] button').first().click();
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  await at('3D, palette');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await take(stage, 'page.welcome', 'Show the welcome again');
  await page.locator('#welcome').waitFor();
  await at('3D, welcome');
  await page.keyboard.press('Escape');
};
