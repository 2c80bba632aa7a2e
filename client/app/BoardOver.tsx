import { lazy, Suspense, useEffect, useRef } from 'react';
import { Boundary } from '#client/ui/Boundary.tsx';
import { changePage, useHearth, useVisit } from './context.tsx';
import { page } from './local.words.ts';
import { Notice } from './Notice.tsx';
import { DialogFailed, OpeningDialog } from './Opening.tsx';
import { useWords } from './WordsProvider.tsx';

const BoardPage = lazy(() => import('#client/boards/BoardPage.tsx'));
const MicrophoneBar = lazy(() => import('#client/voice/MicrophoneBar.tsx'));
const MicrophoneDialog = lazy(() => import('#client/voice/MicrophoneDialog.tsx'));

/** A board in the place of the room, in which one still is, and is heard. The browser's own way back leads to the room, too. */
export function BoardOver({ board, isDialogOpen }: { readonly board: string; /** Microphone and speakers, over the board. */ readonly isDialogOpen: boolean }) {
  const words = useWords();
  const visit = useVisit();
  const hasVoice = useHearth(({ facts }) => facts.voice !== '');
  const isLeaving = useRef(false);
  const close = () => changePage(visit, { overlay: undefined });
  // A second press must not lead out of Hearth.
  const leave = () => {
    if (!isLeaving.current) history.back();
    isLeaving.current = true;
  };
  useEffect(() => {
    history.pushState(null, '');
    addEventListener('popstate', close);
    return () => removeEventListener('popstate', close);
  }, []);
  return (
    <>
      {hasVoice && <Boundary fallback={null}><Suspense><MicrophoneBar /></Suspense></Boundary>}
      <Boundary fallback={<DialogFailed onFailed={leave} />}>
        <Suspense fallback={<Notice title={words(page.entering)} busy />}><BoardPage board={board} onBack={leave} /></Suspense>
      </Boundary>
      {isDialogOpen && <Boundary fallback={null}><Suspense fallback={<OpeningDialog />}><MicrophoneDialog onClose={() => changePage(visit, { overlay: { kind: 'board', board } })} /></Suspense></Boundary>}
    </>
  );
}
