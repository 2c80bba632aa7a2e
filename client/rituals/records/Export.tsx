import { useState } from 'react';
import type { RunRecord } from '#shared/rituals/record.ts';
import { copyText } from '#client/app/copyText.ts';
import { download, fileName } from '#client/app/download.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import styles from './Record.module.css';
import { recordMarkdown } from './recordMarkdown.ts';
import { records as say } from './records.words.ts';

/** The record as files, and in the clipboard. */
export function Export({ record, tell }: { readonly record: RunRecord; readonly tell: (text: string) => void }) {
  const words = useWords();
  const [isByHand, setByHand] = useState(false);
  const markdown = recordMarkdown(record, words);
  // The day stands in front: files of one ritual lie in their order.
  const keep = (text: string, type: string, ending: string): void =>
    download(new Blob([text], { type: `${type};charset=utf-8` }), fileName(`${new Date(record.endedAt).toISOString().slice(0, 10)} ${record.title}`, ending));
  const copy = async (): Promise<void> => {
    try {
      await copyText(markdown);
      tell(words(say.copied));
    } catch {
      setByHand(true);
      tell(words(say.copyYourself));
    }
  };
  return (
    <>
      <div className={styles.verbs}>
        <Button onPress={() => keep(markdown, 'text/markdown', 'md')}>{words(say.markdown)}</Button>
        <Button onPress={() => keep(`${JSON.stringify(record, undefined, 2)}\n`, 'application/json', 'json')}>{words(say.json)}</Button>
        <Button icon="copy" onPress={() => void copy()}>{words(say.copy)}</Button>
      </div>
      {isByHand && <TextArea label={words(say.asMarkdown)} rows={8} value={markdown} />}
    </>
  );
}
