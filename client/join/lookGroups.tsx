import type { ReactNode } from 'react';
import type { Message } from '#shared/kernel/message.ts';
import { lookSlots, type Choice, type ColourChoice, type Look, type LookSlot } from '#shared/people/look.options.ts';
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

/** Every slot of the option table, under one of four tabs. The accent is where headwear is and where aids are. */
export const lookTabs: readonly LookTab[] = [
  { id: 'skinAndHair', label: say.tabSkinAndHair, slots: ['skin', 'hair', 'hairColour'] },
  { id: 'head', label: say.tabHead, slots: ['headwear', 'accent'] },
  { id: 'clothes', label: say.tabClothes, slots: ['top', 'sleeves', 'lower', 'lowerColour', 'height', 'build'] },
  { id: 'aids', label: say.tabAids, slots: ['glasses', 'hearing', 'accent', 'moving'] },
];

export const choicesOf = (slot: LookSlot): readonly Choice[] => lookSlots[slot];

const isColour = (choice: Choice): choice is ColourChoice => 'hex' in choice;
const onHead: ReadonlySet<LookSlot> = new Set(['hair', 'headwear', 'glasses', 'hearing']);

export const isColours = (slot: LookSlot): boolean => choicesOf(slot).every(isColour);

/** What would hide the choice is taken off in its picture. */
const bare = (slot: LookSlot, look: Look): Look => {
  if (slot === 'hair') return { ...look, headwear: 'none', glasses: 'none' };
  if (slot === 'hearing' && look.headwear === 'hijab') return { ...look, headwear: 'none' };
  if (slot === 'lower' || slot === 'sleeves' || slot === 'height' || slot === 'build') return { ...look, moving: 'none' };
  return look;
};

/** The picture of one choice, on the person as they look now. */
export const pictureOf = (slot: LookSlot, look: Look, choice: Choice): ReactNode => {
  if (isColour(choice)) return <Swatch hex={choice.hex} />;
  const shown = { ...bare(slot, look), [slot]: choice.id } as Look;
  if (!onHead.has(slot)) return <span className={styles.smallFigure}><Figure look={shown} height={5.5} /></span>;
  return (
    <svg className={styles.smallHead} viewBox="2 1 60 51" aria-hidden="true" focusable="false">
      <Head look={shown} />
    </svg>
  );
};
