import { builds, clothColours, heights, lowerColours, skins, type Look, type LookSlot, type LookValue } from './look.options.ts';

type Hair = LookValue<'hair'>;
type Headwear = LookValue<'headwear'>;
type Of<S extends LookSlot> = readonly LookValue<S>[];

/** Every hair, the commonest twice, and every headwear once: about three heads in ten are covered. */
const heads: readonly { readonly hair?: Hair; readonly headwear: Headwear }[] = [
  ...(['none', 'cropped', 'cropped', 'short', 'short', 'sideParting', 'sideParting', 'curly', 'curly', 'afro', 'puffs', 'bob', 'bob', 'bun', 'longStraight', 'longStraight', 'longWavy', 'braids', 'locs'] as const)
    .map((hair) => ({ hair, headwear: 'none' as const })),
  ...(['hijab', 'headscarf', 'turban', 'kippah', 'cap', 'beanie', 'headband', 'sunHat'] as const).map((headwear) => ({ headwear })),
];
const closeHairs: readonly Hair[] = ['cropped', 'short', 'sideParting', 'curly'];
const hairsUnderHats: readonly Hair[] = [...closeHairs, 'bob', 'longStraight', 'longWavy', 'braids', 'locs'];

/** Hair colours one meets most beside a skin, from light to dark. */
const usualColours = (skin: LookValue<'skin'>): Of<'hairColour'> => {
  const depth = skins.findIndex((one) => one.id === skin);
  if (depth > 6) return ['black', 'black', 'veryDarkBrown', 'veryDarkBrown', 'grey'];
  if (depth > 3) return ['black', 'veryDarkBrown', 'veryDarkBrown', 'darkBrown', 'brown', 'grey'];
  return ['veryDarkBrown', 'darkBrown', 'brown', 'lightBrown', 'blonde', 'red', 'grey', 'white'];
};
const dyes: Of<'hairColour'> = ['purple', 'teal'];

/** Lower colours that a top of the same hue would melt into. */
const melts: Partial<Readonly<Record<LookValue<'top'>, LookValue<'lowerColour'>>>> = {
  red: 'darkRed', darkGreen: 'darkGreen', turquoise: 'darkGreen', blue: 'greyBlue', violet: 'darkViolet', plum: 'darkRed', cream: 'sand', brown: 'brown', green: 'greyBrown',
};

/**
 * A source of looks drawn by chance (`chance()` in [0, 1)). Skin and head come from shuffled bags, so that any ten
 * strangers differ. Aids for moving and hearing are a person's own choice and never drawn.
 */
export const lookBag = (chance: () => number): (() => Look) => {
  const from = <T>(choices: readonly [T, ...T[]] | readonly T[], fallback: T): T => choices[Math.floor(chance() * choices.length)] ?? fallback;
  const bagOf = <T>(all: readonly T[], fallback: T): (() => T) => {
    const left: T[] = [];
    return () => {
      if (left.length === 0) left.push(...all);
      return left.splice(Math.floor(chance() * left.length), 1)[0] ?? fallback;
    };
  };
  const skinBag = bagOf(skins.map(({ id }) => id), 'tan');
  const headBag = bagOf(heads, { hair: 'short', headwear: 'none' });
  const colours = clothColours.map(({ id }) => id);

  return () => {
    const skin = skinBag();
    const { headwear, hair = from(headwear === 'kippah' ? closeHairs : hairsUnderHats, 'short') } = headBag();
    const modest = headwear === 'hijab' || headwear === 'headscarf';
    const garment = from<LookValue<'garment'>>(headwear === 'kippah' || headwear === 'turban'
      ? ['jumper', 'hoodie', 'shirt', 'shirt', 'blazer', 'tunic']
      : ['jumper', 'jumper', 'hoodie', 'hoodie', 'shirt', 'shirt', 'blazer', 'tunic', 'dress'], 'jumper');
    const lower = from<LookValue<'lower'>>(headwear === 'kippah' || headwear === 'turban' || garment === 'hoodie' ? ['trousers']
      : modest ? ['trousers', 'longSkirt']
      : garment === 'dress' ? ['trousers', 'skirt', 'skirt', 'longSkirt']
      : ['trousers', 'trousers', 'trousers', 'trousers', 'skirt', 'longSkirt'], 'trousers');
    const bearded = !modest && lower === 'trousers' && garment !== 'dress' && !['puffs', 'braids', 'bun', 'bob'].includes(hair);
    const beard = from<LookValue<'beard'>>(!bearded ? ['none'] : headwear === 'turban'
      ? ['none', 'short', 'full', 'full']
      : ['none', 'none', 'none', 'none', 'none', 'stubble', 'stubble', 'moustache', 'short', 'short', 'full'], 'none');
    const top = from(colours, 'turquoise');
    return {
      skin,
      hair,
      hairColour: chance() < 0.06 ? from(dyes, 'purple') : from(usualColours(skin), 'darkBrown'),
      headwear,
      glasses: from<LookValue<'glasses'>>(['none', 'none', 'none', 'none', 'none', 'round', 'square'], 'none'),
      hearing: 'none',
      sleeves: modest || garment === 'hoodie' || garment === 'blazer' || chance() < 0.65 ? 'long' : 'short',
      lower,
      top,
      accent: from(colours.filter((one) => one !== top), 'plum'),
      lowerColour: from(lowerColours.map(({ id }) => id).filter((one) => one !== melts[top]), 'navy'),
      moving: 'none',
      height: from(heights.map(({ id }) => id), 'medium'),
      build: from(builds.map(({ id }) => id), 'medium'),
      beard,
      garment,
      hearingSide: 'both',
      aidColour: from(colours, 'turquoise'),
      heard: 'yes',
    };
  };
};

/** One look drawn by chance. */
export const randomLook = (chance: () => number): Look => lookBag(chance)();
