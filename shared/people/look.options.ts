/**
 * The option table: everything a person's look can be, once. The 3D avatar, the 2D portrait, the editor and the spoken
 * description all read it. A value stands here only when both views draw it. Lists are append-only: a packed look
 * stores positions.
 */
import { message, type Message } from '../kernel/message.ts';

export interface Choice<Id extends string = string> {
  readonly id: Id;
  /** As spoken, and as the editor shows it. */
  readonly word: Message;
}
export interface ColourChoice<Id extends string = string> extends Choice<Id> {
  /** sRGB, `#RRGGBB`. */
  readonly hex: string;
}

const choice = <const Id extends string>(slot: string, id: Id, word: string): Choice<Id> => ({
  id,
  word: message(`look.${slot}.${id}`, word),
});
const colour = <const Id extends string>(slot: string, id: Id, word: string, hex: string): ColourChoice<Id> => ({
  ...choice(slot, id, word),
  hex,
});

export const skins = [
  colour('skin', 'veryLight', 'very light', '#F8DCC6'),
  colour('skin', 'light', 'light', '#F1C9A5'),
  colour('skin', 'lightGolden', 'light golden', '#E6B588'),
  colour('skin', 'golden', 'golden', '#D69E70'),
  colour('skin', 'tan', 'tan', '#C08558'),
  colour('skin', 'lightBrown', 'light brown', '#A56D47'),
  colour('skin', 'brown', 'brown', '#8A573A'),
  colour('skin', 'darkBrown', 'dark brown', '#6E432E'),
  colour('skin', 'deepBrown', 'deep brown', '#563427'),
  colour('skin', 'darkestBrown', 'darkest brown', '#402720'),
] as const;

export const hairs = [
  choice('hair', 'none', 'no hair'),
  choice('hair', 'short', 'short'),
  choice('hair', 'afro', 'afro'),
  choice('hair', 'puffs', 'puffs'),
  choice('hair', 'bob', 'bob'),
  choice('hair', 'bun', 'bun'),
  choice('hair', 'longStraight', 'long straight'),
  choice('hair', 'locs', 'locs'),
  choice('hair', 'cropped', 'cropped'),
  choice('hair', 'sideParting', 'side parting'),
  choice('hair', 'curly', 'curly'),
  choice('hair', 'longWavy', 'long wavy'),
  choice('hair', 'braids', 'braids'),
] as const;

export const hairColours = [
  colour('hairColour', 'black', 'black', '#1F1A1C'),
  colour('hairColour', 'veryDarkBrown', 'very dark brown', '#33221D'),
  colour('hairColour', 'darkBrown', 'dark brown', '#553323'),
  colour('hairColour', 'brown', 'brown', '#7D4A2B'),
  colour('hairColour', 'lightBrown', 'light brown', '#A8703C'),
  colour('hairColour', 'blonde', 'blonde', '#D6A75A'),
  colour('hairColour', 'red', 'red', '#B04A2C'),
  colour('hairColour', 'grey', 'grey', '#8F8A88'),
  colour('hairColour', 'white', 'white', '#E6E1D8'),
  colour('hairColour', 'purple', 'purple', '#5B3A6B'),
  colour('hairColour', 'teal', 'teal', '#2F5D6B'),
] as const;

export const headwears = [
  choice('headwear', 'none', 'nothing'),
  choice('headwear', 'hijab', 'hijab'),
  choice('headwear', 'headscarf', 'tied headscarf'),
  choice('headwear', 'turban', 'turban'),
  choice('headwear', 'cap', 'cap'),
  choice('headwear', 'sunHat', 'sun hat'),
  choice('headwear', 'kippah', 'kippah'),
  choice('headwear', 'beanie', 'beanie'),
  choice('headwear', 'headband', 'headband'),
] as const;

export const glasses = [
  choice('glasses', 'none', 'no glasses'),
  choice('glasses', 'round', 'round glasses'),
  choice('glasses', 'square', 'square glasses'),
  choice('glasses', 'dark', 'dark glasses'),
] as const;

export const hearings = [
  choice('hearing', 'none', 'nothing'),
  choice('hearing', 'aids', 'hearing aid'),
  choice('hearing', 'implants', 'cochlear implant'),
] as const;

/** Where a hearing aid or an implant is worn, as its wearer says it. */
export const hearingSides = [
  choice('hearingSide', 'both', 'on both sides'),
  choice('hearingSide', 'left', 'left'),
  choice('hearingSide', 'right', 'right'),
] as const;

export const beards = [
  choice('beard', 'none', 'no beard'),
  choice('beard', 'stubble', 'stubble'),
  choice('beard', 'moustache', 'moustache'),
  choice('beard', 'short', 'short beard'),
  choice('beard', 'full', 'full beard'),
] as const;

export const garments = [
  choice('garment', 'jumper', 'jumper'),
  choice('garment', 'hoodie', 'hoodie'),
  choice('garment', 'shirt', 'shirt'),
  choice('garment', 'blazer', 'blazer'),
  choice('garment', 'tunic', 'tunic'),
  choice('garment', 'dress', 'dress'),
] as const;

export const sleeves = [
  choice('sleeves', 'long', 'long sleeves'),
  choice('sleeves', 'short', 'short sleeves'),
] as const;

export const lowers = [
  choice('lower', 'trousers', 'trousers'),
  choice('lower', 'skirt', 'skirt'),
  choice('lower', 'longSkirt', 'long skirt'),
] as const;

/** Tops, headwear and aids share these. */
export const clothColours = [
  colour('cloth', 'red', 'red', '#B8493A'),
  colour('cloth', 'orange', 'orange', '#C8703A'),
  colour('cloth', 'yellow', 'yellow', '#CF9A3C'),
  colour('cloth', 'green', 'green', '#6F8A48'),
  colour('cloth', 'darkGreen', 'dark green', '#3F7A62'),
  colour('cloth', 'turquoise', 'turquoise', '#2F7680'),
  colour('cloth', 'blue', 'blue', '#3C6296'),
  colour('cloth', 'violet', 'violet', '#5F5292'),
  colour('cloth', 'plum', 'plum', '#8E4874'),
  colour('cloth', 'pink', 'pink', '#B9646C'),
  colour('cloth', 'cream', 'cream', '#E6D8BD'),
  colour('cloth', 'brown', 'brown', '#6E4636'),
] as const;

export const lowerColours = [
  colour('lowerColour', 'navy', 'navy', '#2F3B57'),
  colour('lowerColour', 'darkViolet', 'dark violet', '#4A3A4E'),
  colour('lowerColour', 'brown', 'brown', '#6B4A3A'),
  colour('lowerColour', 'darkGreen', 'dark green', '#36524F'),
  colour('lowerColour', 'greyBrown', 'grey-brown', '#7A6A52'),
  colour('lowerColour', 'darkRed', 'dark red', '#8A3F3A'),
  colour('lowerColour', 'sand', 'sand', '#C9B48C'),
  colour('lowerColour', 'greyBlue', 'grey-blue', '#3D4A6B'),
] as const;

export const movings = [
  choice('moving', 'none', 'no aid'),
  choice('moving', 'wheelchair', 'wheelchair'),
  choice('moving', 'cane', 'cane'),
  choice('moving', 'crutches', 'crutches'),
  choice('moving', 'whiteCane', 'white cane'),
] as const;

export const heights = [
  choice('height', 'medium', 'medium'),
  choice('height', 'shorter', 'shorter'),
  choice('height', 'taller', 'taller'),
] as const;

export const builds = [
  choice('build', 'medium', 'medium'),
  choice('build', 'narrow', 'narrow'),
  choice('build', 'broad', 'broad'),
] as const;

/** Whether others hear the look described when they ask. It is not drawn. */
export const heards = [
  choice('heard', 'yes', 'told to others'),
  choice('heard', 'no', 'kept to yourself'),
] as const;

/** The slots of a look, in packed order. Append only. */
export const lookSlots = {
  skin: skins,
  hair: hairs,
  hairColour: hairColours,
  headwear: headwears,
  glasses,
  hearing: hearings,
  sleeves,
  lower: lowers,
  top: clothColours,
  accent: clothColours,
  lowerColour: lowerColours,
  moving: movings,
  height: heights,
  build: builds,
  beard: beards,
  garment: garments,
  hearingSide: hearingSides,
  aidColour: clothColours,
  heard: heards,
} as const;

export type LookSlot = keyof typeof lookSlots;
export type LookValue<S extends LookSlot> = (typeof lookSlots)[S][number]['id'];
/** A complete look: one value for every slot. `accent` colours headwear, `aidColour` aids for hearing and moving. */
export type Look = { readonly [S in LookSlot]: LookValue<S> };
export const slotNames = Object.keys(lookSlots) as readonly LookSlot[];
/** The slots that both views draw. */
export const drawnSlots = slotNames.filter((slot) => slot !== 'heard');
