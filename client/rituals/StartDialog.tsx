import { useEffect, useState } from 'react';
import { faultless } from '#shared/rituals/lead.capabilities.ts';
import { estimate, type Script } from '#shared/rituals/script.ts';
import { parseScript, readScript } from '#shared/rituals/script.faults.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { rituals as say } from './rituals.words.ts';
import { templatesIn } from './templates.ts';
import styles from './Ritual.module.css';
import { toRitual } from './toRitual.ts';
import { permitWords, useRitualActs } from './useRitual.ts';

/** A template as it is changed, and as it is read. */
interface Template {
  readonly given: unknown;
  readonly script: Script;
}

/** The templates: each is started by one press, or changed first, as its JSON. */
export default function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, tell } = useVisit();
  const people = useHearth(({ facts }) => facts.people.size);
  const { refusalOf, perform } = useRitualActs();
  const [templates, setTemplates] = useState<readonly Template[]>([]);
  const [changed, setChanged] = useState<{ readonly title: string; readonly text: string }>();
  useEffect(() => {
    const read = (given: unknown): readonly Template[] => {
      const { script } = readScript(given);
      return script ? [{ given, script }] : [];
    };
    void templatesIn(words.locale).then((all) => setTemplates(all.flatMap(read)));
  }, [words]);
  const start = async (script: unknown): Promise<void> => {
    if (!(await perform('ritual.start', { script }))) return;
    onClose();
    toRitual('anywhere');
  };
  const submit = (): void => {
    if (!changed) return;
    const { script, faults = [] } = parseScript(changed.text);
    if (script) void start(script);
    else tell(permitWords(words, faultless(faults)) ?? '');
  };
  return (
    <Dialog title={words(say.startTitle, { room: words.named(hearth.layout.name) })} size="wide" onClose={onClose}>
      {changed ? (
        <form className={forms.form} onSubmit={(event) => { event.preventDefault(); submit(); }}>
          <TextArea label={words(say.scriptOf, { title: changed.title })} hint={words(say.scriptHint)} rows={16} value={changed.text} onChange={(text) => setChanged({ ...changed, text })} />
          <div className={forms.foot}>
            <Button onPress={() => setChanged(undefined)}>{words(say.cancel)}</Button>
            <Button type="submit" variant="primary">{words(say.startOne, { title: changed.title })}</Button>
          </div>
        </form>
      ) : (
        <div className={forms.form}>
          <ul className={forms.list}>
            {templates.map(({ given, script }) => (
              <li key={script.title}>
                <div className={styles.template} lang={script.language}>
                  <h3>{script.title}</h3>
                  <p>{script.purpose}</p>
                </div>
                <p className={forms.means}>{words(say.aboutSteps, { steps: script.steps.length, minutes: Math.round(estimate(script, people)) })}</p>
                <div className={styles.verbs}>
                  <Button variant="primary" refusal={refusalOf('ritual.start', { script })} onRefused={tell} onPress={() => void start(script)}>{words(say.startOne, { title: script.title })}</Button>
                  <Button variant="quiet" onPress={() => setChanged({ title: script.title, text: JSON.stringify(given, undefined, 2) })}>{words(say.changeFirst, { title: script.title })}</Button>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
