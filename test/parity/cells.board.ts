/**
 * How each act at a board is done. A board has no third dimension: it is one outline, which lies over the room in place of either view. The two 3D
 * columns open it from the 3D view, with the pointer and with keys, and go on in it so; what they show beside the 2D columns is the way there, the pointer, and that nothing of it needs the picture.
 */
import type { BoardCapabilityId } from '#shared/boards/board.registry.ts';
import { tabTo } from '#test/support/keys.ts';
import type { Act } from './acts.ts';
import { button, field, opened, rewritten, type Asked } from './asked.ts';
import type { Acts } from './cells.ritual.ts';
import { atBoard, CHANGED, COPY, FRESH, NAMED, NOTE } from './effects.board.ts';
import { byAllMeans, found, pressed, unfolded } from './means.ts';

const OPEN = 'Open a board';
const way = found(OPEN);
const open: Asked = {
  pointer: (stage) => atBoard(stage, () => way.pointer(stage)),
  keys: (stage) => atBoard(stage, () => way.keys(stage)),
  spoken: (stage) => atBoard(stage, () => way.spoken(stage)),
};
const over = (...ways: readonly Asked[]) => byAllMeans(open, ...ways);
const dialog = (opener: string, ...asked: readonly Asked[]) => over(pressed(opener), opened, ...asked);
const verbs = unfolded(new RegExp(`^More for ‘${NOTE}’$`), `ul[aria-label="More for ‘${NOTE}’"] button`);
const verb = (name: string, ...asked: readonly Asked[]) => over(verbs, pressed(name), ...(asked.length > 0 ? [opened] : []), ...asked);
const edit = `Edit ‘${NOTE}’`;

/** One of a list of the browser's own: what it unfolds is the system's, so that letters choose, and the pointer's choice is set. */
const chosen = (list: string, option: RegExp, letters: string): Asked => {
  const type: Act = async ({ page }) => {
    await page.keyboard.type(letters);
  };
  return {
    pointer: async ({ page }) => {
      const select = page.getByRole('dialog').getByRole('combobox', { name: list });
      await select.selectOption({ label: (await select.locator('option').allTextContents()).find((text) => option.test(text)) ?? '' });
    },
    keys: async (stage) => {
      await tabTo(stage.page, new RegExp(`^${list}`));
      await type(stage);
    },
    spoken: async (stage) => {
      await stage.reader.seek(new RegExp(`^combobox, ${list}`));
      await stage.page.getByRole('dialog').getByRole('combobox', { name: list }).focus();
      await type(stage);
    },
  };
};
/** The page has told the server that they write before they leave off again. */
const writing: Act = ({ bea }) => bea.until('somebody writes', ({ holds }) => holds.size === 1);
const held: Asked = { pointer: writing, keys: writing, spoken: writing };
const copy: Asked = {
  pointer: ({ page }) => page.getByRole('dialog').getByRole('button', { name: new RegExp(`^Bring back ${COPY}, `) }).first().click(),
  keys: async ({ page }) => {
    await page.getByRole('dialog').getByRole('button', { name: new RegExp(`^Bring back ${COPY}, `) }).first().waitFor();
    await tabTo(page, new RegExp(`^Bring back ${COPY}, `));
    await page.keyboard.press('Enter');
  },
  spoken: ({ reader }) => reader.actOn(new RegExp(`^button, Bring back ${COPY}, `)),
};

export const boardActs: Acts<BoardCapabilityId> = {
  'board.add': dialog('Add a note', field('Text', FRESH), button('Add to the board')),
  'board.write': dialog(edit, rewritten('Text', CHANGED), button('Save')),
  'board.move': verb('Move to…', button('Move to…')),
  'board.edit': verb('Colour…', chosen('Colour', /^blue/, 'blue'), button('Save')),
  'board.delete': verb('Delete'),
  'board.undo': over(pressed('Undo')),
  'board.redo': over(pressed('Redo')),
  'board.hold': dialog(edit),
  'board.release': dialog(edit, held, button('Cancel')),
  'board.vote': verb('Vote (3 left)'),
  'board.unvote': verb('Take a vote back'),
  'board.openVotes': dialog('Votes', button('Open votes')),
  'board.closeVotes': dialog('Votes', button('Close votes')),
  'board.rename': dialog('Rules', rewritten('Title of the board', NAMED), button('Save')),
  'board.mode': dialog('Rules', chosen('Who may change what', /^Frozen/, 'Frozen'), button('Save')),
  'board.authors': dialog('Rules', chosen('Authors', /^Hidden/, 'Hidden'), button('Save')),
  'board.guests': dialog('Rules', chosen('Guests', /^Read/, 'Read'), button('Save')),
  'board.keep': dialog('Earlier copies', field('Keep a copy under this name', COPY), button('Save')),
  'board.copies': dialog('Earlier copies'),
  'board.restore': dialog('Earlier copies', copy),
};
