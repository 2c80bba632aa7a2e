/** Everything that can be done at a board, done in words, by keys alone: what the server then holds, and what is heard. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addGroup, addNote } from '#client/boards/acts.ts';
import type { BoardCapabilityId } from '#shared/boards/board.registry.ts';
import type { Board } from '#shared/boards/board.state.ts';
import type { View } from '#shared/kernel/view.ts';
import { outlineOf, type OutlineNote } from '#shared/boards/outline.ts';
import { boardWitness } from '#test/support/boardWitness.ts';
import { heard, waitHeard } from '#test/support/heard.ts';
import { focused, press, tabTo } from '#test/support/keys.ts';
import { admit, visitor } from '#test/support/page.ts';
import { setUp } from '#test/support/setup.ts';

const here = setUp();
const BOARD = 'commons_notice-board';

/** And focus is back on the page. */
const closed = async (page: Page): Promise<void> => {
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).not.toBe('');
};
const write = async (page: Page, field: RegExp, text: string): Promise<void> => {
  await page.getByRole('dialog').waitFor();
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};
/** By the first letters of its word, as in any list of a browser. */
const choose = async (page: Page, list: RegExp, letters: string): Promise<void> => {
  await page.getByRole('dialog').waitFor();
  await tabTo(page, list);
  await page.keyboard.type(letters);
};
/** One of a note's verbs, from the button that unfolds them. */
const verb = async (page: Page, note: string, name: RegExp): Promise<void> => {
  const more = page.getByRole('button', { name: `More for ‘${note}’` });
  await more.focus();
  if ((await more.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('Enter');
  await press(page, name);
};
const rule = (list: RegExp, letters: string) => async (page: Page): Promise<void> => {
  await press(page, /^Rules$/);
  await choose(page, list, letters);
  await press(page, /^Save$/);
  await closed(page);
};

const notes = (board: View<Board>): readonly OutlineNote[] => outlineOf(board).groups.flatMap((group) => group.notes);
const note = (board: View<Board>, text: string): OutlineNote | undefined => notes(board).find((one) => one.text === text);
const groupOf = (board: View<Board>, text: string): string | undefined => outlineOf(board).groups.find((group) => group.notes.some((one) => one.text === text))?.name;
const votes = (board: View<Board>, text: string): number => board.votes.get(note(board, text)?.id ?? '') ?? 0;

interface Cell {
  readonly by: (page: Page) => Promise<void>;
  readonly done: (board: View<Board>) => boolean;
  /** What is heard; of what is not said, nothing. */
  readonly words?: RegExp;
}

/** In an order in which each finds what it needs. */
const cells: Record<BoardCapabilityId, Cell> = {
  'board.add': {
    by: async (page) => {
      await press(page, /^Add a note$/);
      await write(page, /^Text$/, 'Plan');
      await press(page, /^Add to the board$/);
      await closed(page);
    },
    done: (board) => note(board, 'Plan')?.colour === 'yellow',
    words: /^Added ‘Plan’ to In no group, \d of \d\.$/,
  },
  'board.hold': { by: async (page) => {
    await page.getByRole('button', { name: 'Edit ‘Plan’' }).focus();
    await page.keyboard.press('Enter');
  }, done: (board) => board.holds.size === 1 },
  'board.write': { by: async (page) => {
    await write(page, /^Text$/, 'Plan B');
    await press(page, /^Save$/);
  }, done: (board) => note(board, 'Plan B') !== undefined && note(board, 'Plan') === undefined, words: /^It now says ‘Plan B’\.$/ },
  'board.release': { by: closed, done: (board) => board.holds.size === 0 },
  'board.move': { by: async (page) => {
    await verb(page, 'Plan B', /^Move to…$/);
    await choose(page, /^Group$/, 'Risks');
    await press(page, /^Move to…$/);
    await closed(page);
  }, done: (board) => groupOf(board, 'Plan B') === 'Risks', words: /^Moved ‘Plan B’ to Risks, \d of \d\.$/ },
  'board.edit': { by: async (page) => {
    await verb(page, 'Plan B', /^Colour…$/);
    await choose(page, /^Colour$/, 'blue');
    await press(page, /^Save$/);
    await closed(page);
  }, done: (board) => note(board, 'Plan B')?.colour === 'blue', words: /^‘Plan B’ is now blue\.$/ },
  'board.openVotes': { by: async (page) => {
    await press(page, /^Votes$/);
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Votes for each$/);
    await page.keyboard.press('ArrowUp');
    await tabTo(page, /^Tell counts only at the end$/);
    await page.keyboard.press('Space');
    await press(page, /^Open votes$/);
    await closed(page);
  }, done: ({ voting, budget, secret }) => voting && budget === 2 && !secret, words: /^Votes are open\.$/ },
  'board.vote': { by: (page) => verb(page, 'Plan B', /^Vote \(2 left\)$/), done: (board) => votes(board, 'Plan B') === 1, words: /^You voted for ‘Plan B’\. You have 1 vote left\.$/ },
  'board.unvote': { by: (page) => verb(page, 'Plan B', /^Take a vote back$/), done: (board) => votes(board, 'Plan B') === 0, words: /^You took a vote back from ‘Plan B’\. You have 2 votes left\.$/ },
  'board.closeVotes': { by: async (page) => {
    await press(page, /^Votes$/);
    await page.getByRole('dialog').waitFor();
    await press(page, /^Close votes$/);
    await closed(page);
  }, done: ({ voting }) => !voting, words: /^Votes are closed\./ },
  'board.keep': { by: async (page) => {
    await press(page, /^Earlier copies$/);
    await write(page, /^Keep a copy under this name$/, 'Before lunch');
    await press(page, /^Save$/);
  }, done: () => true, words: /^A copy is kept as Before lunch\.$/ },
  'board.copies': { by: async (page) => {
    await page.getByRole('button', { name: /^Bring back Before lunch, / }).waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
  }, done: () => true },
  'board.delete': { by: (page) => verb(page, 'Budget', /^Delete$/), done: (board) => note(board, 'Budget') === undefined, words: /^Deleted ‘Budget’\.$/ },
  'board.undo': { by: (page) => press(page, /^Undo$/), done: (board) => note(board, 'Budget') !== undefined, words: /^What you did last is taken back\.$/ },
  'board.redo': { by: (page) => press(page, /^Redo$/), done: (board) => note(board, 'Budget') === undefined, words: /^It is done again\.$/ },
  'board.restore': { by: async (page) => {
    await press(page, /^Earlier copies$/);
    await press(page, /^Bring back Before lunch, /);
    await closed(page);
  }, done: (board) => note(board, 'Budget') !== undefined, words: /^The copy is back\./ },
  'board.rename': { by: async (page) => {
    await press(page, /^Rules$/);
    await write(page, /^Title of the board$/, 'Autumn');
    await press(page, /^Save$/);
    await closed(page);
    await page.getByRole('heading', { level: 1, name: 'Autumn' }).waitFor();
  }, done: ({ title }) => title === 'Autumn', words: /^The rules of the board are changed\.$/ },
  'board.mode': { by: rule(/^Who may change what$/, 'Frozen'), done: ({ mode }) => mode === 'frozen', words: /^The rules of the board are changed\.$/ },
  'board.authors': { by: rule(/^Authors$/, 'Hidden'), done: ({ authors, names }) => authors === 'hidden' && names.size === 0, words: /^The rules of the board are changed\.$/ },
  'board.guests': { by: rule(/^Guests$/, 'Read'), done: ({ guests }) => guests === 'read', words: /^The rules of the board are changed\.$/ },
};

test('everything at a board is done by keys alone, and heard', async () => {
  const wanda = await boardWitness(here.hearth.url, here.hearth.guestLink, 'Wanda', BOARD);
  const id = (): string => crypto.randomUUID().slice(0, 12);
  await wanda.perform(addGroup(wanda.board(), 'Risks', id));
  await wanda.perform(addNote(wanda.board(), 'Budget', 'green', null, id).acts);
  const olga = await visitor(here.browser, here.hearth);
  await admit(olga, { ...here.hearth, guestLink: here.hearth.ownerLink }, 'Olga', '2d');
  const { page } = olga;
  await page.goto(`/board/${BOARD}`);
  await page.getByRole('heading', { level: 2, name: /^Risks/ }).waitFor();
  for (const [capability, { by, done, words }] of Object.entries(cells)) {
    const before = heard(page).length;
    await by(page).catch((error: unknown) => {
      throw new Error(`${capability}: ${String(error)}`);
    });
    await expect.poll(() => done(wanda.board()), { message: capability }).toBe(true);
    if (words) await waitHeard(page, words, before);
  }
  await wanda.leave();
}, 120_000);
