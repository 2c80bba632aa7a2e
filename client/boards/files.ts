/** A board as a file of Excalidraw's. */
import type { Board, BoardElement } from '#shared/boards/board.state.ts';
import { toExcalidraw, type Raw } from '#shared/boards/excalidraw.ts';
import type { View } from '#shared/kernel/view.ts';
import type { Images } from './images.ts';
import { boundIn } from './drawing/bound.ts';

/** What lives on a board, as Excalidraw's elements, lowest first. */
export const drawnOf = ({ elements }: Pick<View<Board>, 'elements'>) => {
  const living = [...elements].filter(([, { deletedAt }]) => deletedAt === 0).toSorted(([, a], [, b]) => (a.index < b.index ? -1 : 1));
  const raws = living.map(([id, held]) => toExcalidraw(id, held as BoardElement, []));
  const bound = boundIn(raws);
  return raws.map((raw) => ({ ...raw, boundElements: bound.get(String(raw.id)) ?? [] }));
};

/** The pictures that these show, as their files hold them. */
const filesOf = async (drawn: readonly Raw[], images: Pick<Images, 'shown'>): Promise<object> => {
  const ids = [...new Set(drawn.flatMap(({ type, fileId }) => (type === 'image' ? [String(fileId)] : [])))];
  const files = await Promise.all(ids.map(async (id) => [id, await images.shown(id)] as const));
  return Object.fromEntries(files.flatMap(([id, dataURL]) => (dataURL === undefined ? [] : [[id, { id, dataURL, mimeType: 'image/webp', created: 1 }]])));
};

export const excalidrawFile = async (board: View<Board>, images: Pick<Images, 'shown'>): Promise<Blob> => {
  const elements = drawnOf(board);
  return new Blob([JSON.stringify({ type: 'excalidraw', version: 2, source: location.origin, elements, appState: { viewBackgroundColor: '#ffffff' }, files: await filesOf(elements, images) })], { type: 'application/vnd.excalidraw+json' });
};

export { download, fileName } from '#client/app/download.ts';
