import { useWords } from '#client/app/WordsProvider.tsx';
import { faceOf } from '#client/ui/PersonName.tsx';
import { say } from './join.words.ts';
import styles from './Join.module.css';

const named = 5;

/** Who is inside now: how many, and the first names. */
export function Inside({ count, names }: { readonly count: number; readonly names: readonly string[] }) {
  const words = useWords();
  const shown = names.slice(0, named);
  const rest = count - shown.length;
  const all = rest > 0 && shown.length > 0 ? [...shown, words(say.othersInside, { count: rest })] : shown;
  const sentence = words(say.insideNames, { names: words.list(all) });
  return (
    <div className={styles.inside}>
      <p><b>{words(say.inside, { count })}</b></p>
      {count > 0 && all.length > 0 && <p className={faceOf(sentence)}>{sentence}</p>}
    </div>
  );
}
