/** A note is a shape with a text in it, as Excalidraw knows it; made here without it, so that an outline needs no editor of drawings. */
import { message, type Message } from '../kernel/message.ts';
import type { NewElement } from './element.ts';
import { noteFills } from './note.colours.ts';
import type { Size, Spot } from './placement.ts';

export const noteColours = {
  yellow: { fill: noteFills.yellow, word: message('board.colour.yellow', 'yellow') },
  coral: { fill: noteFills.coral, word: message('board.colour.coral', 'coral') },
  green: { fill: noteFills.green, word: message('board.colour.green', 'green') },
  blue: { fill: noteFills.blue, word: message('board.colour.blue', 'blue') },
  violet: { fill: noteFills.violet, word: message('board.colour.violet', 'violet') },
} as const satisfies Readonly<Record<string, { readonly fill: string; readonly word: Message }>>;
export type NoteColour = keyof typeof noteColours;

export const noteColourOf = (fill: string): NoteColour | undefined =>
  (Object.keys(noteColours) as NoteColour[]).find((name) => noteColours[name].fill.toLowerCase() === fill.toLowerCase());

const WIDTH = 240;
const LEAST_HEIGHT = 120;
const PADDING = 12;
const FONT_SIZE = 20;
const LINE_HEIGHT = 1.25;
/** How many letters of Excalifont at 20 px go into a note's line, on the safe side: wide ones are as wide as this. */
const LETTERS_A_LINE = 17;

const linesOf = (text: string): number => text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil([...line].length / LETTERS_A_LINE)), 0);

/** BO11. How large a note is made, so that its text goes in. */
export const noteSize = (text: string): Size => ({ width: WIDTH, height: Math.max(LEAST_HEIGHT, Math.ceil(linesOf(text) * FONT_SIZE * LINE_HEIGHT) + 2 * PADDING) });

/** The two elements of a new note. */
export const newNote = (ids: { readonly note: string; readonly text: string }, text: string, colour: NoteColour, spot: Spot, frameId: string | null): readonly [NewElement, NewElement] => {
  const size = noteSize(text);
  return [
    { type: 'rectangle', id: ids.note, ...spot, ...size, backgroundColor: noteColours[colour].fill, frameId, roundness: { type: 3 } },
    {
      type: 'text', id: ids.text, text, containerId: ids.note, frameId, fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT, textAlign: 'center', verticalAlign: 'middle',
      x: spot.x + PADDING, y: spot.y + PADDING, width: size.width - 2 * PADDING, height: size.height - 2 * PADDING,
    },
  ];
};
