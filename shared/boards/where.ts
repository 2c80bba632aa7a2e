/** The address of the board that an object of a room is: `/board/studio_north-board`. Ids of rooms and objects have no underscore. */
export const boardIdOf = (room: string, object: string): string => `${room}_${object}`;

/** The room that a board stands in, and which object it is. */
export const placeOfBoard = (board: string): { readonly room: string; readonly object: string } | undefined => {
  const [room, object, ...more] = board.split('_');
  return room && object && more.length === 0 ? { room, object } : undefined;
};
