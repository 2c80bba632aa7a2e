import { useEffect, useState } from 'react';
import { estimate } from '#shared/rituals/script.ts';
import { readScript } from '#shared/rituals/script.faults.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { rituals as say } from './rituals.words.ts';
import { templatesIn } from './templates.ts';
import { useRitualActs } from './useRitual.ts';

interface Template {
  readonly title: string;
  readonly purpose: string;
  readonly script: unknown;
  readonly steps: number;
  readonly minutes: number;
}

/** The templates: each is started by one press, or changed first, as its JSON. */
export default function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, tell } = useVisit();
  const people = useHearth(({ facts }) => facts.people.size);
  const { refusalOf, perform } = useRitualActs();
  const [templates, setTemplates] = useState<readonly unknown[]>([]);
  const [changed, setChanged] = useState<{ readonly title: string; readonly text: string }>();
  useEffect(() => void templatesIn(words.locale).then(setTemplates), [words]);
  const start = async (script: unknown): Promise<void> => {
    if (await perform('ritual.start', { script })) onClose();
  };
  const shown = templates.flatMap((given): Template[] => {
    const { script } = readScript(given);
    return script ? [{ title: script.title, purpose: script.purpose, script: given, steps: script.steps.length, minutes: Math.round(estimate(script, people)) }] : [];
  });
  const submit = (): void => {
    if (!changed) return;
    let script: unknown;
    try {
      script = JSON.parse(changed.text);
    } catch {
      // The server says of what is no script where it is none.
      script = changed.text;
    }
    void start(script);
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
            {shown.map(({ title, purpose, script, steps, minutes }) => (
              <li key={title}>
                <div>
                  <h3>{title}</h3>
                  <p>{purpose}</p>
                  <p className={forms.means}>{words(say.aboutSteps, { steps, minutes })}</p>
                </div>
                <Button variant="primary" refusal={refusalOf('ritual.start', { script })} onRefused={tell} onPress={() => void start(script)}>{words(say.startOne, { title })}</Button>
                <Button variant="quiet" onPress={() => setChanged({ title, text: JSON.stringify(script, undefined, 2) })}>{words(say.changeFirst, { title })}</Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
