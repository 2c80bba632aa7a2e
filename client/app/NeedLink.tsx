import { useState } from 'react';
import { invitations } from '#client/invitations/invitations.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { page } from './local.words.ts';
import { Notice } from './Notice.tsx';
import styles from './Notice.module.css';
import { useWords } from './WordsProvider.tsx';

/** For a browser that nobody knows yet: it needs a link, or the code of one. */
export default function NeedLink({ community }: { readonly community: string }) {
  const words = useWords();
  const [code, setCode] = useState('');
  return (
    <Notice title={words(page.needLink)}>
      <p>{words(page.needLinkWhy, { community })}</p>
      <form
        className={styles.code}
        onSubmit={(event) => {
          event.preventDefault();
          const typed = code.replace(/[^a-z0-9]/gi, '');
          if (typed !== '') location.assign(`/join#${typed}`);
        }}
      >
        <TextField label={words(invitations.haveCode)} hint={words(invitations.haveCodeHint)} value={code} onChange={setCode} maxLength={12} autoComplete="off" />
        <Button type="submit" variant="primary">{words(invitations.openCode)}</Button>
      </form>
    </Notice>
  );
}
