import { useRef } from 'react';
import { draftOf, rawOf, type Draft } from '#shared/rituals/plan.ts';
import { parseScript, sayFault } from '#shared/rituals/script.faults.ts';
import { useVisit } from '#client/app/context.tsx';
import { download, fileName } from '#client/app/download.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './Plan.module.css';
import { plan as say } from './plan.words.ts';

/** A file may be as large as this (bytes): what a script may be, indented. */
const LARGEST_FILE = 200_000;

/** What few need: the script as a file, one from a file, and the language its words are in. */
export function Files({ draft, error, onChange, onTaken }: { readonly draft: Draft; readonly error: string | undefined; readonly onChange: (draft: Draft) => void; readonly onTaken: (draft: Draft) => void }) {
  const words = useWords();
  const { tell } = useVisit();
  const chooser = useRef<HTMLInputElement>(null);
  const keep = (): void => download(new Blob([JSON.stringify(rawOf(draft), undefined, 2)], { type: 'application/json' }), fileName(draft.title, 'json', 'ritual'));
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > LARGEST_FILE) return tell(words(say.tooLarge));
    const { script, faults = [] } = parseScript(await file.text());
    const [first] = faults;
    if (!script) return tell(words(say.notTaken, { fault: first ? sayFault(first) : '' }));
    onTaken(draftOf(script));
    tell(words(say.taken, { title: script.title }));
  };
  return (
    <details className={styles.files} open={error === undefined ? undefined : true}>
      <summary>{words(say.advanced)}</summary>
      <TextField label={words(say.fieldLanguage)} hint={words(say.languageHint)} value={draft.language} onChange={(language) => onChange({ ...draft, language })} error={error} />
      <p className={styles.word}>{words(say.fileHint)}</p>
      <div className={styles.verbs}>
        <Button onPress={keep}>{words(say.toFile)}</Button>
        <Button onPress={() => chooser.current?.click()}>{words(say.fromFile)}</Button>
        <input ref={chooser} type="file" accept=".json,application/json" hidden onChange={({ currentTarget }) => { void take(currentTarget.files?.[0]); currentTarget.value = ''; }} />
      </div>
    </details>
  );
}
