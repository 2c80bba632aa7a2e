import { useEffect, useMemo, useRef } from 'react';
import { changePage, usePage, useVisit } from '#client/app/context.tsx';
import { device } from '#client/app/device.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { steps } from './steps.tsx';
import styles from './Welcome.module.css';
import { welcome as say } from './welcome.words.ts';

/** The step's heading takes focus once nothing else wants it: a dialog that closes gives its own back two frames later. */
const afterDialogs = (run: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(run)));

/**
 * What a newcomer wants to know, in under a minute, with the first things to do. It never takes focus by itself: where it
 * is, is said once. Whoever goes through it is at the heading of each step, and whoever closes it at the room's.
 */
export default function WelcomeCard() {
  const words = useWords();
  const visit = useVisit();
  const shown = usePage(({ welcome }) => welcome);
  const title = useRef<HTMLHeadingElement>(null);
  const card = useRef<HTMLElement>(null);
  const at = Math.min(shown?.step ?? 0, steps.length - 1);
  const step = steps[at] ?? steps[0];
  // Who is here is told as it was when the step began: words that change under one's eyes cannot be read.
  const text = useMemo(() => step?.text(visit, words), [step, visit.view, words]);
  useEffect(() => {
    if (shown && shown.asked > 0) afterDialogs(() => title.current?.focus());
  }, [shown?.asked]);
  useEffect(() => {
    if (shown?.asked === 0) visit.announcer.say(words(say.heard), Date.now());
  }, []);
  if (!shown || !step) return null;

  const go = (to: number) => changePage(visit, { welcome: { step: to, asked: shown.asked + 1 } });
  const close = () => {
    device.welcomed = true;
    const isWithin = card.current?.contains(document.activeElement) === true;
    changePage(visit, { welcome: undefined });
    if (isWithin) document.getElementById('room-title')?.focus();
    visit.tell(words(say.closed));
  };
  const { Acts } = step;
  const isLast = at === steps.length - 1;
  return (
    <section
      ref={card}
      id="welcome"
      tabIndex={-1}
      aria-labelledby="welcome-step"
      className={`card ${styles.welcome}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.body}>
        <div className={styles.text}>
          <p id="welcome-step" className={styles.step}>{words(say.step, { step: at + 1, steps: steps.length })}</p>
          <h2 ref={title} tabIndex={-1} aria-describedby="welcome-text">{step.title(visit, words)}</h2>
          <p id="welcome-text">{text}</p>
        </div>
        <div className={styles.acts} key={at}><Acts /></div>
        <div className={styles.foot}>
          {at > 0 && <Button variant="quiet" onPress={() => go(at - 1)}>{words(say.back)}</Button>}
          {!isLast && <Button variant="quiet" onPress={close}>{words(say.skip)}</Button>}
          <Button variant="primary" onPress={() => (isLast ? close() : go(at + 1))}>{words(isLast ? say.done : say.next)}</Button>
        </div>
      </div>
    </section>
  );
}
