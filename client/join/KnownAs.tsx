import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { say } from './join.words.ts';
import styles from './Join.module.css';

/** This browser is someone already: go on as them, or be someone else in this tab. */
export function KnownAs({ name, onSomeoneElse }: { readonly name: string; readonly onSomeoneElse: () => void }) {
  const words = useWords();
  return (
    <div className={styles.known}>
      <p className={styles.lead}>{words(say.knownAs, { name })}</p>
      <Button type="submit" variant="primary">{words(say.continueAs, { name })}</Button>
      <Button onPress={onSomeoneElse} aria-describedby="join-someone-else">{words(say.someoneElse)}</Button>
      <p id="join-someone-else" className={styles.hint}>{words(say.someoneElseHint, { name })}</p>
    </div>
  );
}
