import { useState } from 'react';
import { fromMarkdown, toMarkdown } from '#shared/boards/markdown.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { addDraft } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { OverBoard } from './dialogs.tsx';
import { newId } from '#client/net/newId.ts';
import { useNeeded } from './needed.ts';
import { draftOf, templates, type TemplateId } from './templates.ts';
import { useBoard } from './visit.ts';

/** BO16. The board as Markdown, and Markdown onto the board. */
export function MarkdownDialog({ text: before = '', outline, board, close }: OverBoard & { readonly text?: string }) {
  const words = useWords();
  const visit = useBoard();
  const [text, setText] = useState(before);
  const needed = useNeeded(text);
  const add = async (): Promise<void> => {
    if (!needed.isThere()) return;
    const draft = fromMarkdown(text);
    const count = draft.groups.reduce((sum, { notes }) => sum + notes.length, 0);
    const answer = await visit.perform(addDraft(board, draft, newId), () => words(say.addedMany, { count }));
    if (answer.accepted) close();
  };
  return (
    <Dialog title={words(say.markdown)} size="wide" onClose={close}>
      <div className={forms.form}>
        <TextArea label={words(say.takeOut)} rows={8} value={toMarkdown(words.named(board.title), outline)} />
        <TextArea label={words(say.takeIn)} hint={words(say.takeInHint)} rows={8} value={text} onChange={setText} error={needed.error} />
        <div className={forms.foot}><Button variant="primary" refusal={visit.refusalOf('board.add')} onRefused={visit.say} onPress={() => void add()}>{words(say.add)}</Button></div>
      </div>
    </Dialog>
  );
}

export function TemplatesDialog({ board, close }: OverBoard) {
  const words = useWords();
  const visit = useBoard();
  const start = async (id: TemplateId): Promise<void> => {
    const answer = await visit.perform(addDraft(board, draftOf(words, id), newId), () => words(say.addedGroups, { groups: words.list(templates[id].groups.map((name) => words(name))) }));
    if (answer.accepted) close();
  };
  return (
    <Dialog title={words(say.templates)} onClose={close}>
      <div className={forms.form}>
        <p>{words(say.templateMeans)}</p>
        <ul className={forms.list}>
          {(Object.keys(templates) as TemplateId[]).map((id) => <li key={id}><p>{words.list(templates[id].groups.map((name) => words(name)))}</p><Button onPress={() => void start(id)}>{words(templates[id].name)}</Button></li>)}
        </ul>
      </div>
    </Dialog>
  );
}
