import { rgb, srgb, type Rgb } from '../geometry/colour.ts';

/** What a sign's letters are written in. */
export const signPaper = '#fff4e2';
/** What they contrast with their board at least, by WCAG 2.2. */
const CONTRAST = 5.2;
/** The colour of a door of which nobody said where it leads. */
const wood = '#b58a5e';

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const darkest = (luminance(rgb(signPaper)) + 0.05) / CONTRAST - 0.05;

/** The board of a sign to a room of that colour: as deep as its letters need. */
export const signColour = (room: string = wood): string => {
  const light = luminance(rgb(room));
  // A hundredth more than enough, for what rounding takes.
  return light <= darkest ? room : srgb(rgb(room, (0.99 * darkest) / light));
};

/** The light behind a portal to a room of that colour. */
export const portalColour = (room: string = wood): string => room;
