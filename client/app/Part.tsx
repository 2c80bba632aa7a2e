import { useState, type ReactNode } from 'react';
import type { Message } from '#shared/kernel/message.ts';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Button } from '#client/ui/Button.tsx';
import { page } from './local.words.ts';
import { useWords } from './WordsProvider.tsx';

/** A part of the page: where it fails the others go on, and it can be shown again. */
export function Part({ name, children }: { readonly name: Message; readonly children: ReactNode }) {
  const words = useWords();
  const [shown, setShown] = useState(0);
  const failed = (
    <section className="card" aria-label={words(name)}>
      <p>{words(page.partFailed, { part: name })}</p>
      <Button onPress={() => setShown(shown + 1)}>{words(page.showAgain)}</Button>
    </section>
  );
  return <Boundary key={shown} fallback={failed}>{children}</Boundary>;
}
