/** What each act at a board brings about. It is the notice board of the Commons, opened over the room from the column's view, and left open from act to act. */
import { addGroup, addNote, deleteElement, give } from '#client/boards/acts.ts';
import type { BoardCapabilityId } from '#shared/boards/board.registry.ts';
import type { Board } from '#shared/boards/board.state.ts';
import { outlineOf, type OutlineNote } from '#shared/boards/outline.ts';
import type { View } from '#shared/kernel/view.ts';
import type { Effect } from './arrange.ts';
import type { Stage } from './stage.ts';

export const NOTE = 'Budget';
export const FRESH = 'Plan';
export const CHANGED = 'Budget for spring';
export const GROUP = 'Risks';
export const COPY = 'Before lunch';
export const NAMED = 'Autumn';

const notes = (board: View<Board>): readonly OutlineNote[] => outlineOf(board).groups.flatMap((group) => group.notes);
const note = (board: View<Board>, text: string): OutlineNote | undefined => notes(board).find((one) => one.text === text);
const newId = (): string => crypto.randomUUID().slice(0, 12);

/** The board lies open over the room. */
export const atBoard = async ({ page, name }: Stage, open: () => Promise<void>): Promise<void> => {
  if (await page.locator('#board').isVisible()) return;
  await open();
  await page.locator('#board[data-status="here"]').getByRole('heading', { level: 2, name: new RegExp(`^${GROUP}`) }).waitFor().catch((error: unknown) => {
    throw new Error(`${name} does not see the board: ${String(error)}`);
  });
};

/** One group and one note outside it, which is as it came; its rules and votes as at first; nobody writes. */
const fresh = async ({ atBoard: me, page }: Stage): Promise<void> => {
  const { mode, authors, guests, voting } = me.board();
  if (mode !== 'open') await me.perform([{ id: 'board.mode', payload: { mode: 'open' } }]);
  if (authors !== 'shown') await me.perform([{ id: 'board.authors', payload: { authors: 'shown' } }]);
  if (guests !== 'edit') await me.perform([{ id: 'board.guests', payload: { guests: 'edit' } }]);
  if (voting) await me.perform([{ id: 'board.closeVotes', payload: {} }]);
  if (outlineOf(me.board()).groups.every((group) => group.name !== GROUP)) await me.perform(addGroup(me.board(), GROUP, newId));
  const loose = outlineOf(me.board()).groups.find(({ id }) => id === undefined)?.notes ?? [];
  const isAsItCame = notes(me.board()).length === 1 && loose[0]?.text === NOTE && loose[0].colour === 'green';
  if (isAsItCame) return;
  for (const { id } of notes(me.board())) await me.perform(deleteElement(id));
  await me.perform(addNote(me.board(), NOTE, 'green', null, newId).acts);
  if (await page.locator('#board').isVisible()) await page.locator(`#note-${note(me.board(), NOTE)?.id}`).waitFor();
};
const theNote = ({ atBoard: me }: Stage): OutlineNote => {
  const found = note(me.board(), NOTE);
  if (!found) throw new Error('The note is gone.');
  return found;
};

/** What somebody else at the board sees of it. */
const boardIs = ({ bea }: Stage, what: string, so: (board: View<Board>) => boolean): Promise<void> => bea.until(what, so);
const gone = (stage: Stage): Promise<void> => boardIs(stage, 'no note', (board) => note(board, NOTE) === undefined);
const isBack = (stage: Stage): Promise<void> => boardIs(stage, 'the note', (board) => note(board, NOTE) !== undefined);
const taken = async (stage: Stage): Promise<void> => {
  await fresh(stage);
  await stage.atBoard.perform(deleteElement(theNote(stage).id));
};
const voting = async (stage: Stage): Promise<void> => {
  await fresh(stage);
  await stage.atBoard.perform([{ id: 'board.openVotes', payload: { budget: 3, secret: false } }]);
};
const votes = (board: View<Board>): number => board.votes.get(note(board, NOTE)?.id ?? '') ?? 0;
const ruled = /^The rules of the board are changed\.$/;
const kept = async (stage: Stage): Promise<void> => {
  await fresh(stage);
  await stage.atBoard.perform([{ id: 'board.keep', payload: { name: COPY } }]);
};

export const boardEffects: Readonly<Record<BoardCapabilityId, Effect>> = {
  'board.add': { arrange: fresh, done: (stage) => boardIs(stage, 'a new note', (board) => note(board, FRESH)?.colour === 'yellow'), words: /^Added ‘Plan’ to no group, \d of \d\.$/ },
  'board.write': { arrange: fresh, done: (stage) => boardIs(stage, 'other words', (board) => note(board, CHANGED) !== undefined && note(board, NOTE) === undefined), words: /^It now says ‘Budget for spring’\.$/ },
  'board.move': { arrange: fresh, done: (stage) => boardIs(stage, 'it is in the group', (board) => outlineOf(board).groups.some((group) => group.name === GROUP && group.notes.length === 1)), words: /^Moved ‘Budget’ to Risks, 1 of 1\.$/ },
  'board.edit': { arrange: fresh, done: (stage) => boardIs(stage, 'it is blue', (board) => note(board, NOTE)?.colour === 'blue'), words: /^‘Budget’ is now blue\.$/ },
  'board.delete': { arrange: fresh, done: gone, words: /^Deleted ‘Budget’\.$/ },
  'board.undo': { arrange: taken, done: isBack, words: /^What you did last is taken back\.$/ },
  'board.redo': {
    arrange: async (stage) => {
      await taken(stage);
      await stage.atBoard.perform([{ id: 'board.undo', payload: {} }]);
    },
    done: gone,
    words: /^It is done again\.$/,
  },
  // Nothing is said of it to whoever writes: they are in the field.
  'board.hold': { arrange: fresh, done: (stage) => boardIs(stage, 'somebody writes', ({ holds }) => holds.size === 1), reads: /^textbox, Text/ },
  'board.release': { arrange: fresh, done: (stage) => boardIs(stage, 'nobody writes', ({ holds }) => holds.size === 0), reads: /^button, Edit ‘Budget’/ },
  'board.vote': { arrange: voting, done: (stage) => boardIs(stage, 'a vote', (board) => votes(board) === 1), words: /^You voted for ‘Budget’\. You have 2 votes left\.$/ },
  'board.unvote': {
    arrange: async (stage) => {
      await voting(stage);
      await stage.atBoard.perform(give('board.vote', { element: theNote(stage).id }));
    },
    done: (stage) => boardIs(stage, 'no vote', (board) => votes(board) === 0),
    words: /^You took a vote back from ‘Budget’\. You have 3 votes left\.$/,
  },
  'board.openVotes': { arrange: fresh, done: (stage) => boardIs(stage, 'votes', ({ voting: is, budget, secret }) => is && budget === 3 && secret), words: /^Votes are open\.$/ },
  'board.closeVotes': { arrange: voting, done: (stage) => boardIs(stage, 'no votes', ({ voting: is }) => !is), words: /^Votes are closed\./ },
  'board.rename': {
    arrange: async (stage) => {
      await fresh(stage);
      await stage.atBoard.perform([{ id: 'board.rename', payload: { title: 'Notices' } }]);
    },
    done: (stage) => boardIs(stage, 'another title', ({ title }) => title === NAMED),
    words: ruled,
  },
  'board.mode': { arrange: fresh, done: (stage) => boardIs(stage, 'it is frozen', ({ mode }) => mode === 'frozen'), words: ruled },
  'board.authors': { arrange: fresh, done: (stage) => boardIs(stage, 'hidden authors', ({ authors, names }) => authors === 'hidden' && names.size === 0), words: ruled },
  'board.guests': { arrange: fresh, done: (stage) => boardIs(stage, 'guests read', ({ guests }) => guests === 'read'), words: ruled },
  'board.keep': {
    arrange: fresh,
    done: async ({ atBoard: me }) => {
      if (!(await me.copies()).some(({ name }) => name === COPY)) throw new Error('No copy is kept.');
    },
    words: /^A copy is kept as Before lunch\.$/,
  },
  'board.copies': {
    arrange: kept,
    done: ({ page }) => page.getByRole('button', { name: new RegExp(`^Bring back ${COPY}, `) }).first().waitFor(),
    reads: new RegExp(`^button, Bring back ${COPY}, `),
  },
  'board.restore': {
    arrange: async (stage) => {
      await kept(stage);
      await stage.atBoard.perform(deleteElement(theNote(stage).id));
    },
    done: isBack,
    words: /^The copy is back\./,
  },
};
