import { useEffect } from 'react';
import { Button } from '#client/ui/Button.tsx';
import { changePage, useVisit } from './context.tsx';
import { page } from './local.words.ts';
import { Notice } from './Notice.tsx';
import { useTakesLong } from './progress.ts';
import { useWords } from './WordsProvider.tsx';

const TOLD_AFTER = 1_000;

/** Stands in for the 3D view while it is fetched; where that takes long, the other view is a press away. */
export function Opening3d() {
  const words = useWords();
  const { setView } = useVisit();
  const isLong = useTakesLong(true);
  return (
    <Notice title={words(page.opening3d)} busy>
      {isLong && <><p>{words(page.opening3dLong)}</p><Button onPress={() => setView('2d')}>{words(page.switchTo2d)}</Button></>}
    </Notice>
  );
}

/** Stands in for a dialog while it is fetched: nothing, or after a second a word, which goes when it has opened. */
export function OpeningDialog() {
  const words = useWords();
  const visit = useVisit();
  useEffect(() => {
    let told: number | undefined;
    const timer = setTimeout(() => {
      visit.tell(words(page.openingDialog));
      told = visit.page.current.toast?.key;
    }, TOLD_AFTER);
    return () => {
      clearTimeout(timer);
      if (told !== undefined && visit.page.current.toast?.key === told) changePage(visit, { toast: undefined });
    };
  }, []);
  return null;
}

/** In the place of a dialog that failed: says so, and closes it. */
export function DialogFailed({ onFailed }: { readonly onFailed: () => void }) {
  const words = useWords();
  const { tell } = useVisit();
  useEffect(() => {
    tell(words(page.crashed));
    onFailed();
  }, []);
  return null;
}
