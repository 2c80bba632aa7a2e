import { useEffect, useState } from 'react';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { sameContent } from '#client/net/store.ts';
import { useHearth, usePage, useVisit } from './context.tsx';
import styles from './ConnectionBanner.module.css';
import { page } from './local.words.ts';
import { refusalWords } from './offers.ts';
import { useWords } from './WordsProvider.tsx';

/** What is wrong with the connection, what is done about it, and what one can do. Nothing while all is well. */
export function ConnectionBanner() {
  const words = useWords();
  const { hearth } = useVisit();
  const connection = useHearth((state) => ({ ...state.connection }), sameContent);
  const back = usePage((state) => state.back);
  const now = useSecond(connection.status === 'lost');
  if (connection.status === 'here' && back !== undefined) return <section className={styles.banner} aria-label={words(page.connection)}><Icon name="check" /><p>{back}</p></section>;
  if (connection.status === 'here' || connection.status === 'joining') return null;
  if (connection.status === 'lost') {
    const time = words.time(connection.since);
    const seconds = Math.max(0, Math.ceil((connection.retryAt - now) / 1000));
    return (
      <section className={styles.banner} aria-label={words(page.connection)}>
        <Icon name="wifi-slash" />
        <p>{words(page.lost, { time, seconds })}</p>
        <Button onPress={() => void hearth.join()}>{words(page.tryNow)}</Button>
      </section>
    );
  }
  const { code } = connection.refusal;
  const mayTryAgain = code === 'entry.full' || code === 'entry.tooManyTabs';
  return (
    <section className={styles.banner} aria-label={words(page.connection)}>
      <Icon name="warning" />
      <p>{refusalWords(words, connection.refusal)}</p>
      {mayTryAgain || code === 'entry.stranger'
        ? <Button onPress={() => (mayTryAgain ? void hearth.join() : location.assign('/'))}>{words(mayTryAgain ? page.tryAgain : page.toJoin)}</Button>
        : <Button variant="primary" onPress={() => location.reload()}>{words(page.reload)}</Button>}
    </section>
  );
}

/** The time, anew each half second while it is looked at. */
const useSecond = (running: boolean): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  return now;
};
