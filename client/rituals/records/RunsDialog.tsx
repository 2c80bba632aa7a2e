import { useEffect, useRef, useState } from 'react';
import type { RunEntry } from '#shared/rituals/kept.ts';
import { ritualRefusalKinds } from '#shared/rituals/ritual.registry.ts';
import { useVisit } from '#client/app/context.tsx';
import { refusalWords } from '#client/app/offers.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { afterFocusReturned } from '#client/ui/afterFocus.ts';
import { askRuns } from './ask.ts';
import { Kept } from './Kept.tsx';
import styles from './Record.module.css';
import { records as say } from './records.words.ts';

/** The rituals that were held in this room, of which one may read the record: without leaving the room. */
export default function RunsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, tell } = useVisit();
  const [runs, setRuns] = useState<readonly RunEntry[]>();
  /** Why there is no list, in words. */
  const [failed, setFailed] = useState<string>();
  const [open, setOpen] = useState<string>();
  const body = useRef<HTMLDivElement>(null);
  const look = async (): Promise<void> => {
    const asked = await askRuns(hearth.layout.id);
    if (asked && 'answer' in asked) {
      setRuns(asked.answer);
      return setFailed(undefined);
    }
    const why = asked ? refusalWords(words, asked.refusal, ritualRefusalKinds) : words(say.listFailed);
    setFailed(why);
    tell(why);
  };
  const again = async (): Promise<void> => {
    await look();
    // The button that asked goes with an answer.
    afterFocusReturned(() => document.activeElement === document.body && body.current?.focus());
  };
  useEffect(() => void look(), []);
  const toList = (): void => {
    setOpen(undefined);
    void look();
  };
  return (
    <Dialog title={words(say.title, { room: words.named(hearth.layout.name) })} size="wide" onClose={onClose}>
      <div ref={body} className={forms.form} tabIndex={0} role="region" aria-label={words(say.title, { room: words.named(hearth.layout.name) })}>
        {open === undefined ? (
          <>
            {failed !== undefined && <><p>{failed}</p><div><Button onPress={() => void again()}>{words(say.again)}</Button></div></>}
            {failed === undefined && runs === undefined && <p>{words(say.openingList)}</p>}
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
