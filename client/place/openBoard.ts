import type { MouseEvent } from 'react';
import { changePage, type Visit } from '#client/app/context.tsx';
import { boardIdOf } from '#shared/boards/where.ts';

/** Opens a board over the room, where one stays. */
export const openBoard = (visit: Pick<Visit, 'page' | 'hearth'>, object: string): void => changePage(visit, { overlay: { kind: 'board', board: boardIdOf(visit.hearth.layout.id, object) } });

/** A press on a link to a board; another tab or window is the browser's to open. */
export const pressBoard = (visit: Pick<Visit, 'page' | 'hearth'>, object: string) => (event: MouseEvent): void => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openBoard(visit, object);
};
