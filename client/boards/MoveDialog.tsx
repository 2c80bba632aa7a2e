import { useState } from 'react';
import type { OutlineNote } from '#shared/boards/outline.ts';
import { FormDialog } from '#client/app/FormDialog.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Select } from '#client/ui/Select.tsx';
import { moveBeside, moveInOrder, moveToGroup } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { OverBoard } from './dialogs.tsx';
import { called, groupName, notesOf, placeOf } from './saying.ts';
import { useBoard } from './visit.ts';

const wheres = ['into', 'before', 'after', 'left', 'right', 'above', 'below'] as const;
type Where = (typeof wheres)[number];

/** Gives a note another place, in words. */
export function MoveDialog({ note, outline, board, close }: OverBoard & { readonly note: OutlineNote }) {
  const words = useWords();
  const visit = useBoard();
  const others = notesOf(outline).filter(({ id }) => id !== note.id);
  const [where, setWhere] = useState<Where>('into');
  const [group, setGroup] = useState(outline.groups.find(({ id, notes }) => id !== undefined && !notes.some(({ id: one }) => one === note.id))?.id ?? '');
  const [other, setOther] = useState(others[0]?.id ?? '');
  const submit = async (): Promise<void> => {
    const target = others.find(({ id }) => id === other);
    if (where !== 'into' && !target) return;
    const acts =
      where === 'into' || !target ? moveToGroup(board, note, group === '' ? null : group)
      : where === 'before' || where === 'after' ? moveInOrder(board, note, target, where)
      : moveBeside(board, note, target, where);
    const answer = await visit.perform(acts, (read) => words(say.moved, { text: called(words, note.text), ...placeOf(words, read(), note.id) }));
    if (answer.accepted) close();
  };
  return (
    <FormDialog title={words(say.move)} act={words(say.move)} onSubmit={() => void submit()} onClose={close}>
      <Select label={words(say.where)} value={where} options={wheres.filter((one) => one === 'into' || others.length > 0).map((value) => ({ value, label: words(say[value]) }))} onChange={setWhere} />
      {where === 'into'
        ? <Select label={words(say.group)} value={group} options={[...outline.groups.flatMap((one) => (one.id === undefined ? [] : [{ value: one.id, label: groupName(words, one) }])), { value: '', label: words(say.loose) }]} onChange={setGroup} />
        : <Select label={words(say.note)} value={other} options={others.map(({ id, text }) => ({ value: id, label: called(words, text) }))} onChange={setOther} />}
    </FormDialog>
  );
}
