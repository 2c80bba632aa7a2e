/** A board as a file of Excalidraw's, and how a page gives a file to whoever asked for it. */
import type { Board, BoardElement } from '#shared/boards/board.state.ts';
import { toExcalidraw } from '#shared/boards/excalidraw.ts';
import type { View } from '#shared/kernel/view.ts';
import { boundIn } from './drawing/bound.ts';

/** What lives on a board, as Excalidraw's elements, lowest first. */
export const drawnOf = ({ elements }: Pick<View<Board>, 'elements'>) => {
  const living = [...elements].filter(([, { deletedAt }]) => deletedAt === 0).toSorted(([, a], [, b]) => (a.index < b.index ? -1 : 1));
  const raws = living.map(([id, held]) => toExcalidraw(id, held as BoardElement, []));
  const bound = boundIn(raws);
  return raws.map((raw) => ({ ...raw, boundElements: bound.get(String(raw.id)) ?? [] }));
};

export const excalidrawFile = (board: View<Board>): Blob =>
  new Blob([JSON.stringify({ type: 'excalidraw', version: 2, source: location.origin, elements: drawnOf(board), appState: { viewBackgroundColor: '#ffffff' }, files: {} })], { type: 'application/vnd.excalidraw+json' });

export const fileName = (title: string, ending: string): string => `${title.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'board'}.${ending}`;

export const download = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
};
