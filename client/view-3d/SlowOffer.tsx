import { useEffect } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { room3d } from './room3d.words.ts';
import styles from './SlowOffer.module.css';

/** Offers the 2D view to whoever's device cannot keep up with the 3D one. It takes no focus, and one may stay. */
export function SlowOffer({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const visit = useVisit();
  useEffect(() => visit.announcer.say(words(room3d.slow), Date.now()), []);
  return (
    <section aria-label={words(room3d.slowTitle)} className={styles.offer}>
      <p>{words(room3d.slow)}</p>
      <div className={styles.ways}>
        <Button onPress={() => visit.setView('2d')}>{words(room3d.slowSwitch)}</Button>
        <Button variant="quiet" onPress={onClose}>{words(room3d.slowStay)}</Button>
      </div>
    </section>
  );
}
