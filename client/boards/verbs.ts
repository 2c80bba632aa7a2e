/** What can be done at a board, once for its buttons and its palette: with the board as a whole, and with a note. */
import type { Words } from '#client/app/words.ts';
import type { BoardCapabilityId } from '#shared/boards/board.registry.ts';
import type { OutlineNote } from '#shared/boards/outline.ts';
import { deleteElement, give, lockElement } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { BoardDialog } from './dialogs.tsx';
import { called } from './saying.ts';
import type { BoardVisit } from './visit.ts';

export interface BoardVerb {
  /** The same while its words change. */
  readonly key: string;
  readonly label: string;
  /** Why not now, in words; `undefined` where it can be done. */
  readonly refusal: string | undefined;
  run(): void;
}
type Open = (dialog: BoardDialog) => void;

/** Of the board. What is made in words is made where there are words. */
export const toolsOf = (visit: BoardVisit, words: Words, open: Open, draws: boolean): readonly BoardVerb[] => {
  const tool = (id: BoardCapabilityId, label: string, run: () => void): BoardVerb => ({ key: label, label, refusal: visit.refusalOf(id), run });
  const free = (label: string, run: () => void): BoardVerb => ({ key: label, label, refusal: undefined, run });
  return [
    ...(draws ? [] : [
      tool('board.add', words(say.addNote), () => open({ kind: 'note', group: null })),
      tool('board.add', words(say.addGroup), () => open({ kind: 'group' })),
      tool('board.add', words(say.addPicture), () => open({ kind: 'picture' })),
    ]),
    tool('board.undo', words(say.undo), () => void visit.perform([{ id: 'board.undo', payload: {} }], () => words(say.undone), false)),
    tool('board.redo', words(say.redo), () => void visit.perform([{ id: 'board.redo', payload: {} }], () => words(say.redone), true)),
    tool('board.add', words(say.templates), () => open({ kind: 'templates' })),
    free(words(say.files), () => open({ kind: 'files' })),
    free(words(say.markdown), () => open({ kind: 'markdown' })),
    free(words(say.copies), () => open({ kind: 'copies' })),
    tool('board.rename', words(say.rules), () => open({ kind: 'rules' })),
    ...(visit.refusalOf('board.mode') === undefined ? [tool('board.openVotes', words(say.votes), () => open({ kind: 'votes' }))] : []),
  ];
};

/** Of one note, without what is written in it: that stands beside it. */
export const verbsOf = (visit: BoardVisit, words: Words, open: Open, note: OutlineNote): readonly BoardVerb[] => {
  const { board, own } = visit.link.store.current;
  const { id, text } = note;
  const name = called(words, text);
  const mine = own.ballot.filter((one) => one === id).length;
  const left = board.budget - own.ballot.length;
  const patch = { patches: [{ id, values: {} }] };
  const unlock = { patches: [{ id, values: { locked: false } }] };
  const verb = (key: string, capability: BoardCapabilityId, label: string, payload: unknown, run: () => void): BoardVerb => ({ key, label, refusal: visit.refusalOf(capability, payload), run });
  return [
    verb('move', 'board.move', words(say.move), { moves: [[id, 0, 0]] }, () => open({ kind: 'move', note })),
    verb('connect', 'board.add', words(say.connect), undefined, () => open({ kind: 'connect', note })),
    ...(note.leadsTo.length > 0 ? [verb('ties', 'board.edit', words(say.connection), undefined, () => open({ kind: 'ties', note }))] : []),
    verb('colour', 'board.edit', words(say.recolour), patch, () => open({ kind: 'colour', note })),
    ...(board.voting ? [verb('vote', 'board.vote', words(say.vote, { left }), { element: id }, () => void visit.perform(give('board.vote', { element: id }), () => words(say.voted, { text: name, left: left - 1 }), false))] : []),
    ...(board.voting && mine > 0 ? [verb('unvote', 'board.unvote', words(say.unvote), { element: id }, () => void visit.perform(give('board.unvote', { element: id }), () => words(say.unvoted, { text: name, left: left + 1 }), false))] : []),
    note.locked
      ? verb('lock', 'board.edit', words(say.unlock), unlock, () => void visit.perform(lockElement(id, false), () => words(say.nowUnlocked, { text: name })))
      : verb('lock', 'board.edit', words(say.lock), patch, () => void visit.perform(lockElement(id, true), () => words(say.nowLocked, { text: name }))),
    verb('delete', 'board.delete', words(say.delete), { ids: [id] }, () => void visit.perform(deleteElement(id), () => words(say.deleted, { text: name }))),
  ];
};
/** What is written in a note is changed. */
export const writeIn = (visit: BoardVisit, words: Words, open: Open, { textId, text }: OutlineNote): BoardVerb =>
  ({ key: 'write', label: words(say.edit), refusal: visit.refusalOf('board.write', { id: textId }), run: () => open({ kind: 'write', id: textId, text }) });
