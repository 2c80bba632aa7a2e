import type { ReactNode } from 'react';
import type { Message } from '#shared/kernel/message.ts';
import { lookSlots, type Choice, type ColourChoice, type Look, type LookSlot, type LookValue } from '#shared/people/look.options.ts';
import { Figure } from '#client/people/figure.tsx';
import { Head } from '#client/people/head.tsx';
import { Swatch } from './Choices.tsx';
import { say } from './look.words.ts';
import styles from './StepLook.module.css';

export interface LookTab {
  readonly id: string;
  readonly label: Message;
  readonly slots: readonly LookSlot[];
}

/** Every slot that is drawn, under one of four tabs. */
export const lookTabs: readonly LookTab[] = [
  { id: 'skinAndHair', label: say.tabSkinAndHair, slots: ['skin', 'hair', 'hairColour', 'beard'] },
  { id: 'head', label: say.tabHead, slots: ['headwear', 'accent'] },
  { id: 'clothes', label: say.tabClothes, slots: ['garment', 'top', 'sleeves', 'lower', 'lowerColour', 'height', 'build'] },
  { id: 'aids', label: say.tabAids, slots: ['glasses', 'hearing', 'hearingSide', 'moving', 'aidColour'] },
];

/** The order in which choices are shown, where it is not the one they are stored in. */
const shown: { readonly [S in LookSlot]?: readonly LookValue<S>[] } = {
  hair: ['none', 'cropped', 'short', 'sideParting', 'curly', 'afro', 'puffs', 'bob', 'bun', 'longStraight', 'longWavy', 'braids', 'locs'],
  headwear: ['none', 'hijab', 'headscarf', 'turban', 'kippah', 'cap', 'beanie', 'headband', 'sunHat'],
  hearingSide: ['left', 'right', 'both'],
  height: ['shorter', 'medium', 'taller'],
  build: ['narrow', 'medium', 'broad'],
};

/** The choices of a slot as the editor shows them. */
export const choicesOf = (slot: LookSlot): readonly Choice[] => {
  const [choices, order]: readonly [readonly Choice[], readonly string[] | undefined] = [lookSlots[slot], shown[slot]];
  return order ? choices.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) : choices;
};

const coloured: ReadonlySet<Look['moving']> = new Set(['wheelchair', 'cane', 'crutches']);

/** Whether a slot has anything to show on this person: a colour of headwear needs headwear. */
export const isAsked = (slot: LookSlot, look: Look): boolean => {
  if (slot === 'accent') return look.headwear !== 'none';
  if (slot === 'hearingSide') return look.hearing !== 'none';
  if (slot === 'aidColour') return look.hearing !== 'none' || coloured.has(look.moving);
  return true;
};

const isColour = (choice: Choice): choice is ColourChoice => 'hex' in choice;
const clothes: ReadonlySet<LookSlot> = new Set(['garment', 'sleeves', 'lower']);
const onHead: ReadonlySet<LookSlot> = new Set(['hair', 'headwear', 'glasses', 'hearing', 'hearingSide', 'beard']);

export const isColours = (slot: LookSlot): boolean => choicesOf(slot).every(isColour);

/** What would hide the choice is taken off in its picture. */
const bare = (slot: LookSlot, look: Look): Look => {
  if (slot === 'hair') return { ...look, headwear: 'none', glasses: 'none' };
  if (slot === 'beard') return { ...look, headwear: look.headwear === 'hijab' ? 'none' : look.headwear };
  if ((slot === 'hearing' || slot === 'hearingSide') && look.headwear === 'hijab') return { ...look, headwear: 'none' };
  if (slot === 'lower' || slot === 'garment' || slot === 'sleeves' || slot === 'height' || slot === 'build') return { ...look, moving: 'none' };
  return look;
};

/** The picture of one choice, on the person as they look now. */
export const pictureOf = (slot: LookSlot, look: Look, choice: Choice): ReactNode => {
  if (isColour(choice)) return <Swatch hex={choice.hex} />;
  const shown = { ...bare(slot, look), [slot]: choice.id } as Look;
  // Of clothes, what is below the chin is shown larger.
  if (!onHead.has(slot)) return <span className={styles.smallFigure}><Figure look={shown} height={clothes.has(slot) ? 9.75 : 5.75} /></span>;
  return (
    <svg className={styles.smallHead} viewBox="2 1 60 51" aria-hidden="true" focusable="false">
      <Head look={shown} />
    </svg>
  );
};
