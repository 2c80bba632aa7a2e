/** What leads into a ritual, through it and out of it, by keys alone in the 2D view; and its record in the 3D view. Each of its acts for itself is in the matrix (test/parity). */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runOf } from '#shared/rituals/held.ts';
import { openPart, openPhase, type Run } from '#shared/rituals/run.ts';
import { violations } from '#test/support/axe.ts';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, press, tabTo } from '#test/support/keys.ts';
import { admit, inRoom, SMALL, tokenOf, visitor } from '#test/support/page.ts';
import { stepOf } from '#test/support/ritual.ts';
import { setUp } from '#test/support/setup.ts';
import { tokenBy, witness, witnessAs, type Witness } from '#test/support/witness.ts';

const here = setUp();

const step = (run: Run | undefined): number | undefined => run && openPhase(run)?.step;
const confirmed = async (page: Page, verb: RegExp, yes = /^Go on$/): Promise<void> => {
  await press(page, verb);
  await page.getByRole('dialog').waitFor();
  await tabTo(page, /^(Cancel|Wait)$/);
  await press(page, yes);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
/** The path of whoever has never seen it: the palette, a word, a template. */
const openTemplates = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('ritual');
  await page.getByRole('option', { name: /Start a ritual/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Start a ritual in Commons' }).getByRole('button', { name: 'Start Weekly check-in' }).waitFor();
};

/** Once the dialog over another is gone, the other has the focus. */
const backIn = async (page: Page): Promise<void> => {
  await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
  await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor({ state: 'attached' });
};
const write = async (page: Page, field: RegExp, text: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};

/** RI29. Whoever runs one in the Studio asks them there, and they stay where they are. */
const invitedFrom = async (away: Witness, page: Page): Promise<void> => {
  const said = heard(page).length;
  expect([await away.performRitual('ritual.start', { script: { version: 1, title: 'Retrospective', steps: [stepOf('silence')] } }), await away.performRitual('ritual.gather', {})]).toEqual([{ accepted: true }, { accepted: true }]);
  await waitHeard(page, /^Kwame invites you to Retrospective in Studio\. You can go there, or stay\.$/, said);
  const card = page.getByText('Kwame invites you to Retrospective in Studio.', { exact: true });
  await card.waitFor();
  await press(page, /^Stay here$/);
  await card.waitFor({ state: 'detached' });
};

interface Part {
  readonly by: (page: Page) => Promise<void>;
  readonly done: (run: Run | undefined) => boolean;
  readonly words?: RegExp;
}

/** In an order in which each finds what it needs; Wanda, Olga and Kwame are there. */
const parts: readonly Part[] = [
  { by: async (page) => {
    // Whoever begins with nothing focused is at the ritual afterwards.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await openTemplates(page);
    await press(page, /^Start Weekly check-in$/);
    await page.locator('#ritual:focus').waitFor();
  }, done: (run) => step(run) === 0, words: /^You started Weekly check-in\. Step 1 of 5: Arriving\. Take a seat\./ },
  // Some have not had a turn: they are named first.
  { by: async (page) => {
    await press(page, /^Next: One thing each, 12 minutes$/);
    await confirmed(page, /^Next: What would help/);
  }, done: (run) => step(run) === 2 },
  { by: async (page) => {
    await confirmed(page, /^End the ritual$/, /^End the ritual$/);
    // Where the button was that asked, there is nothing any more.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('ritual');
    await press(page, /^Read its record$/);
    await page.locator('#ritual').getByRole('heading', { level: 4, name: 'A candle each' }).waitFor();
    const file = page.waitForEvent('download');
    await press(page, /^Download as Markdown$/);
    expect((await file).suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d Weekly check-in\.md$/);
    expect(readFileSync(await (await file).path(), 'utf8')).toContain('# Weekly check-in\n');
  }, done: (run) => run?.phase.status === 'ended', words: /^Weekly check-in has ended\.$/ },
  // A plan is changed by keys alone: a step is moved, taken away and brought back, and what is wrong is told at its field.
  { by: async (page) => {
    await openTemplates(page);
    // It is rehearsed alone first: a companion does its part of itself, and one's own is pressed as in the room.
    await press(page, /^Rehearse Weekly check-in$/);
    await page.getByRole('dialog', { name: 'Rehearsal of Weekly check-in' }).waitFor();
    await press(page, /^Next: One thing each/);
    await waitHeard(page, /Your turn, in Weekly check-in\./);
    await press(page, /^I have spoken$/);
    await waitHeard(page, /It is the turn of Companion 2\./);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Rehearsal of Weekly check-in' }).waitFor({ state: 'detached' });
    await press(page, /^Change Weekly check-in first$/);
    await page.getByRole('dialog', { name: 'Plan a ritual' }).waitFor();
    await write(page, /^Title of the ritual/, 'Ours');
    await press(page, /^2\. One thing each/);
    await press(page, /^Move down: One thing each$/);
    await waitHeard(page, /^Moved ‘One thing each’ to step 3 of 5\.$/);
    expect(await focused(page)).toBe('Move down: One thing each');
    await press(page, /^Remove: One thing each$/);
    await waitHeard(page, /^Removed ‘One thing each’\. 4 steps are left\. Undo brings it back\.$/);
    expect(await focused(page)).toMatch(/^3\. A candle each/);
    await press(page, /^Undo$/);
    await waitHeard(page, /^Taken back\. There are 5 steps\.$/);
    await write(page, /^Minutes$/, '0');
    await press(page, /^Save$/);
    await waitHeard(page, /^One thing is to be mended first\. Step 3, minutes: it is too small: 0\.5 at least\.$/);
    expect(await focused(page)).toBe('Minutes');
    expect(await violations(page)).toEqual([]);
    await write(page, /^Minutes$/, '4');
    await press(page, /^Save$/);
  }, done: () => true, words: /^Ours is saved\. It stands with the templates\.$/ },
  { by: async (page) => {
    // What is changed and not saved is not left without a word; a page that is closed keeps it.
    await write(page, /^Title of the ritual/, 'Ours and more');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Leave ‘Ours and more’ with changes that are not saved?' }).waitFor();
    await press(page, /^Leave, and keep them here$/);
    await press(page, /^Drop the changes to Ours and more$/);
    await press(page, /^Remove Ours$/);
    await page.getByRole('dialog', { name: 'Remove Ours for everyone?' }).waitFor();
    await press(page, /^Remove$/);
    await backIn(page);
    await page.getByRole('heading', { name: 'Saved here' }).waitFor({ state: 'detached' });
  }, done: () => true, words: /^Ours is removed from the saved plans\.$/ },
  { by: async (page) => {
    await press(page, /^Change Weekly check-in first$/);
    await page.getByRole('dialog', { name: 'Plan a ritual' }).waitFor();
    const take = (minutes: number): Promise<void> => page.locator('input[type=file]').setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ version: 1, title: 'Ours', steps: [stepOf('pledge', { minutes, place: 'hearth-ring' }), stepOf('recognition')] })) });
    await take(0);
    await waitHeard(page, /^The file is not taken, and nothing is changed\. Step 1, minutes: it is too small: 0\.5 at least\.$/);
    await take(5);
    await waitHeard(page, /^Ours is taken from the file\.$/);
    await press(page, /^Start in Commons$/);
  }, done: (run) => run?.script.title === 'Ours' && step(run) === 0, words: /^You started Ours\./ },
];

test('a ritual is begun, changed, ended and read by keys alone; and its record in the 3D view', async () => {
  const { url, guestLink, ownerLink } = here.hearth;
  const wanda = await witness(url, guestLink, 'Wanda');
  const zoe = await witness(url, guestLink, 'Zoe');
  const olga = await visitor(here.browser, here.hearth, { viewport: { width: 1280, height: 800 } });
  await admit(olga, { ...here.hearth, guestLink: ownerLink }, 'Olga', '2d');
  const { page } = olga;
  await page.goto('/r/commons');
  await inRoom(page);
  const token = await tokenBy(url, guestLink, 'Kwame');
  const kwame = await witnessAs(url, token);
  const beside = await witnessAs(url, await tokenOf(olga.context));
  expect(await beside.perform('people.standing', { person: kwame.id, standing: 'guest', duties: ['facilitator'] })).toEqual({ accepted: true });
  await kwame.leave();
  for (const [at, { by, done, words }] of parts.entries()) {
    const before = heard(page).length;
    await by(page).catch((error: unknown) => {
      throw new Error(`Part ${at + 1}: ${String(error)}`);
    });
    await expect.poll(() => done(runOf(wanda)), { message: `part ${at + 1}` }).toBe(true);
    if (words) await waitHeard(page, words, before);
  }
  // What its record is to hold.
  const recognition = (): string => {
    const run = runOf(wanda);
    return (run && openPart(run, 'recognition')?.given[0]?.id) ?? '';
  };
  const acts = [
    () => beside.performRitual('ritual.sign', { version: 3 }),
    () => beside.performRitual('ritual.next', { from: 0, leaving: [] }),
    () => wanda.performRitual('ritual.recognise', { person: zoe.id, why: 'For the list.' }),
    () => beside.performRitual('ritual.respond', { recognition: recognition() }),
  ];
  for (const act of acts) expect(await act()).toEqual({ accepted: true });
  // The same part lies over the picture.
  // Software draws it: as much of it as takes the pointer, and nothing that plays by itself.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize(SMALL);
  await page.getByRole('radio', { name: '3D' }).click();
  await page.getByRole('region', { name: 'Ours' }).waitFor();
  expect(await beside.performRitual('ritual.end', { leaving: [] })).toEqual({ accepted: true });
  // Whoever runs one in another room asks them there, and they stay.
  const away = await witnessAs(url, token, 'studio');
  await invitedFrom(away, page);
  // The charter that was signed is among the places of the Commons.
  await page.getByRole('button', { name: 'Places' }).click();
  await page.getByText('One person has signed it. You have signed it.').waitFor();
  await page.keyboard.press('Escape');
  // Its record is read without leaving the room, and has a page of its own; where the list cannot be had, that is said, and one can ask again.
  await page.route('**/api/rooms/*/runs', (route) => route.fulfill({ status: 503, json: {} }), { times: 1 });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('held here');
  await page.getByRole('option', { name: /Rituals held here/ }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rituals held in Commons' });
  await waitHeard(page, /^The list of rituals cannot be fetched now\./);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await dialog.getByRole('button', { name: 'Ours' }).click();
  await dialog.getByText('Wanda recognised Zoe: For the list. (1 response)').waitFor();
  await dialog.getByRole('link', { name: 'The page of this record' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ours' }).waitFor();
  expect(await violations(page)).toEqual([]);
  for (const one of [wanda, zoe, beside, away]) await one.leave();
}, 120_000);
