import { useState } from 'react';
import { LONGEST_LINE } from '#shared/chat/chat.ts';
import type { LineId } from '#shared/kernel/ids.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { moderation } from '#client/moderation/moderation.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { chat as say } from './chat.words.ts';

/** Changes what one wrote. */
export default function EditLineDialog({ line, onClose }: { readonly line: LineId; readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, perform } = useVisit();
  const [text, setText] = useState(() => hearth.store.current.lines.find((known) => known.id === line)?.text ?? '');
  return (
    <Dialog title={words(say.editTitle)} onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          // Refused, the text stays.
          void perform('chat.edit', { line, text }).then((done) => done && onClose());
        }}
      >
        <TextArea label={words(say.field)} rows={4} maxLength={LONGEST_LINE} value={text} onChange={setText} />
        <div className={forms.foot}>
          <Button onPress={onClose}>{words(moderation.cancel)}</Button>
          <Button type="submit" variant="primary">{words(moderation.save)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
