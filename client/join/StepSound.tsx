import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { sounds, type Sound } from '#shared/voice/entrance.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { sound as say } from './sound.words.ts';
import styles from './StepView.module.css';

const SoundCheck = lazy(() => import('#client/voice/SoundCheck.tsx'));

export interface Voices {
  readonly sound: Sound;
  /** Where one is together with others, if one is. */
  readonly venue: string;
}

export interface StepSoundProps {
  readonly voices: Voices;
  /** Where others meet, as the link says; empty where it says nothing. */
  readonly offered: string;
  /** How often one wanted to go on without saying where one is. */
  readonly asked: number;
  readonly onChange: (voices: Voices) => void;
}

/** Equal ways to meet voices, one of them for whoever sits together with others, and the check of microphone and speakers for whoever wants it first. */
export default function StepSound({ voices: { sound, venue }, offered, asked, onChange }: StepSoundProps) {
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isChecking, setChecking] = useState(false);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
  // Whoever was asked whether they are there is asked first.
  const order = offered === '' ? sounds : (['room', ...sounds.filter((one) => one !== 'room')] as const);
  const name = (one: Sound) => (one === 'room' && offered !== '' ? words(say.roomAt, { venue: offered }) : words(say[one]));
  return (
    <>
      <fieldset aria-describedby={`${id}hint`}>
        <legend className={styles.legend}>{words(say.question)}</legend>
        <p id={`${id}hint`} className={styles.hint}>{words(say.hint)}</p>
        <div className={`${styles.cards} ${styles.pairs}`}>
          {order.map((one) => (
            <label key={one} className={styles.card}>
              <input className={styles.radio} type="radio" name={id} value={one} checked={sound === one} aria-labelledby={`${id}${one}`} aria-describedby={`${id}${one}text`} onChange={() => onChange({ sound: one, venue: offered || venue })} />
              <b id={`${id}${one}`} className={styles.name}>{name(one)}</b>
              <span id={`${id}${one}text`} className={styles.text}>{words(say[`${one}Text`])}</span>
            </label>
          ))}
        </div>
        {sound === 'room' && offered === '' && (
          <div className={styles.venue}>
            <TextField label={words(say.where)} hint={words(say.whereHint)} error={asked > 0 && venue.trim() === '' ? words(say.whereNeeded) : undefined} value={venue} onChange={(where) => onChange({ sound, venue: where })} maxLength={40} inputRef={field} required />
          </div>
        )}
      </fieldset>
      <details onToggle={({ currentTarget }) => setChecking(currentTarget.open)}>
        <summary className={styles.summary}>{words(say.check)}</summary>
        {isChecking && <Boundary fallback={<p role="alert">{words(say.failed)}</p>}><Suspense><SoundCheck /></Suspense></Boundary>}
      </details>
    </>
  );
}
