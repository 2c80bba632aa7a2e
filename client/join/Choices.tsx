import { useId, type CSSProperties, type ReactNode } from 'react';
import type { Choice } from '#shared/people/look.options.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from './Choices.module.css';

export interface ChoicesProps {
  readonly legend: string;
  /** Something to know of the whole group; heard with it. */
  readonly note?: string | undefined;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
  /** How a choice looks: a swatch or a small picture. The word always stands under it. */
  readonly picture: (choice: Choice) => ReactNode;
  /** Pictures are chosen by their frame, swatches by a ring. */
  readonly framed: boolean;
}

/** One row where it fits, two even ones where it does not; a pair is not spread over the whole width. */
const columnsFor = (count: number): number => Math.max(6, count <= 10 ? count : Math.ceil(count / 2));

/** One of several, as native radio buttons: one tab stop, arrows move, each with its picture and word. */
export function Choices({ legend, note, choices, value, onChoose, picture, framed }: ChoicesProps) {
  const words = useWords();
  const id = useId();
  return (
    <fieldset aria-describedby={note === undefined ? undefined : `${id}note`}>
      <legend className={styles.legend}>{legend}</legend>
      {note !== undefined && <p id={`${id}note`} className={styles.note}>{note}</p>}
      <div className={styles.grid} style={{ '--columns': columnsFor(choices.length) } as CSSProperties}>
        {choices.map((choice) => (
          <label key={choice.id} className={framed ? `${styles.choice} ${styles.framed}` : styles.choice}>
            <input className={styles.radio} type="radio" name={id} value={choice.id} checked={choice.id === value} onChange={() => onChoose(choice.id)} />
            {picture(choice)}
            <span className={styles.word}>{words(choice.word)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A round of one colour. */
export function Swatch({ hex }: { readonly hex: string }) {
  return <span className={styles.swatch} style={{ '--colour': hex } as CSSProperties} aria-hidden="true" />;
}
