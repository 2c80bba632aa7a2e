import { lookSlots, slotNames, type Choice, type Look, type LookSlot } from './look.options.ts';

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

const choicesOf = (slot: LookSlot): readonly Choice[] => lookSlots[slot];

/** Writes a look as one base-36 digit a slot, in the order of `lookSlots`. */
export const packLook = (look: Look): string =>
  slotNames.map((slot) => digits[choicesOf(slot).findIndex((choice) => choice.id === look[slot])] ?? '0').join('');

/** A slot that was split off another takes that one's value where it is not packed: aids once had the colour of headwear. */
const splitFrom: Partial<Readonly<Record<LookSlot, LookSlot>>> = { aidColour: 'accent' };

/** Reads a packed look; `undefined` for anything that is not one. Slots added since it was packed take their first value. */
export const unpackLook = (packed: string): Look | undefined => {
  if (packed.length === 0 || packed.length > slotNames.length) return undefined;
  const look: Partial<Record<LookSlot, string>> = {};
  for (const [position, slot] of slotNames.entries()) {
    const digit = packed[position];
    const earlier = splitFrom[slot];
    if (digit === undefined && earlier) {
      look[slot] = look[earlier] ?? '';
      continue;
    }
    const chosen = choicesOf(slot)[digits.indexOf(digit ?? '0')];
    if (!chosen) return undefined;
    look[slot] = chosen.id;
  }
  return look as Look;
};

export const defaultLook: Look = unpackLook('0') as Look;

/** Reads a packed look from the wire; the default look stands in for junk, so that nobody is invisible. */
export const lookOf = (packed: string): Look => unpackLook(packed) ?? defaultLook;
