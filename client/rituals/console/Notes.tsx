import { useState } from 'react';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { LONGEST_NOTE } from '#shared/rituals/lead.capabilities.ts';
import { textKey } from '#shared/rituals/texts.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import styles from '../Ritual.module.css';
import { RitualVerb } from '../RitualVerb.tsx';
import { useTexts } from '../texts.ts';
import { useRitualActs, type Rite } from '../useRitual.ts';
import desk from './Console.module.css';
import { desk as say } from './console.words.ts';

/** RI27. What those who run the ritual write for themselves. */
export function Notes({ rite: { run, setting }, isOpen }: { readonly rite: Rite; readonly isOpen: boolean }) {
  const words = useWords();
  const { perform } = useRitualActs();
  const [text, setText] = useState('');
  const mark = textKey.note(run, '');
  const notes = [...useTexts()].filter(([key, note]) => key.startsWith(mark) && note !== '');
  const readers = setting.here.filter(({ id, rank }) => rank === 'runs' && id !== setting.by.id).map(({ name }) => name);
  const keep = async (): Promise<void> => {
    if (text.trim() !== '' && (await perform('ritual.note', { text }))) setText('');
  };
  return (
    <details className={isOpen ? `${styles.desk} ${desk.box}` : styles.desk} open={isOpen}>
      <summary>{words(say.notes)} ({notes.length})</summary>
      <p className={styles.word}>{readers.length === 0 ? words(say.alone) : words(say.shared, { names: words.list(readers) })}</p>
      <ul className={styles.written}>
        {notes.map(([key, note]) => (
          <li key={key}>{note} <RitualVerb id="ritual.unnote" payload={{ note: key.slice(mark.length) }} variant="quiet" icon="x" aria-label={words(say.removeNote, { text: note })} /></li>
        ))}
      </ul>
      <form onSubmit={(event) => { event.preventDefault(); void keep(); }}>
        <TextArea label={words(say.note)} rows={2} value={text} onChange={setText} maxLength={LONGEST_NOTE} />
        <span data-capability="ritual.note"><Button type="submit">{words(ritualCapabilityOf('ritual.note').label)}</Button></span>
      </form>
    </details>
  );
}
