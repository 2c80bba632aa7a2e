import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { rituals as say } from './rituals.words.ts';

export interface AskingProps {
  readonly title: string;
  /** What the field asks for; without it nothing is to be written. */
  readonly label?: string;
  readonly most?: number;
  /** Whom it may be about, where it is about somebody. */
  readonly people?: readonly { readonly value: string; readonly label: string }[];
  /** What the button says that does it. */
  readonly act?: string;
  /** What the other button says. */
  readonly not?: string;
  readonly children?: ReactNode;
  readonly onSubmit: (text: string, person: string) => void;
  readonly onClose: () => void;
}

/** A question before something is done: a text, somebody, or whether to. */
export default function Asking({ title, label, most = 500, people, act, not, children, onSubmit, onClose }: AskingProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const [person, setPerson] = useState(people?.[0]?.value ?? '');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const timer = requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('select, textarea, button')?.focus());
    return () => cancelAnimationFrame(timer);
  }, []);
  const submit = (): void => {
    if (label !== undefined && text.trim() === '') return;
    onClose();
    onSubmit(text, person);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} className={forms.form} onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {children}
        {people && <Select label={words(say.whom)} value={person} options={people} onChange={setPerson} />}
        {label !== undefined && <TextArea label={label} rows={4} value={text} onChange={setText} maxLength={most} />}
        <div className={forms.foot}>
          <Button onPress={onClose}>{not ?? words(say.cancel)}</Button>
          <Button type="submit" variant="primary">{act ?? words(say.send)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
