import { useState } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { invitations } from '#client/invitations/invitations.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './Door.module.css';

/** Opens the link whose short code one has. */
export function CodeField() {
  const words = useWords();
  const [code, setCode] = useState('');
  return (
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
  );
}
