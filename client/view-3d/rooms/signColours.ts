/** The deep colours of rooms, on which cream letters read (at least 5.2:1). */
const signs: Readonly<Record<string, string>> = { commons: '#8a5a12', stage: '#b0432c', studio: '#2c6a97', library: '#6f4a86', cafe: '#a34f24', garden: '#3f7038' };
const bright: Readonly<Record<string, string>> = { commons: '#f0a63f', stage: '#e2654c', studio: '#3f86b8', library: '#6f4a86', cafe: '#d97a4a', garden: '#5f9a52' };

/** What a sign's letters are written in. */
export const signPaper = '#fff4e2';
/** The board of a sign to a room, whoever made that room. */
export const signColour = (room: string): string => signs[room] ?? '#7b4a30';
/** The light behind a portal to a room. */
export const portalColour = (room: string): string => bright[room] ?? '#b58a5e';
