import { message, type MessageWithValues, type MessageValues } from '../kernel/message.ts';
import { hairColours, clothColours, lookSlots, skins, slotNames, type Choice, type Look, type LookSlot } from './look.options.ts';

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

const choicesOf = (slot: LookSlot): readonly Choice[] => lookSlots[slot];

/** Writes a look as one base-36 digit a slot, in the order of `lookSlots`. */
export const packLook = (look: Look): string =>
  slotNames.map((slot) => digits[choicesOf(slot).findIndex((choice) => choice.id === look[slot])] ?? '0').join('');

/** Reads a packed look; `undefined` for anything that is not one. Slots added since it was packed take their first value. */
export const unpackLook = (packed: string): Look | undefined => {
  if (packed.length === 0 || packed.length > slotNames.length) return undefined;
  const look: Partial<Record<LookSlot, string>> = {};
  for (const [position, slot] of slotNames.entries()) {
    const digit = packed[position] ?? '0';
    const chosen = choicesOf(slot)[digits.indexOf(digit)];
    if (!chosen) return undefined;
    look[slot] = chosen.id;
  }
  return look as Look;
};

export const defaultLook: Look = unpackLook('0') as Look;

/** Reads a packed look from the wire; the default look stands in for junk, so that nobody is invisible. */
export const lookOf = (packed: string): Look => unpackLook(packed) ?? defaultLook;

/** A look drawn by chance (`chance()` in [0, 1)). Aids for moving and hearing are a person's own choice and never drawn. */
export const randomLook = (chance: () => number): Look => {
  const look: Partial<Record<LookSlot, string>> = {};
  for (const slot of slotNames) {
    const choices = choicesOf(slot);
    const drawn = choices[Math.floor(chance() * choices.length)] ?? choices[0];
    look[slot] = drawn?.id ?? '';
  }
  const plain = { hearing: 'none', moving: 'none' } as const;
  const headwear = chance() < 0.7 ? 'none' : look.headwear;
  return { ...look, ...plain, headwear } as Look;
};

/** The spoken description; its order is fixed so that people can skim by ear. */
export const describeLook = (look: Look): MessageWithValues => {
  const word = (slot: LookSlot, choices: readonly Choice[] = lookSlots[slot]) =>
    (choices.find((choice) => choice.id === look[slot]) ?? choices[0])?.word ?? { id: '', defaultMessage: '' };
  const values: MessageValues = {
    skin: word('skin', skins),
    hairStyle: look.hair,
    hair: word('hair'),
    hairColour: word('hairColour', hairColours),
    headwearKind: look.headwear,
    headwear: word('headwear'),
    accent: word('accent', clothColours),
    glasses: look.glasses,
    hearing: look.hearing,
    top: word('top', clothColours),
    lower: word('lower'),
    lowerColour: word('lowerColour'),
    moving: look.moving,
  };
  return { message: description, values };
};

const description = message(
  'look.description',
  [
    '{skin} skin, ',
    '{headwearKind, select, hijab {{accent} hijab} headscarf {{accent} headscarf} turban {{accent} turban}',
    ' other {{hairStyle, select, none {no hair} afro {{hairColour} afro} puffs {{hairColour} hair in puffs} bob {{hairColour} bob}',
    ' bun {{hairColour} hair in a bun} locs {{hairColour} locs} other {{hair} {hairColour} hair}}}}',
    '{headwearKind, select, cap {, {accent} cap} sunHat {, {accent} sun hat} other {}}',
    '{glasses, select, round {, round glasses} other {}}',
    '{hearing, select, aids {, {accent} hearing aids} other {}}',
    ', {top} jumper, {lowerColour} {lower}',
    '{moving, select, wheelchair {, uses a wheelchair} cane {, walks with a cane} other {}}',
  ].join(''),
);
