import { personId } from '#shared/kernel/ids.ts';
import { lookBag } from '#shared/people/look.chance.ts';
import { defaultLook } from '#shared/people/look.ts';
import { beards, clothColours, garments, glasses, hairs, headwears, hearings, hearingSides, lowers, movings, skins, type Look } from '#shared/people/look.options.ts';
import { chanceFrom } from '../geometry/chance.ts';
import type { Gesture } from '../scene.ts';
import { person, type BodyInMotion } from './people.ts';

type Dressed = readonly [name: string, look: Partial<Look>];
const skinAt = (i: number): Look['skin'] => skins[i % skins.length]?.id ?? 'tan';
const colourAt = (i: number): Look['top'] => clothColours[(i * 5) % clothColours.length]?.id ?? 'blue';
/** What can be played. */
export const gestureKinds = ['talk', 'wave', 'clap', 'nod', 'laugh', 'thanks', 'heart'] as const;
const acts = [...gestureKinds, 'hand'] as const;
const draw = lookBag(chanceFrom(23));

/** Rows of people, each row one part of the option table. */
const rows: Readonly<Record<string, readonly (readonly Dressed[])[]>> = {
  hair: [hairs.map(({ id }, i) => [id, { hair: id, hairColour: i % 3 === 2 ? 'lightBrown' : 'veryDarkBrown', skin: skinAt(i + 1), top: colourAt(i) }])],
  headwear: [
    headwears.map(({ id }, i) => [id, { headwear: id, hair: 'longStraight', accent: colourAt(i + 1), skin: skinAt(i * 3), top: colourAt(i + 3) }]),
  ],
  under: ['cap', 'beanie', 'sunHat', 'headband', 'kippah'].map((headwear) => hairs.map(({ id }, i) => [id, { headwear: headwear as Look['headwear'], hair: id, hairColour: 'brown', accent: 'red', skin: skinAt(i), top: 'cream' }])),
  face: [
    beards.flatMap(({ id }, i): readonly Dressed[] => [[id, { beard: id, hair: 'short', hairColour: 'brown', skin: skinAt(i + 1) }], [id, { beard: id, hair: 'cropped', hairColour: 'black', skin: skinAt(i + 5), top: 'cream' }]]),
    glasses.flatMap(({ id }): readonly Dressed[] => [[id, { glasses: id, skin: 'light', hair: 'sideParting' }], [id, { glasses: id, skin: 'darkestBrown', hair: 'curly', top: 'cream' }]]),
  ],
  hearing: [hearings.flatMap(({ id }) => hearingSides.flatMap(({ id: side }): readonly Dressed[] => [
    [`${id} ${side}`, { hearing: id, hearingSide: side, hair: 'short', hairColour: 'blonde', skin: 'light', aidColour: 'red' }],
    [`${id} ${side}`, { hearing: id, hearingSide: side, hair: 'longWavy', skin: 'brown', aidColour: 'turquoise' }],
  ])).slice(4)],
  clothes: [
    garments.map(({ id }, i) => [id, { garment: id, top: colourAt(i), skin: skinAt(i), hair: 'short' }]),
    garments.map(({ id }, i) => [`${id}, skirt`, { garment: id, lower: 'skirt', top: colourAt(i + 2), skin: skinAt(i + 4), hair: 'bob', sleeves: 'short' }]),
    garments.map(({ id }, i) => [`${id}, long`, { garment: id, lower: 'longSkirt', top: colourAt(i + 4), lowerColour: 'sand', skin: skinAt(i + 7), hair: 'braids' }]),
  ],
  moving: [movings.flatMap(({ id }, i) => lowers.map(({ id: lower }): Dressed => [`${id} ${lower}`, { moving: id, lower, skin: skinAt(i * 2), top: colourAt(i), hair: 'curly', aidColour: 'orange' }]))],
  acts: (['none', 'wheelchair', 'whiteCane', 'crutches'] as const).map((moving) => ['stands', ...acts].map((act, i) => [act, { moving, skin: skinAt(i + 2), hair: hairs[(i * 3 + 2) % hairs.length]?.id ?? 'short', hairColour: 'darkBrown', top: colourAt(i), lower: i % 3 === 1 ? 'skirt' : 'trousers' }])),
  random: [0, 1, 2, 3].map(() => Array.from({ length: 12 }, (_, i): Dressed => [`${i}`, draw()])),
};

/** What a body on parade plays, by its name: `show=acts`. */
export const actOf = (name: string): Gesture['kind'] | undefined => gestureKinds.find((one) => name === one);

/** Rows to look at: `show` names a part of the table, `pose` stands, walks or sits, `away` is how many metres off they are. */
export const parade = (show: string, pose: string, away: number): BodyInMotion[] =>
  (rows[show] ?? rows['hair'] ?? []).flatMap((row, at) => row.map(([name, look], i): BodyInMotion => ({
    ...person(i, { x: (i - (row.length - 1) / 2) * 0.86 + (at % 2) * 0.4, z: 8.6 - away - at * 1.3, heading: 0 }, { look: { ...defaultLook, ...look }, name, you: false, speed: pose === 'walk' ? 1.3 : 0, seated: pose === 'sit', handUp: name === 'hand' }),
    id: personId(`line-${at}-${i}`),
  }))).concat(person(0, { x: -3.2, z: 8.2, heading: Math.PI }));
