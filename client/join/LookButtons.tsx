import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import styles from './Join.module.css';
import { say } from './look.words.ts';
import type { LookDraft } from './useLookDraft.ts';

/** Surprise me and Undo, under the figure they change. */
export function LookButtons({ draft }: { readonly draft: LookDraft }) {
  const words = useWords();
  return (
    <div className={styles.lookButtons}>
      <Button icon="shuffle" onPress={draft.surprise}>{words(say.surprise)}</Button>
      <Button icon="arrow-u-up-left" iconFlips onPress={draft.undo} refusal={draft.canUndo ? undefined : words(say.nothingToUndo)}>
        {words(say.undo)}
      </Button>
    </div>
  );
}
