/** The address of the board that an object of a room is: `/board/studio_north-board`. Ids of rooms and objects have no underscore. */
export const boardIdOf = (room: string, object: string): string => `${room}_${object}`;
