import { useEffect, useState } from 'react';
import { speak } from '#client/announce/live.ts';

/** How long (ms) something may take before one is told of it, and before another way is offered. */
const TOLD_AFTER = 1_000;
const OFFERED_AFTER = 5_000;

/** Says once, politely, what takes longer than a second. */
export const useSaidIfSlow = (text: string | undefined): void => {
  useEffect(() => {
    if (text === undefined) return;
    const timer = setTimeout(() => speak(text, 'polite'), TOLD_AFTER);
    return () => clearTimeout(timer);
  }, [text]);
};

/** Whether something has taken so long that another way should be offered. */
export const useTakesLong = (isRunning: boolean): boolean => {
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!isRunning) return;
    const timer = setTimeout(() => setLong(true), OFFERED_AFTER);
    return () => clearTimeout(timer);
  }, [isRunning]);
  return long;
};
