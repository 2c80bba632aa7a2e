import type { DraftStep } from '#shared/rituals/plan.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './Plan.module.css';
import { plan as say } from './plan.words.ts';

type Charter = DraftStep['charter'];

/** RI13. The charter of a pledge: its title, its version, and its sections. */
export function CharterFields({ charter, faultOf, onChange }: { readonly charter: Charter; readonly faultOf: (field: string) => string | undefined; readonly onChange: (charter: Charter) => void }) {
  const words = useWords();
  const { sections } = charter;
  const section = (at: number, change: Partial<Charter['sections'][number]>): void => onChange({ ...charter, sections: sections.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <fieldset className={styles.charter}>
      <legend>{words(say.charter)}</legend>
      <div className={styles.pair}>
        <TextField label={words(say.charterTitle)} value={charter.title} onChange={(title) => onChange({ ...charter, title })} error={faultOf('charter.title')} />
        <TextField label={words(say.charterVersion)} value={charter.version} onChange={(version) => onChange({ ...charter, version })} error={faultOf('charter.version')} />
      </div>
      {sections.map(({ heading, text }, at) => (
        // A section has nothing of its own but its place.
        <div key={at} className={styles.section}>
          <TextField label={words(say.heading, { section: at + 1 })} value={heading} onChange={(changed) => section(at, { heading: changed })} error={faultOf(`charter.sections.${at + 1}.heading`)} />
          <TextArea label={words(say.text, { section: at + 1 })} rows={3} value={text} onChange={(changed) => section(at, { text: changed })} error={faultOf(`charter.sections.${at + 1}.text`)} />
          {sections.length > 1 && <Button variant="quiet" onPress={() => onChange({ ...charter, sections: sections.toSpliced(at, 1) })}>{words(say.removeSection, { section: at + 1 })}</Button>}
        </div>
      ))}
      <Button onPress={() => onChange({ ...charter, sections: [...sections, { heading: '', text: '' }] })}>{words(say.addSection)}</Button>
    </fieldset>
  );
}
