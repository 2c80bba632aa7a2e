import { lazy, Suspense, useRef, useState } from 'react';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Button } from '#client/ui/Button.tsx';

// Menus are heavy, and wanted by whoever opens one.
const Reactions = lazy(() => import('./Reactions.tsx'));

/** Every gesture behind one button of the tray. */
export function ReactMenu() {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} icon="smiley" aria-haspopup="menu" aria-expanded={open} onPress={() => setOpen(!open)}>{words(page.react)}</Button>
      {open && <Boundary fallback={null}><Suspense><Reactions trigger={button} onClose={() => setOpen(false)} /></Suspense></Boundary>}
    </>
  );
}
