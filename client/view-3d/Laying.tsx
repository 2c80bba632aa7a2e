import { useState } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useSaidIfSlow, useTakesLong } from '#client/app/progress.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Flame } from '#client/ui/Flame.tsx';
import styles from './Laying.module.css';
import { room3d as say } from './room3d.words.ts';

/** Over the bare sky until the room is drawn. All that is beside the picture works meanwhile. */
export function Laying({ isDone }: { readonly isDone: boolean }) {
  const words = useWords();
  const { hearth, setView } = useVisit();
  const text = words(say.laying, { room: hearth.layout.name });
  const isLong = useTakesLong(!isDone);
  const [held, setHeld] = useState(false);
  useSaidIfSlow(isDone ? undefined : text);
  // Not from under somebody's focus.
  if (isDone && !held) return null;
  return (
    <section className={styles.laying} aria-label={text} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <p className={styles.text}><Flame size={1.5} /> {text}</p>
      {(isLong || held) && <><p>{words(say.layingLong)}</p><Button onPress={() => setView('2d')}>{words(page.switchTo2d)}</Button></>}
    </section>
  );
}
