/** A connection that is lost and comes back, a page from before an update, and what whoever is sent out reads. */
import { breakConnection, mendConnection } from './connection.ts';
import { goTo, inside, type Chapter } from './stage.ts';

const LOST = '[class*="banner"] button';

export const connection: Chapter = async (stage, at) => {
  const { page } = stage;
  await breakConnection(page);
  await page.locator(LOST).first().waitFor();
  await at('connection lost');
  await mendConnection(page);
  await page.locator(LOST).first().waitFor({ state: 'detached' });
  await at('connection back');
  await page.route('**/matchmake/**', async (route) => {
    const asked = route.request().postDataJSON() as Record<string, unknown>;
    await route.continue({ postData: JSON.stringify({ ...asked, protocol: '0-older' }) });
  });
  await breakConnection(page);
  await page.locator(LOST).first().waitFor();
  await mendConnection(page);
  await page.locator('[class*="banner"] button[class*="primary"]').waitFor();
  await at('Hearth was updated');
  await page.unroute('**/matchmake/**');
  await goTo(stage, '/r/commons');
  await inside(stage);
};

/** Last, for it ends the visit. */
export const ended: Chapter = async (stage, at) => {
  const { page, company: { olga }, name } = stage;
  await olga.perform('people.remove', { person: olga.who(name) ?? olga.id, for: 'hour', reason: 'Too much noise', link: false });
  await page.locator('[class*="banner"] button').first().waitFor();
  await at('sent out');
  await goTo(stage, '/r/commons');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('main button').first().waitFor();
  await at('kept out');
};
