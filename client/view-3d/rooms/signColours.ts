/** A room's colours: of its sign's board, deep enough for cream letters (at least 5.2:1), and of the light behind its portal. */
interface RoomColours {
  readonly sign: string;
  readonly light: string;
}

const own: Readonly<Record<string, RoomColours>> = {
  commons: { sign: '#8a5a12', light: '#f0a63f' },
  stage: { sign: '#b0432c', light: '#e2654c' },
  studio: { sign: '#2c6a97', light: '#3f86b8' },
  library: { sign: '#6f4a86', light: '#6f4a86' },
  cafe: { sign: '#a34f24', light: '#d97a4a' },
  garden: { sign: '#3f7038', light: '#5f9a52' },
};

/** For rooms that others make: none of the six, and each found by name at every door that leads there. */
const others = [
  { sign: '#1f6d69', light: '#45a8a0' },
  { sign: '#93406f', light: '#cf74a4' },
  { sign: '#4c569f', light: '#7c88d6' },
  { sign: '#66621c', light: '#b3ad46' },
  { sign: '#91404c', light: '#d8707c' },
  { sign: '#3d6175', light: '#6d9db5' },
] as const satisfies readonly RoomColours[];

const colours = (room: string): RoomColours => {
  let lot = 7;
  for (const letter of room) lot = (lot * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return own[room] ?? others[lot % others.length] ?? others[0];
};

/** What a sign's letters are written in. */
export const signPaper = '#fff4e2';
/** The board of a sign to a room, whoever made that room. */
export const signColour = (room: string): string => colours(room).sign;
/** The light behind a portal to a room. */
export const portalColour = (room: string): string => colours(room).light;
