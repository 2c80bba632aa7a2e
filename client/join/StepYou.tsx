import type { ReactNode, RefObject } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { longestCallMe, longestName } from './entry.ts';
import { say } from './join.words.ts';
import styles from './Join.module.css';

export interface You {
  readonly name: string;
  readonly callMe: string;
  readonly pronouns: string;
}

export interface StepYouProps {
  readonly you: You;
  readonly nameError: string | undefined;
  readonly nameField: RefObject<HTMLInputElement | null>;
  readonly onChange: (you: You) => void;
  /** The short way: straight in, with the look that chance drew. */
  readonly skip: ReactNode;
}

/** Name, the short form of it, pronouns. */
export function StepYou({ you, nameError, nameField, onChange, skip }: StepYouProps) {
  const words = useWords();
  return (
    <div className={styles.fields}>
      <p className={styles.lead}>{words(say.leadYou)}</p>
      <TextField
        label={words(say.name)}
        hint={words(say.nameHint)}
        error={nameError}
        value={you.name}
        onChange={(name) => onChange({ ...you, name })}
        maxLength={longestName}
        required
        autoComplete="name"
        inputRef={nameField}
      />
      <div className={styles.pair}>
        <TextField
          label={words(say.callMe)}
          aside={words(say.optional)}
          hint={words(say.callMeHint, { most: longestCallMe })}
          value={you.callMe}
          onChange={(callMe) => onChange({ ...you, callMe })}
          maxLength={longestCallMe}
          autoComplete="nickname"
        />
        <TextField
          label={words(say.pronouns)}
          aside={words(say.optional)}
          hint={words(say.pronounsHint)}
          value={you.pronouns}
          onChange={(pronouns) => onChange({ ...you, pronouns })}
          maxLength={longestName}
          suggestions={[words(say.pronounsThey), words(say.pronounsShe), words(say.pronounsHe)]}
        />
      </div>
      <p className={styles.skip}>{skip}</p>
    </div>
  );
}
