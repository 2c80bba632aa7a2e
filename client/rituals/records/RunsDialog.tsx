import { useEffect, useState } from 'react';
import type { RunEntry } from '#shared/rituals/kept.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { askRuns } from './ask.ts';
import { Kept } from './Kept.tsx';
import styles from './Record.module.css';
import { records as say } from './records.words.ts';

/** The rituals that were held in this room, of which one may read the record: without leaving the room. */
export default function RunsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, tell } = useVisit();
  const [runs, setRuns] = useState<readonly RunEntry[]>();
  const [open, setOpen] = useState<string>();
  const look = async (): Promise<void> => {
    const asked = await askRuns(hearth.layout.id);
    if (asked && 'answer' in asked) setRuns(asked.answer);
    else tell(words(say.failed));
  };
  useEffect(() => void look(), []);
  const toList = (): void => {
    setOpen(undefined);
    void look();
  };
  return (
    <Dialog title={words(say.title, { room: words.named(hearth.layout.name) })} size="wide" onClose={onClose}>
      <div className={forms.form} tabIndex={0} role="region" aria-label={words(say.title, { room: words.named(hearth.layout.name) })}>
        {open === undefined ? (
          <>
            {runs?.length === 0 && <p>{words(say.none)}</p>}
            <ul className={styles.runs}>
              {runs?.map(({ id, title, endedAt }) => <li key={id}><Button onPress={() => setOpen(id)}>{title}</Button> <span className={styles.word}>{words(say.ended, { at: endedAt })}</span></li>)}
            </ul>
          </>
        ) : (
          <div className={styles.kept}>
            <Button variant="quiet" icon="arrow-left" autoFocus onPress={toList}>{words(say.back)}</Button>
            <Kept run={open} tell={tell} onLeft={toList} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
