import { CodeField } from '#client/door/CodeField.tsx';
import { page } from './local.words.ts';
import { Notice } from './Notice.tsx';
import { useWords } from './WordsProvider.tsx';

/** For a browser that nobody knows yet: it needs a link, or the code of one. */
export default function NeedLink({ community }: { readonly community: string }) {
  const words = useWords();
  return (
    <Notice title={words(page.needLink)}>
      <p>{words(page.needLinkWhy, { community })}</p>
      <CodeField />
    </Notice>
  );
}
