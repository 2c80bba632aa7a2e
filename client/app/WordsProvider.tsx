import { createContext, use, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Locale, Translation } from './locales/locale.ts';
import { createWords, type Words } from './words.ts';

const WordsContext = createContext<Words | undefined>(undefined);

/** Gives a language to everything inside, react-aria's own reading direction and collation included. */
export function WordsProvider({ locale, translation, children }: { readonly locale: Locale; readonly translation?: Translation; readonly children: ReactNode }) {
  const words = useMemo(() => createWords(locale, translation), [locale, translation]);
  return (
    <WordsContext value={words}>
      <I18nProvider locale={words.tag}>{children}</I18nProvider>
    </WordsContext>
  );
}

/** The one way from a message to a string: `const words = useWords(); words(message, values)`. */
export const useWords = (): Words => {
  const words = use(WordsContext);
  if (!words) throw new Error('useWords needs a WordsProvider above it');
  return words;
};
