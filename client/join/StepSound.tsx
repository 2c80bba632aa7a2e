import { lazy, Suspense, useId, useState } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { sounds, type Sound } from './entry.ts';
import { sound as say } from './sound.words.ts';
import styles from './StepView.module.css';

const SoundCheck = lazy(() => import('#client/voice/SoundCheck.tsx'));

/** Three equal ways to meet voices, and the check of microphone and speakers for whoever wants it first. */
export default function StepSound({ sound, onChange }: { readonly sound: Sound; readonly onChange: (sound: Sound) => void }) {
  const words = useWords();
  const id = useId();
  const [isChecking, setChecking] = useState(false);
  return (
    <>
      <fieldset aria-describedby={`${id}hint`}>
        <legend className={styles.legend}>{words(say.question)}</legend>
        <p id={`${id}hint`} className={styles.hint}>{words(say.hint)}</p>
        <div className={styles.cards}>
          {sounds.map((one) => (
            <label key={one} className={styles.card}>
              <input className={styles.radio} type="radio" name={id} value={one} checked={sound === one} aria-labelledby={`${id}${one}`} aria-describedby={`${id}${one}text`} onChange={() => onChange(one)} />
              <b id={`${id}${one}`} className={styles.name}>{words(say[one])}</b>
              <span id={`${id}${one}text`} className={styles.text}>{words(say[`${one}Text`])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <details onToggle={({ currentTarget }) => setChecking(currentTarget.open)}>
        <summary className={styles.summary}>{words(say.check)}</summary>
        {isChecking && <Boundary fallback={<p role="alert">{words(say.failed)}</p>}><Suspense><SoundCheck /></Suspense></Boundary>}
      </details>
    </>
  );
}
