import { useEffect, useState } from 'react';
import type { Coming } from '#shared/rituals/coming.ts';
import { fetchAsMe } from '#client/app/asMe.ts';
import { isRecord } from '#client/app/shape.ts';
import { ComingLine } from './ComingLine.tsx';
import styles from './Coming.module.css';

/** Whoever is out of every room learns so often (ms) of what is planned since. */
const ASK_EVERY = 60_000;

const askComing = async (): Promise<readonly Coming[]> => {
  try {
    const answer: unknown = await (await fetchAsMe('/api/rituals')).json();
    return isRecord(answer) && Array.isArray(answer['rituals']) ? (answer['rituals'] as readonly Coming[]) : [];
  } catch {
    return [];
  }
};

/** RI30. What is planned next, at a board. */
export default function ComingThere() {
  const [next, setNext] = useState<Coming>();
  useEffect(() => {
    const ask = (): void => void askComing().then(([first]) => setNext(first));
    ask();
    const timer = setInterval(ask, ASK_EVERY);
    return () => clearInterval(timer);
  }, []);
  return next ? <div className={styles.alone}><ComingLine {...next} now={Date.now} /></div> : null;
}
