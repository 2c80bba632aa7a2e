import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { say } from './join.words.ts';
import styles from './Join.module.css';
import view from './StepView.module.css';

export interface KnownAsProps {
  readonly name: string;
  /** How one meets voices, where there are any; nobody needs to open it but who is asked where they are. */
  readonly sound: ReactNode;
  readonly isAsked: boolean;
  /** How often one wanted to go on without saying where one is. */
  readonly wantsVenue: number;
  readonly onSomeoneElse: () => void;
}

/** This browser is someone already: go on as them, or be someone else in this tab. */
export function KnownAs({ name, sound, isAsked, wantsVenue, onSomeoneElse }: KnownAsProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(isAsked);
  useEffect(() => {
    if (wantsVenue > 0) setOpen(true);
  }, [wantsVenue]);
  return (
    <div className={styles.known}>
      <p className={styles.lead}>{words(say.knownAs, { name })}</p>
      {sound && (
        <details open={isOpen} onToggle={({ currentTarget, target }) => target === currentTarget && setOpen(currentTarget.open)}>
          <summary className={view.summary}>{words(say.sound)}</summary>
          {isOpen && sound}
        </details>
      )}
      <Button type="submit" variant="primary">{words(say.continueAs, { name })}</Button>
      <Button onPress={onSomeoneElse} aria-describedby="join-someone-else">{words(say.someoneElse)}</Button>
      <p id="join-someone-else" className={styles.hint}>{words(say.someoneElseHint, { name })}</p>
    </div>
  );
}
