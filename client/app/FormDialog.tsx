import { useEffect, useRef, type ReactNode } from 'react';
import forms from '#client/moderation/Form.module.css';
import { moderation } from '#client/moderation/moderation.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { useWords } from './WordsProvider.tsx';

export interface FormDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly act: string;
  /** What the other button says, where it is not Cancel. */
  readonly not?: string | undefined;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that asks for something and does it. */
export function FormDialog({ title, act, not, onSubmit, onClose, children }: FormDialogProps) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  // One came to write, choose or answer: the dialog itself would take focus to its Close.
  useEffect(() => {
    const timer = requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus());
    return () => cancelAnimationFrame(timer);
  }, []);
  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} className={forms.form} onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
        {children}
        <div className={forms.foot}>
          <Button onPress={onClose}>{not ?? words(moderation.cancel)}</Button>
          <Button type="submit" variant="primary">{act}</Button>
        </div>
      </form>
    </Dialog>
  );
}
