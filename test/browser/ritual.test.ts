/** Everything that can be done in a ritual, by keys alone in the 2D view: what the server then holds, and what is heard. And in the 3D view the same part, by the pointer. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runOf } from '#shared/rituals/held.ts';
import { openPart, openPhase, type Run } from '#shared/rituals/run.ts';
import { deskCells, invitedFrom, type Cell } from './ritual.desk.ts';
import { violations } from '#test/support/axe.ts';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, press, tabTo } from '#test/support/keys.ts';
import { admit, inRoom, SMALL, tokenOf, visitor } from '#test/support/page.ts';
import { stepOf } from '#test/support/ritual.ts';
import { setUp } from '#test/support/setup.ts';
import { tokenBy, witness, witnessAs, type Witness } from '#test/support/witness.ts';

const here = setUp();

const stateOf = (run: Run | undefined, name: string): string | undefined => {
  const id = run?.people.find((one) => one.name === name)?.id;
  return run && openPart(run, 'round')?.turns.find(({ person }) => person === id)?.state;
};
const step = (run: Run | undefined): number | undefined => run && openPhase(run)?.step;
/** One of the verbs about somebody's turn, from the button that unfolds them. */
const about = (name: string, verb: RegExp) => async (page: Page): Promise<void> => {
  const more = page.getByRole('button', { name: `More: Turn of ${name}` });
  await more.focus();
  if ((await more.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('Enter');
  await press(page, verb);
  await more.focus();
  await page.keyboard.press('Enter');
};
const asked = async (page: Page, verb: RegExp, field: RegExp, text: string, send: RegExp): Promise<void> => {
  await press(page, verb);
  await page.getByRole('dialog').waitFor();
  await tabTo(page, field);
  await page.keyboard.type(text);
  await press(page, send);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
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

/** What is planned, where. */
const plansIn = (facts: Witness['facts']): string => [...facts.plans.values()].map(({ title, room }) => `${title} ${room}`).join();
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

/** In an order in which each finds what it needs; Wanda, Olga and Kwame are there. */
const cells: readonly Cell[] = [
  { id: 'ritual.start', by: async (page) => {
    // Whoever begins with nothing focused is at the ritual afterwards.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await openTemplates(page);
    await press(page, /^Start Weekly check-in$/);
    await page.locator('#ritual:focus').waitFor();
  }, done: (run) => step(run) === 0, words: /^You started Weekly check-in\. Step 1 of 5: Arriving\. Take a seat\./ },
  { id: 'ritual.extend', by: (page) => press(page, /^5 minutes more$/), done: (run) => run?.phase.status === 'running' && run.phase.until - run.phase.since === 8 * 60_000, words: /^There are 5 minutes more for this step\.$/ },
  { id: 'ritual.pause', by: (page) => press(page, /^Pause the ritual$/), done: (run) => run?.phase.status === 'paused', words: /^You paused Weekly check-in\.$/ },
  { id: 'ritual.resume', by: (page) => press(page, /^Go on with the ritual$/), done: (run) => run?.phase.status === 'running', words: /^Weekly check-in goes on\.$/ },
  { id: 'ritual.next', by: (page) => press(page, /^Next: One thing each, 12 minutes$/), done: (run) => stateOf(run, 'Wanda') === 'speaking', words: /^You are next, after Wanda\.$/ },
  { id: 'ritual.later', by: (page) => press(page, /^Speak later$/), done: (run) => stateOf(run, 'Olga') === 'later', words: /^You speak later\.$/ },
  { id: 'ritual.invite', by: about('Kwame', /^Ask to speak next$/), done: (run) => stateOf(run, 'Kwame') === 'called', words: /^Kwame is next\.$/ },
  { id: 'ritual.mark', by: about('Wanda', /^They have spoken$/), done: (run) => stateOf(run, 'Wanda') === 'spoken' && stateOf(run, 'Kwame') === 'speaking', words: /^Wanda has spoken\.$/ },
  { id: 'ritual.defer', by: about('Kwame', /^Put their turn later$/), done: (run) => stateOf(run, 'Olga') === 'speaking', words: /^Your turn, in Weekly check-in\./, judged: true },
  { id: 'ritual.moreTime', by: (page) => press(page, /^More time for me$/), done: (run) => stateOf(run, 'Olga') === 'speaking', words: /^Take your time\.$/ },
  { id: 'ritual.pass', by: (page) => press(page, /^Pass$/), done: (run) => stateOf(run, 'Olga') === 'passed', words: /^You pass\.$/ },
  { id: 'ritual.excuse', by: about('Kwame', /^Skip their turn, with their leave$/), done: (run) => stateOf(run, 'Kwame') === 'passed', words: /^Kwame passes\.$/ },
  { id: 'ritual.take', by: (page) => press(page, /^Speak now$/), done: (run) => stateOf(run, 'Olga') === 'speaking', words: /^Your turn, in Weekly check-in\./ },
  { id: 'ritual.done', by: (page) => press(page, /^I have spoken$/), done: (run) => stateOf(run, 'Olga') === 'spoken', words: /^You have spoken\.$/ },
  { id: 'ritual.write', by: async (page) => {
    await press(page, /^Next: What would help/);
    await page.locator('#ritual').getByText('Is there something that somebody here could help you with?').waitFor();
    await asked(page, /^Write instead$/, /^What you want to say$/, 'A second pair of eyes.', /^Send$/);
  }, done: (run) => stateOf(run, 'Olga') === 'wrote', words: /^Your words are there for everyone to read\.$/ },
  // Two have not had a turn: they are named first.
  { id: 'ritual.next', by: (page) => confirmed(page, /^Next: A candle each/), done: (run) => step(run) === 3 },
  { id: 'ritual.act', by: (page) => press(page, /^Light a candle$/), done: (run) => run !== undefined && openPart(run, 'act')?.done.length === 1, words: /^You lit a candle\. 1 of 3 have\.$/ },
  { id: 'ritual.skip', by: (page) => press(page, /^Leave this step out$/), done: (run) => step(run) === 4 && run?.parts[3]?.skipped === true, words: /^The candles burn: 1 of 3 did it together\.$/ },
  { id: 'ritual.back', by: (page) => press(page, /^Back a step$/), done: (run) => step(run) === 3, words: /^Step 4 of 5: A candle each\./ },
  { id: 'ritual.handOver', by: (page) => press(page, /^Hand over to Kwame$/), done: (run) => run?.people.find(({ id }) => id === run.lead)?.name === 'Kwame', words: /^Kwame runs Weekly check-in now\.$/ },
  { id: 'ritual.takeOver', by: async (page, { kwame }) => {
    await kwame.leave();
    await page.locator('#ritual').getByText('Kwame, who runs this ritual, has gone.').waitFor();
    await press(page, /^Take the ritual over$/);
  }, done: (run) => run?.people.find(({ id }) => id === run.lead)?.name === 'Olga', words: /^You run Weekly check-in now\.$/ },
  { id: 'ritual.end', by: async (page) => {
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
  { id: 'ritual.schedule', by: async (page) => {
    await openTemplates(page);
    await press(page, /^Set a time for Recognition circle$/);
    await page.getByRole('dialog', { name: 'Set a time for Recognition circle' }).waitFor();
    await press(page, /^Set the time$/);
  }, done: (_run, { facts }) => plansIn(facts) === 'Recognition circle commons', words: /^You planned Recognition circle: .+, in Commons\.$/ },
  { id: 'ritual.tellMe', by: async (page) => {
    await backIn(page);
    await page.keyboard.press('Escape');
    await page.locator('#coming').getByText(/Recognition circle: .+, in \d+ minutes, in Commons\./).waitFor();
    await press(page, /^Tell me when it starts: Recognition circle$/);
  }, done: () => true, words: /^You are told when Recognition circle starts, in whichever room you are\.$/ },
  { id: 'ritual.tellMeNot', by: (page) => press(page, /^Do not tell me: Recognition circle$/), done: () => true, words: /^You are not told when Recognition circle starts\.$/ },
  { id: 'ritual.shelf', by: async (page) => {
    await press(page, /^All that is planned$/);
    await page.getByRole('dialog', { name: 'What is planned' }).getByRole('button', { name: 'Start Recognition circle now' }).waitFor();
  }, done: () => true, judged: true },
  { id: 'ritual.reschedule', by: async (page) => {
    await press(page, /^Change the time: Recognition circle$/);
    await page.getByRole('dialog', { name: 'Another time for Recognition circle' }).waitFor();
    await tabTo(page, /^Room$/);
    await page.keyboard.type('Stu');
    await press(page, /^Set the time$/);
  }, done: (_run, { facts }) => plansIn(facts) === 'Recognition circle studio', words: /^Recognition circle has another time or place: .+, in Studio\.$/ },
  { id: 'ritual.callOff', by: async (page) => {
    await backIn(page);
    await press(page, /^Call it off: Recognition circle$/);
    await page.getByRole('dialog', { name: 'Call Recognition circle off?' }).waitFor();
    await press(page, /^Call it off$/);
    await backIn(page);
    await page.getByText('Nothing is planned.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }, done: (_run, { facts }) => plansIn(facts) === '', words: /^You called Recognition circle off\.$/ },
  // A plan is changed by keys alone: a step is moved, taken away and brought back, and what is wrong is told at its field.
  { id: 'ritual.save', by: async (page) => {
    await openTemplates(page);
    // It is rehearsed alone first: a companion does its part of itself, and one's own is pressed as in the room.
    await press(page, /^Rehearse Weekly check-in$/);
    await page.getByRole('dialog', { name: 'Rehearsal of Weekly check-in' }).waitFor();
    await press(page, /^Next: One thing each/);
    await waitHeard(page, /Your turn, in Weekly check-in\./);
    await press(page, /^I have spoken$/);
    await waitHeard(page, /It is the turn of Companion 2\./);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/rehearsal.png` });
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
  { id: 'ritual.discard', by: async (page) => {
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
  { id: 'ritual.start', by: async (page) => {
    await press(page, /^Change Weekly check-in first$/);
    await page.getByRole('dialog', { name: 'Plan a ritual' }).waitFor();
    const take = (minutes: number): Promise<void> => page.locator('input[type=file]').setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ version: 1, title: 'Ours', steps: [stepOf('pledge', { minutes, place: 'hearth-ring' }), stepOf('recognition')] })) });
    await take(0);
    await waitHeard(page, /^The file is not taken, and nothing is changed\. Step 1, minutes: it is too small: 0\.5 at least\.$/);
    await take(5);
    await waitHeard(page, /^Ours is taken from the file\.$/);
    await press(page, /^Start in Commons$/);
  }, done: (run) => run?.script.title === 'Ours' && step(run) === 0, words: /^You started Ours\./ },
  ...deskCells,
  // Who has come anew reads what was written before.
  { id: 'ritual.read', by: async (page, { wanda }) => {
    await wanda.performRitual('ritual.ask', { text: 'And whose is it?' });
    await page.locator('#ritual').getByText('Wanda: And whose is it?').waitFor();
    await page.reload();
    await page.locator('#ritual').getByText('Wanda: And whose is it?').waitFor();
  }, done: () => true },
  { id: 'ritual.ask', by: (page) => asked(page, /^Ask about the charter$/, /^What is not clear\?$/, 'Until when?', /^Send$/), done: (run) => run !== undefined && openPart(run, 'pledge')?.questions.length === 2, words: /^Your question is there for everyone to read\.$/, judged: true },
  { id: 'ritual.sign', by: (page) => press(page, /^Sign the charter$/), done: (run) => run !== undefined && openPart(run, 'pledge')?.signed.length === 1, words: /^You signed\. One person has\.$/ },
  { id: 'ritual.recognise', by: async (page) => {
    await press(page, /^Next: The recognition/);
    await asked(page, /^Recognise somebody$/, /^What for\?$/, 'She listened.', /^Send$/);
  }, done: (run) => run !== undefined && openPart(run, 'recognition')?.given.length === 1, words: /^You recognised Wanda\.$/ },
  { id: 'ritual.respond', by: async (page, { wanda, zoe }) => {
    await wanda.performRitual('ritual.recognise', { person: zoe.id, why: 'For the list.' });
    await press(page, /^Respond to Wanda, about Zoe$/);
  }, done: (run) => run !== undefined && openPart(run, 'recognition')?.given[1]?.cheers.length === 1, words: /^You respond\.$/ },
];

test('a ritual is run and taken part in by keys alone, and heard; and in the 3D view, by the pointer', async () => {
  const { url, guestLink, ownerLink } = here.hearth;
  const wanda = await witness(url, guestLink, 'Wanda');
  const olga = await visitor(here.browser, here.hearth, { viewport: { width: 1280, height: 800 } });
  await admit(olga, { ...here.hearth, guestLink: ownerLink }, 'Olga', '2d');
  const { page } = olga;
  await page.goto('/r/commons');
  await inRoom(page);
  const token = await tokenBy(url, guestLink, 'Kwame');
  const kwame = await witnessAs(url, token);
  const beside = await witnessAs(url, await tokenOf(olga.context));
  expect(await beside.perform('people.standing', { person: kwame.id, standing: 'guest', duties: ['facilitator'] })).toEqual({ accepted: true });
  let zoe = kwame;
  for (const [at, { id, by, done, words, judged }] of cells.entries()) {
    if (id === 'ritual.end') zoe = await witness(url, guestLink, 'Zoe');
    const before = heard(page).length;
    await by(page, { wanda, kwame, zoe }).catch((error: unknown) => {
      throw new Error(`${id}: ${String(error)}`);
    });
    await expect.poll(() => done(runOf(wanda), wanda), { message: `${at} ${id}` }).toBe(true);
    if (words) await waitHeard(page, words, before);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/ritual-${at}.png` });
    if (judged) expect({ id, found: await violations(page) }).toEqual({ id, found: [] });
  }
  // The same part lies over the picture.
  // Software draws it: as much of it as takes the pointer, and nothing that plays by itself.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize(SMALL);
  await page.getByRole('radio', { name: '3D' }).click();
  await page.getByRole('region', { name: 'Ours' }).waitFor();
  await page.getByRole('button', { name: 'Back a step' }).click();
  await wanda.until('the step before', ({ facts }) => step(runOf({ facts })) === 0);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/ritual-3d.png` });
  await page.getByRole('button', { name: 'End the ritual' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the ritual' }).click();
  await wanda.until('the end', ({ facts }) => runOf({ facts })?.phase.status === 'ended');
  // Whoever runs one in another room asks them there, and they stay.
  const away = await witnessAs(url, token, 'studio');
  await invitedFrom(away, page);
  // The charter that was signed is among the places of the Commons.
  await page.getByRole('button', { name: 'Places' }).click();
  await page.getByText('One person has signed it. You have signed it.').waitFor();
  await page.keyboard.press('Escape');
  // Its record is read without leaving the room, and has a page of its own.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('held here');
  await page.getByRole('option', { name: /Rituals held here/ }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rituals held in Commons' });
  await dialog.getByRole('button', { name: 'Ours' }).click();
  await dialog.getByText('Wanda recognised Zoe: For the list. (1 response)').waitFor();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/runs-3d.png` });
  await dialog.getByRole('link', { name: 'The page of this record' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ours' }).waitFor();
  expect(await violations(page)).toEqual([]);
  for (const width of process.env['SHOTS'] ? [1280, 320] : []) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `${process.env['SHOTS']}/run-${width}.png`, fullPage: true });
  }
  for (const one of [wanda, zoe, beside, away]) await one.leave();
}, 120_000);

test('every act of a ritual is among them', async () => {
  const { ritualCapabilityIds } = await import('#shared/rituals/ritual.registry.ts');
  expect(ritualCapabilityIds.filter((id) => !cells.some((cell) => cell.id === id))).toEqual([]);
});
