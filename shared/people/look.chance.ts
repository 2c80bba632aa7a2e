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

type Cloth = LookValue<'top'>;
type Skin = LookValue<'skin'>;
/** Lower colours that a top of the same hue would melt into, or that quarrel with it. */
const apartFromTop: Partial<Readonly<Record<Cloth, Of<'lowerColour'>>>> = {
  red: ['darkRed'], orange: ['darkRed'], pink: ['darkRed'], plum: ['darkRed', 'darkGreen'], violet: ['darkViolet', 'darkRed'], blue: ['greyBlue', 'darkRed'],
  green: ['greyBrown', 'darkRed'], darkGreen: ['darkGreen', 'darkRed'], turquoise: ['darkGreen', 'darkRed'], cream: ['sand'], brown: ['brown', 'darkRed', 'greyBrown'],
};
/** Colours of headwear that a top next to it melts into, or quarrels with. */
const apartFromAccent: Partial<Readonly<Record<Cloth, readonly Cloth[]>>> = {
  red: ['orange', 'pink', 'plum', 'brown'], orange: ['red', 'pink', 'plum', 'brown', 'yellow'], yellow: ['orange', 'cream'], green: ['darkGreen', 'yellow'],
  darkGreen: ['green', 'turquoise'], turquoise: ['darkGreen', 'blue'], blue: ['turquoise', 'violet'], violet: ['blue', 'plum'],
  plum: ['violet', 'pink', 'red', 'orange'], pink: ['red', 'orange', 'plum', 'brown'], cream: ['yellow'], brown: ['red', 'orange', 'pink'],
};
/** Cloth that cannot be told from a skin. */
const likeSkin: Partial<Readonly<Record<Skin, { readonly top: readonly Cloth[]; readonly lower: Of<'lowerColour'> }>>> = {
  veryLight: { top: ['cream'], lower: ['sand'] }, light: { top: ['cream'], lower: ['sand'] }, lightGolden: { top: ['cream', 'yellow'], lower: ['sand'] }, golden: { top: ['yellow', 'orange'], lower: ['sand'] },
  tan: { top: ['orange', 'yellow'], lower: ['brown'] }, lightBrown: { top: ['orange', 'brown'], lower: ['brown'] }, brown: { top: ['brown'], lower: ['brown', 'darkRed', 'greyBrown'] },
  darkBrown: { top: ['brown'], lower: ['brown', 'darkRed', 'greyBrown'] }, deepBrown: { top: ['brown'], lower: ['brown'] }, darkestBrown: { top: ['brown'], lower: ['darkViolet', 'brown'] },
};

/**
 * A source of looks drawn by chance (`chance()` in [0, 1)). Skin and head come from shuffled bags, so that any ten
 * strangers differ. Cloth is told from skin, and its colours bear each other. Aids for moving and hearing are a person's own choice and never drawn.
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
    const like = likeSkin[skin];
    const top = from(colours.filter((one) => !like?.top.includes(one)), 'turquoise');
    const [besideTop, besideAccent] = [apartFromTop[top] ?? [], apartFromAccent[top] ?? []];
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
      accent: from(colours.filter((one) => one !== top && !besideAccent.includes(one)), 'plum'),
      lowerColour: from(lowerColours.map(({ id }) => id).filter((one) => !besideTop.includes(one) && !like?.lower.includes(one)), 'navy'),
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
