/** What lies over the page while it is open. */
import { button, dialog, faceInSight, take, write, type Chapter } from './stage.ts';

export const dialogs: Chapter = async (stage, at) => {
  const { page, names } = stage;
  await page.keyboard.press('Control+k');
  await page.getByRole('option').first().waitFor();
  await at('palette');
  await write(page, names.text('Go to'));
  await at('palette, found');
  await write(page, names.text('Lower hand'));
  await page.getByRole('option').first().waitFor();
  await at('palette, one row');
  await write(page, '');
  await page.locator('[role="option"][data-key^="person:"]').first().click();
  await page.locator('[role="option"][data-key="back"]').waitFor();
  await at('palette, about a person');
  await write(page, 'xyzzy');
  // The way back stands there, and is nothing that was found.
  await page.getByRole('dialog').getByRole('status').getByText('xyzzy').waitFor();
  await dialog(stage, at, 'palette, nothing found');
  await page.locator('[data-focus-key="you"] button').click();
  await page.getByRole('dialog').waitFor();
  for (const summary of await page.getByRole('dialog').locator('summary').all()) await summary.click();
  await dialog(stage, at, 'settings');
  await page.keyboard.press('Control+/');
  await dialog(stage, at, 'help');
  await take(stage, 'page.plan', 'Plan');
  await dialog(stage, at, 'plan');
  await take(stage, 'people.venue:', 'I am at a venue');
  await dialog(stage, at, 'venue');
  await take(stage, 'voice.check', 'Check microphone and speakers');
  await page.getByRole('dialog').getByRole('combobox').first().waitFor();
  await at('microphone and speakers');
  // Nobody allows one here.
  await button(stage, 'Test the microphone').click();
  await page.getByRole('dialog').getByRole('alert').getByRole('paragraph').first().waitFor();
  await dialog(stage, at, 'microphone refused');
  await take(stage, 'people.look:', 'Change how you look');
  await page.getByRole('tab').first().waitFor();
  await dialog(stage, at, 'look');
  await take(stage, 'circle.topic:', 'Name the circle');
  await dialog(stage, at, 'topic');
  await take(stage, 'place.link:', 'Share where you are');
  await dialog(stage, at, 'link to a spot');
};

/** What the owner's trust adds. */
export const steward: Chapter = async (stage, at) => {
  const { page, company: { olga }, name } = stage;
  await olga.perform('people.standing', { person: olga.who(name) ?? olga.id, standing: 'steward', duties: ['facilitator'] });
  await take(stage, 'invitation.list:', 'See links');
  await page.getByRole('dialog').getByRole('textbox').first().fill('Spring');
  await button(stage, 'Make a link').click();
  const made = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Spring' }).last();
  await made.getByRole('button').nth(1).click();
  await page.getByRole('dialog').getByRole('img').first().waitFor();
  await dialog(stage, at, 'invitations');
  await take(stage, 'audit.read:', 'Read the audit list');
  await dialog(stage, at, 'audit list');
  await (await faceInSight(stage)).click();
  await dialog(stage, at, 'person card, as steward');
  for (const [capability, screen] of [['people.standing', 'standing'], ['people.remove', 'remove']] as const) {
    await (await faceInSight(stage)).click();
    // As assistive technology presses: to scroll the page to it would close the card, and its keys are its own for half a second.
    await page.locator(`[role="dialog"] [data-capability="${capability}"] button`).dispatchEvent('click');
    await page.locator('[role="dialog"] form, [role="dialog"] [role="radiogroup"]').first().waitFor();
    await dialog(stage, at, screen);
  }
};
