import { useEffect, useState } from 'react';
import type { Coming } from '#shared/rituals/coming.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from './Coming.module.css';
import { planned as say } from './planned.words.ts';
import { awayWords, dayWords } from './when.ts';

const TICK = 15_000;

/** A planned ritual: what, when by the reader's clock, how far off, and where. It counts down in silence. */
export function ComingLine({ title, language, at, roomName, now }: Pick<Coming, 'title' | 'language' | 'at' | 'roomName'> & { readonly now: () => number }) {
  const words = useWords();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK);
    return () => clearInterval(timer);
  }, []);
  const moment = now();
  const away = awayWords(words, at, moment);
  const when = dayWords(words, at, moment);
  return (
    <p className={styles.line}>
      <strong lang={language}>{title}</strong>:{' '}
      <span role="timer" aria-live="off">{away === undefined ? words(say.late, { when, room: roomName }) : words(say.line, { when, away, room: roomName })}</span>
    </p>
  );
}
