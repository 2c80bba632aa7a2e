import type { Layout, LayoutObject } from '../rooms/layout.ts';

/** The objects of a room that are boards. */
export const boardsOf = ({ objects }: Pick<Layout, 'objects'>): readonly LayoutObject[] => objects.filter(({ kind }) => kind === 'board');

/** The address of the board that an object of a room is: `/board/studio_north-board`. Ids of rooms and objects have no underscore. */
export const boardIdOf = (room: string, object: string): string => `${room}_${object}`;

/** What a board is called before anybody names it: as its object, "the north board", without the article. */
export const firstTitleOf = ({ name }: Pick<LayoutObject, 'name'>): string => name.replace(/^the /, '').replace(/^./u, (letter) => letter.toUpperCase());
