/** Links, removal and the audit list, as the people on both sides of them meet them. */
import { expect, test } from 'vitest';
import { violations } from '#test/support/axe.ts';
import { enterByPointer, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';

const here = setUp();
const wide = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;

test('an owner makes a link; someone comes in by its code, is removed for an hour, told why, and stays out until let back', async () => {
  const owner = await visitor(here.browser, here.hearth, wide);
  await enterByPointer(owner.page, here.hearth.ownerLink, 'Olga', '2d');
  const against: Record<string, readonly string[]> = {};

  await owner.page.getByRole('button', { name: 'Invite people' }).first().click();
  const invite = owner.page.getByRole('dialog', { name: 'Invite people' });
  await invite.getByLabel('What is it for?').fill('Spring cohort');
  await invite.getByRole('button', { name: 'Make a link' }).click();
  const made = invite.getByRole('listitem').filter({ hasText: 'Spring cohort' });
  await made.getByRole('button', { name: 'Show to scan: Spring cohort' }).click();
  await made.getByRole('img', { name: /^QR code of the link with code/ }).waitFor();
  against['invitations'] = await violations(owner.page);
  const code = /Code ([A-Z2-9]{4}-[A-Z2-9]{4})/.exec((await made.textContent()) ?? '')?.[1] ?? '';
  await owner.page.keyboard.press('Escape');

  const guest = await visitor(here.browser, here.hearth, wide);
  await guest.page.goto('/');
  await guest.page.getByLabel('Code of an invitation').fill(code.toLowerCase());
  against['code'] = await violations(guest.page);
  await guest.page.getByRole('button', { name: 'Open' }).click();
  await guest.page.getByLabel('Your name').fill('Rex');
  await guest.page.getByRole('button', { name: /^Skip/ }).click();
  await guest.page.getByRole('heading', { level: 1, name: 'Commons' }).waitFor();

  await owner.page.getByRole('button', { name: 'More about Rex' }).click();
  await owner.page.getByRole('button', { name: 'Remove: Rex' }).click();
  const remove = owner.page.getByRole('dialog', { name: 'Remove Rex?' });
  await remove.getByRole('radio', { name: '1 hour' }).click();
  await remove.getByLabel('Why').fill('Too much noise');
  against['remove'] = await violations(owner.page);
  await remove.getByRole('button', { name: 'Remove Rex' }).click();

  await guest.page.getByText(/You cannot come in until .* The reason given: Too much noise/).first().waitFor();
  guest.guard.expectErrors(/403/);
  await guest.page.reload();
  await guest.page.getByText(/You cannot come in until/).first().waitFor();

  await owner.page.keyboard.press('Control+k');
  await owner.page.getByRole('combobox').fill('Read the audit');
  await owner.page.getByRole('option', { name: 'Read the audit list' }).click();
  const audit = owner.page.getByRole('dialog', { name: 'Audit list' });
  await audit.getByText(/hour: Too much noise/).waitFor();
  against['audit'] = await violations(owner.page);
  await audit.getByRole('button', { name: 'End a ban: Rex' }).click();
  await audit.getByText('Nobody is kept out.').waitFor();
  await guest.page.reload();
  await guest.page.getByRole('heading', { level: 1, name: 'Commons' }).waitFor();

  expect(Object.fromEntries(Object.entries(against).filter(([, found]) => found.length > 0))).toEqual({});
  await owner.guard.clean();
  await guest.guard.clean();
});
