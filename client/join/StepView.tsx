import { useId, type ReactNode } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { say } from './join.words.ts';
import type { View } from './entry.ts';
import { Picture2d, Picture3d } from './ViewPictures.tsx';
import styles from './StepView.module.css';

export interface StepViewProps {
  readonly view: View;
  readonly webgl: boolean;
  readonly onChange: (view: View) => void;
}

/** Two equal cards. Where 3D cannot start it stays, focusable, with its reason. */
export function StepView({ view, webgl, onChange }: StepViewProps) {
  const words = useWords();
  const id = useId();
  const card = (own: View, label: string, text: string, picture: ReactNode, refusal?: string) => (
    <label className={`${styles.card} ${refusal === undefined ? '' : styles.refused}`}>
      <input
        className={styles.radio}
        type="radio"
        name={id}
        value={own}
        checked={view === own}
        aria-disabled={refusal !== undefined || undefined}
        aria-labelledby={`${id}${own}`}
        aria-describedby={`${id}${own}text`}
        onChange={() => {
          if (refusal === undefined) onChange(own);
        }}
      />
      {picture}
      <b id={`${id}${own}`} className={styles.name}>{label}</b>
      <span id={`${id}${own}text`} className={styles.text}>
        {text}{' '}
        {refusal !== undefined && <span className={styles.reason}>{refusal}</span>}
      </span>
    </label>
  );
  return (
    <fieldset aria-describedby={`${id}hint`}>
      <legend className={styles.legend}>{words(say.viewQuestion)}</legend>
      <p id={`${id}hint`} className={styles.hint}>{words(say.viewHint)}</p>
      <div className={styles.cards}>
        {card('2d', words(say.view2d), words(say.view2dText), <Picture2d />)}
        {card('3d', words(say.view3d), words(say.view3dText), <Picture3d />, webgl ? undefined : words(say.noWebgl))}
      </div>
    </fieldset>
  );
}
