import { clothColours, hairColours, lookSlots, lowerColours, skins, type ColourChoice, type Look } from '#shared/people/look.options.ts';

/** sRGB made darker: 1 keeps it, 0 is black. */
export const shade = (hex: string, factor: number): string => {
  const value = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number) => Math.round(((value >> shift) & 255) * factor).toString(16).padStart(2, '0');
  return `#${channel(16)}${channel(8)}${channel(0)}`;
};

const hexIn = (choices: readonly ColourChoice[], id: string): string => (choices.find((choice) => choice.id === id) ?? choices[0])?.hex ?? '#000000';

/** The colours a look is drawn with, each with its shaded side. */
export interface LookColours {
  readonly skin: string;
  readonly skinShade: string;
  readonly hair: string;
  readonly hairShade: string;
  /** A light line round hair that is as dark as the skin beside it. */
  readonly hairEdge: string | undefined;
  readonly top: string;
  /** Collar, hem, lapels, sleeves. */
  readonly topShade: string;
  readonly accent: string;
  readonly accentShade: string;
  readonly aid: string;
  readonly lower: string;
  /** Eyes, mouth, frames: darker still on the darkest skins. */
  readonly line: string;
}

const isDark = (hex: string): boolean => Number.parseInt(hex.slice(1, 3), 16) < 0x60;
const darkest = lookSlots.skin.findIndex((skin) => skin.id === 'darkBrown');

export const coloursOf = (look: Look): LookColours => {
  const skin = hexIn(skins, look.skin);
  const hair = hexIn(hairColours, look.hairColour);
  const accent = hexIn(clothColours, look.accent);
  const top = hexIn(clothColours, look.top);
  return {
    skin,
    skinShade: shade(skin, 0.84),
    hair,
    hairShade: shade(hair, 0.8),
    hairEdge: isDark(skin) && isDark(hair) ? '#8a7a78' : undefined,
    top,
    topShade: shade(top, 0.8),
    accent,
    accentShade: shade(accent, 0.82),
    aid: hexIn(clothColours, look.aidColour),
    lower: hexIn(lowerColours, look.lowerColour),
    line: skins.findIndex((one) => one.id === look.skin) >= darkest ? '#170c0a' : '#2a1a1c',
  };
};

/** Headwear under which hair is not seen. */
export const coversHair = (look: Look): boolean => look.headwear === 'hijab' || look.headwear === 'headscarf' || look.headwear === 'turban';
/** Headwear that presses hair down but leaves its sides. */
export const pressesHair = (look: Look): boolean => look.headwear === 'cap' || look.headwear === 'sunHat' || look.headwear === 'beanie';
