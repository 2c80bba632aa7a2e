/** What one does to a board as a whole. */
import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { grant, refuse } from '../kernel/refusal.ts';
import { handOf, type BoardView } from './board.ts';
import { boardCues, toOthers } from './boards.cues.ts';
import { boardRefusals } from './boards.refusals.ts';
import { restoreCopy } from './copies.ts';
import { tellAuthors, type Desk } from './desk.ts';
import { mayChange } from './permission.ts';
import { facilitatesBoard } from './votes.capabilities.ts';

const common = { anchor: 'board', record: 'named', scope: 'board' } as const;
export const LONGEST_TITLE = 80;
const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_TITLE));

export const renameBoard = defineCapability({
  ...common,
  id: 'board.rename',
  label: 'Name the board',
  help: 'Give the board another title, for everybody.',
  payload: z.strictObject({ title }),
  permit: (view: BoardView, actor) => mayChange(view.board, handOf(view, actor)),
  apply: (desk: Desk, _actor, { title: named }) => void (desk.board.title = named),
  cues: (_outcome, actor, desk: Desk) => [toOthers(desk, actor, boardCues.renamed, { title: desk.board.title })],
});

export const ruleBoard = defineCapability({
  ...common,
  id: 'board.mode',
  label: 'Who may change what',
  help: 'Let everybody change everything, or what they made themselves, or freeze the board.',
  payload: z.strictObject({ mode: z.enum(['open', 'own', 'frozen']) }),
  permit: facilitatesBoard,
  apply: (desk: Desk, _actor, { mode }) => void (desk.board.mode = mode),
  cues: (_outcome, actor, desk: Desk) => [toOthers(desk, actor, boardCues.ruled, { rule: desk.board.mode })],
});

export const showAuthors = defineCapability({
  ...common,
  id: 'board.authors',
  label: 'Show or hide authors',
  help: 'While they are hidden, nobody is told who made what, or who writes where.',
  payload: z.strictObject({ authors: z.enum(['shown', 'hidden']) }),
  permit: facilitatesBoard,
  apply: (desk: Desk, _actor, { authors }) => {
    desk.board.authors = authors;
    tellAuthors(desk);
  },
  cues: (_outcome, actor, desk: Desk) => [toOthers(desk, actor, boardCues.ruled, { rule: desk.board.authors })],
});

export const letGuests = defineCapability({
  ...common,
  id: 'board.guests',
  label: 'What guests may do',
  help: 'Let guests change the board, or only read it.',
  payload: z.strictObject({ guests: z.enum(['edit', 'read']) }),
  permit: facilitatesBoard,
  apply: (desk: Desk, _actor, { guests }) => void (desk.board.guests = guests),
  cues: (_outcome, actor, desk: Desk) => [toOthers(desk, actor, boardCues.ruled, { rule: desk.board.guests })],
});

/** BO19. How many copies are kept under a name. */
export const MOST_NAMED_COPIES = 50;

export const keepCopy = defineCapability({
  ...common,
  id: 'board.keep',
  label: 'Keep a copy',
  help: 'Keep the board as it is now under a name, to come back to it.',
  payload: z.strictObject({ name: title }),
  permit: (view: BoardView, actor) => mayChange({ mode: 'open' }, handOf(view, actor)),
  guard: (desk: Desk) => (desk.namedCopies < MOST_NAMED_COPIES ? grant : refuse(boardRefusals.copiesFull, { most: MOST_NAMED_COPIES })),
  /** The host stores it. */
  apply: (desk: Desk, _actor, { name }) => {
    desk.namedCopies++;
    return name;
  },
});

export const listCopies = defineCapability({
  ...common,
  id: 'board.copies',
  label: 'Earlier copies',
  help: 'See which copies of the board are kept: those with a name, and one of every ten minutes of work.',
  payload: z.strictObject({}),
  record: 'none',
  asks: 'copies',
  permit: (_view: BoardView) => grant,
  apply: (_desk: Desk) => undefined,
});

export const bringBack = defineCapability({
  ...common,
  id: 'board.restore',
  label: 'Bring a copy back',
  help: 'Make the board what it was. What is on it now is kept as a copy first.',
  payload: z.strictObject({ copy: z.string().check(z.maxLength(60)) }),
  permit: facilitatesBoard,
  guard: (desk: Desk, _actor, { copy }) => (desk.copies.has(copy) ? grant : refuse(boardRefusals.noCopy)),
  apply: (desk: Desk, _actor, { copy }, moment) => {
    const kept = desk.copies.get(copy);
    if (kept) restoreCopy(desk, kept, moment);
  },
  cues: (_outcome, actor, desk: Desk) => [toOthers(desk, actor, boardCues.restored)],
  objectOf: ({ copy }) => copy,
});
