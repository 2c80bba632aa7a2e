import { useState } from 'react';
import { readsRun } from '#shared/rituals/held.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Kept } from './records/Kept.tsx';
import { records } from './records/records.words.ts';
import { rituals as say } from './rituals.words.ts';
import type { Rite } from './useRitual.ts';

/** What a ritual that has ended leaves, as long as no other is held here; its own page has it after that. */
export function Ended({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const { tell } = useVisit();
  const [isOpen, setOpen] = useState(false);
  // RI24. Of one that never began, or that companions held among themselves, there is none.
  const isKept = run.startedAt !== null && run.people.some(({ companion }) => !companion);
  return (
    <>
      <p>{words(say.ended)}</p>
      {isKept && readsRun(run, setting.by) && <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{words(isOpen ? records.fold : records.read)}</Button>}
      {isOpen && <Kept run={run.id} tell={tell} onLeft={() => setOpen(false)} />}
    </>
  );
}
