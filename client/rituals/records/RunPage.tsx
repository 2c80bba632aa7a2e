import { useRef, useState } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { afterFocusReturned } from '#client/ui/afterFocus.ts';
import { Kept } from './Kept.tsx';
import styles from './Record.module.css';
import { records as say } from './records.words.ts';

/** RI24. The page of a ritual that has ended, at an address of its own. */
export default function RunPage({ run }: { readonly run: string }) {
  const words = useWords();
  const [room, setRoom] = useState('');
  const [said, setSaid] = useState('');
  const [isLeft, setLeft] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const leave = (): void => {
    setLeft(true);
    // The record that asked is gone, and with it what had the focus.
    afterFocusReturned(() => heading.current?.focus());
  };
  return (
    <main className={styles.page}>
      <p><a href={`/r/${room}`}>{words(say.toRoom)}</a></p>
      {(isLeft || room === '') && <h1 ref={heading} tabIndex={-1}>{words(say.page)}</h1>}
      <p role="status">{said}</p>
      {!isLeft && (
        <Kept run={run} isPage tell={setSaid} onLeft={leave} onRead={({ room: where, record }) => {
          setRoom(where);
          document.title = record.title;
        }} />
      )}
    </main>
  );
}
