import { lazy, Suspense, useState } from 'react';
import { OpeningDialog } from '#client/app/Opening.tsx';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { useSelected } from '#client/net/store.ts';
import places from '#client/place/Places.module.css';
import { Button } from '#client/ui/Button.tsx';
import { charterOf } from './charter.ts';
import { record, records as say } from './records.words.ts';

const CharterDialog = lazy(() => import('./CharterDialog.tsx'));

/** The charter among the places of the Commons: what it is called, how many signed it, and the way to all of its words. */
export default function CharterPlace() {
  const words = useWords();
  const page = useSelected(charterOf(useVisit().hearth), (state) => state.page);
  const [isOpen, setOpen] = useState(false);
  if (!page) return null;
  const { charter, language, signed, isMine } = page;
  return (
    <>
      <div className={places.place}>
        <div className={places.text}>
          <h3>{words(say.charterTitle)}</h3>
          <p className={places.about}><span lang={language}>{words(record.charter, { title: charter.title, version: charter.version })}</span>. {words(say.signedCount, { count: signed.length })} {isMine && words(say.youSigned)}</p>
        </div>
        <Button onPress={() => setOpen(true)}>{words(say.readIt)}</Button>
      </div>
      {isOpen && <Suspense fallback={<OpeningDialog />}><CharterDialog page={page} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
