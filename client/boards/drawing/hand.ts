import type { AppState } from '@excalidraw/excalidraw/types';
import { idOf, type Book } from './book.ts';
import type { Raw } from '#shared/boards/excalidraw.ts';

/** What of their editor's state says what one is about. */
export type Doing = Pick<AppState, 'newElement' | 'multiElement' | 'editingTextElement' | 'editingLinearElement' | 'cursorButton' | 'selectedElementIds' | 'croppingElementId' | 'editingFrame' | 'pendingImageElementId'>;

export interface Hand {
  /** What is not finished, and not sent before it is. */
  readonly making: ReadonlySet<string>;
  /** What one holds: it is left as one has it, until one lets go. */
  readonly held: ReadonlySet<string>;
  /** What one writes in. */
  readonly writing: string | undefined;
}

export const handIn = (doing: Doing, scene: readonly Raw[], book: Book): Hand => {
  const writing = doing.editingTextElement?.id;
  const making = new Set([doing.newElement?.id, doing.multiElement?.id, writing, doing.editingLinearElement?.elementId, doing.croppingElementId ?? undefined, doing.pendingImageElementId ?? undefined].filter((id) => id !== undefined));
  const held = new Set<string>(making);
  if (doing.cursorButton === 'down') {
    for (const raw of scene) if (doing.selectedElementIds[idOf(raw)] || Object.keys(book.mine(raw)).length > 0) held.add(idOf(raw));
  }
  return { making, held, writing };
};
