import { useState, type ReactNode } from 'react';
import { FormDialog } from '#client/app/FormDialog.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { rituals as say } from './rituals.words.ts';
import { toRitual } from './toRitual.ts';

export interface AskingProps {
  readonly title: string;
  /** What is to be written, of how many characters at most; without it nothing is. */
  readonly text?: { readonly label: string; readonly most: number };
  /** Whom it may be about, where it is about somebody. */
  readonly people?: readonly { readonly value: string; readonly label: string }[];
  /** What the button says that does it. */
  readonly act?: string;
  /** What the other button says. */
  readonly not?: string;
  readonly children?: ReactNode;
  /** Whether it was done: refused, the text stays. */
  readonly onSubmit: (text: string, person: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A question before something is done: a text, somebody, or whether to. */
export function Asking({ title, text: field, people, act, not, children, onSubmit, onClose }: AskingProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const [person, setPerson] = useState(people?.[0]?.value ?? '');
  const submit = async (): Promise<void> => {
    if (field && text.trim() === '') return;
    if (!(await onSubmit(text, person))) return;
    onClose();
    // What was done may have taken the button that asked with it.
    toRitual();
  };
  return (
    <FormDialog title={title} act={act ?? words(say.send)} not={not} onSubmit={() => void submit()} onClose={onClose}>
      {children}
      {people && <Select label={words(say.whom)} value={person} options={people} onChange={setPerson} />}
      {field && <TextArea label={field.label} rows={4} value={text} onChange={setText} maxLength={field.most} />}
    </FormDialog>
  );
}
