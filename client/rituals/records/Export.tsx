import { useState } from 'react';
import type { RunRecord } from '#shared/rituals/record.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import styles from './Record.module.css';
import { recordMarkdown } from './recordMarkdown.ts';
import { records as say } from './records.words.ts';

/** Gives the browser a file to keep. */
const download = (name: string, type: string, text: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** A file's name from a title, with the day in front. */
export const fileName = ({ title, endedAt }: Pick<RunRecord, 'title' | 'endedAt'>, ending: string): string => {
  const letters = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${new Date(endedAt).toISOString().slice(0, 10)}-${letters || 'ritual'}.${ending}`;
};

/** The record as files, and in the clipboard. */
export function Export({ record, tell }: { readonly record: RunRecord; readonly tell: (text: string) => void }) {
  const words = useWords();
  const [isByHand, setByHand] = useState(false);
  const markdown = recordMarkdown(record, words);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(markdown);
      tell(words(say.copied));
    } catch {
      setByHand(true);
      tell(words(say.copyYourself));
    }
  };
  return (
    <>
      <div className={styles.verbs}>
        <Button onPress={() => download(fileName(record, 'md'), 'text/markdown', markdown)}>{words(say.markdown)}</Button>
        <Button onPress={() => download(fileName(record, 'json'), 'application/json', `${JSON.stringify(record, undefined, 2)}\n`)}>{words(say.json)}</Button>
        <Button icon="copy" onPress={() => void copy()}>{words(say.copy)}</Button>
      </div>
      {isByHand && <TextArea label={words(say.asMarkdown)} rows={8} value={markdown} />}
    </>
  );
}
