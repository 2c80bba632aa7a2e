import { useState } from 'react';
import { readsRun } from '#shared/rituals/held.ts';
import { recordOf } from '#shared/rituals/record.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Export } from './records/Export.tsx';
import { Record } from './records/Record.tsx';
import { records } from './records/records.words.ts';
import { rituals as say } from './rituals.words.ts';
import styles from './Ritual.module.css';
import type { Rite } from './useRitual.ts';

/** What a ritual that has ended leaves, as long as no other is held here; its own page has it after that. */
export function Ended({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const { tell } = useVisit();
  const [isOpen, setOpen] = useState(false);
  const record = readsRun(run, setting.by) ? recordOf(run) : undefined;
  if (!record) return <p>{words(say.ended)}</p>;
  return (
    <>
      <p>{words(say.ended)}</p>
      <div className={styles.verbs}>
        <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{words(isOpen ? records.fold : records.read)}</Button>
        <a href={`/run/${run.id}`}>{words(records.address)}</a>
      </div>
      {isOpen && <Record record={record} />}
      {isOpen && setting.by.rank === 'runs' && <Export record={record} tell={tell} />}
    </>
  );
}
