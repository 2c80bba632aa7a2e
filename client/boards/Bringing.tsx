import { useSaidIfSlow } from '#client/app/progress.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { boards as say } from './boards.words.ts';
import { useBoard, useBoardPage } from './visit.ts';
import styles from './Board.module.css';

/** The picture that is on its way, and how far it is: seen at once, said once where it takes long. */
export function Bringing() {
  const words = useWords();
  const bringing = useBoardPage(useBoard(), (state) => state.bringing);
  const text = bringing && words(bringing.share < 1 ? say.bringing : say.reading, { name: bringing.name });
  useSaidIfSlow(bringing && words(say.bringing, { name: bringing.name }));
  return bringing && (
    <p className={styles.bringing}>
      {text} <progress aria-label={text} value={bringing.share < 1 ? bringing.share : undefined} />
    </p>
  );
}
