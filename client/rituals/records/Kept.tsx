import { useCallback, useEffect, useState } from 'react';
import { ritualRefusalKinds } from '#shared/rituals/ritual.registry.ts';
import { FormDialog } from '#client/app/FormDialog.tsx';
import { refusalWords } from '#client/app/offers.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { askRecord, leaveRecord, type Asked, type RecordPage } from './ask.ts';
import { Export } from './Export.tsx';
import { Record } from './Record.tsx';
import styles from './Record.module.css';
import { records as say } from './records.words.ts';

export interface KeptProps {
  readonly run: string;
  readonly isPage?: boolean;
  readonly tell: (text: string) => void;
  /** They are in it no more. */
  readonly onLeft: () => void;
  readonly onRead?: (page: RecordPage) => void;
}

/** The record of a ritual that has ended, fetched: to be read, taken along by whoever runs rituals, and left by whoever is in it. */
export function Kept({ run, isPage = false, tell, onLeft, onRead }: KeptProps) {
  const words = useWords();
  const [asked, setAsked] = useState<Asked<RecordPage> | 'waiting'>('waiting');
  const [isLeaving, setLeaving] = useState(false);
  const look = useCallback(async (): Promise<void> => {
    const found = await askRecord(run);
    setAsked(found);
    if (found && 'answer' in found) onRead?.(found.answer);
  }, [run]);
  useEffect(() => void look(), [look]);
  if (asked === 'waiting') return <p role="status">{words(say.opening)}</p>;
  if (!asked) return <><p role="alert">{words(say.failed)}</p><Button onPress={() => void look()}>{words(say.again)}</Button></>;
  if ('refusal' in asked) return <p role="alert">{refusalWords(words, asked.refusal, ritualRefusalKinds)}</p>;
  const { record, wasThere, notes } = asked.answer;
  const leave = async (): Promise<void> => {
    const left = await leaveRecord(run);
    setLeaving(false);
    if (!left || 'refusal' in left) return tell(left ? refusalWords(words, left.refusal, ritualRefusalKinds) : words(say.failed));
    tell(words(say.left));
    onLeft();
  };
  return (
    <>
      <Record record={record} isPage={isPage} />
      {notes && notes.length > 0 && (
        <section aria-labelledby="record-notes">
          {isPage ? <h2 id="record-notes">{words(say.notes)}</h2> : <h3 id="record-notes">{words(say.notes)}</h3>}
          <p className={styles.word}>{words(say.notesAreYours)}</p>
          <ul className={styles.said}>{notes.map(({ step, text }, at) => <li key={at}>{words(say.noteAt, { step: record.steps[step]?.name ?? '', text })}</li>)}</ul>
        </section>
      )}
      {notes && <Export record={record} tell={tell} />}
      {!isPage && <p><a href={`/run/${run}`}>{words(say.address)}</a></p>}
      {wasThere && <Button variant="quiet" onPress={() => setLeaving(true)}>{words(say.leave)}</Button>}
      {isLeaving && <FormDialog title={words(say.leave)} act={words(say.leave)} onSubmit={() => void leave()} onClose={() => setLeaving(false)}><p>{words(say.leaveMeans)}</p></FormDialog>}
    </>
  );
}
