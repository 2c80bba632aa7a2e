import { useEffect, useState } from 'react';
import { LONGEST_LABEL, LONGEST_TEXT } from '#shared/boards/fields.ts';
import { noteColours, type NoteColour } from '#shared/boards/note.ts';
import { FormDialog } from '#client/app/FormDialog.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { addGroup, addNote, give, renameGroup } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { OverBoard } from './dialogs.tsx';
import { newId } from '#client/net/newId.ts';
import { useNeeded } from './needed.ts';
import { called, groupName, placeOf } from './saying.ts';
import { useBoard } from './visit.ts';
import styles from './Board.module.css';

export function NewNoteDialog({ group: first, text: before = '', outline, board, close }: OverBoard & { readonly group: string | null; readonly text?: string }) {
  const words = useWords();
  const visit = useBoard();
  const [text, setText] = useState(before);
  const [group, setGroup] = useState(first ?? '');
  const [colour, setColour] = useState<NoteColour>('yellow');
  const needed = useNeeded(text);
  const submit = async (): Promise<void> => {
    if (!needed.isThere()) return;
    const { note, acts } = addNote(board, text.trim(), colour, group === '' ? null : group, newId);
    const answer = await visit.perform(acts, (read) => words(say.added, { text: called(words, text), ...placeOf(words, read(), note) }));
    // Refused, the text stays.
    if (answer.accepted) close();
  };
  return (
    <FormDialog title={words(say.addNote)} act={words(say.add)} onSubmit={() => void submit()} onClose={close}>
      <TextArea label={words(say.text)} rows={4} maxLength={LONGEST_TEXT} value={text} onChange={setText} error={needed.error} />
      <Select label={words(say.group)} value={group} options={[{ value: '', label: words(say.loose) }, ...outline.groups.flatMap((one) => (one.id === undefined ? [] : [{ value: one.id, label: groupName(words, one) }]))]} onChange={setGroup} />
      <Select label={words(say.colour)} value={colour} options={(Object.keys(noteColours) as NoteColour[]).map((value) => ({ value, label: words(noteColours[value].word) }))} onChange={setColour} />
    </FormDialog>
  );
}

const HOLD_AGAIN = 10_000;

/** BO2. Changes what a note says; where somebody was first, both texts are there, and one chooses. */
export function WriteDialog({ id, text: before, stale: found, board, close }: OverBoard & { readonly id: string; readonly text: string; readonly stale?: string }) {
  const words = useWords();
  const visit = useBoard();
  const [text, setText] = useState(before);
  const [base, setBase] = useState(() => board.elements.get(id)?.textVersion ?? 0);
  const [stale, setStale] = useState(found);
  useEffect(() => {
    const hold = (): void => void visit.quietly({ id: 'board.hold', payload: { id } });
    hold();
    const timer = setInterval(hold, HOLD_AGAIN);
    return () => {
      clearInterval(timer);
      void visit.quietly({ id: 'board.release', payload: {} });
    };
  }, [visit, id]);
  const submit = async (from = base): Promise<void> => {
    const answer = await visit.perform(give('board.write', { id, text: text.trim(), base: from }), () => words(say.wrote, { text: called(words, text) }));
    if (answer.accepted) return close();
    if (answer.refusal.code !== 'board.stale') return;
    setStale(String(answer.refusal.values['now'] ?? ''));
    setBase(visit.link.store.current.board.elements.get(id)?.textVersion ?? from);
  };
  return (
    <FormDialog title={words(say.edit)} act={words(stale === undefined ? say.save : say.keepMine)} onSubmit={() => void submit()} onClose={close}>
      <TextArea label={words(say.text)} rows={4} maxLength={LONGEST_TEXT} value={text} onChange={setText} />
      {stale !== undefined && (
        <div className={styles.stale}>
          <p>{words(say.stale)}</p>
          <blockquote>{stale || words(say.empty)}</blockquote>
          <Button onPress={() => { setText(stale); setStale(undefined); }}>{words(say.takeTheirs)}</Button>
        </div>
      )}
    </FormDialog>
  );
}

/** A new group's name, or another one for a group. */
export function NameDialog({ id, now = '', board, close }: OverBoard & { readonly id?: string; readonly now?: string }) {
  const words = useWords();
  const visit = useBoard();
  const [name, setName] = useState(now);
  const needed = useNeeded(name);
  const submit = async (): Promise<void> => {
    const given = name.trim();
    if (!needed.isThere()) return;
    const answer = id === undefined
      ? await visit.perform(addGroup(board, given, newId), () => words(say.addedGroup, { group: given }))
      : await visit.perform(renameGroup(id, given), () => words(say.renamed, { name: given }));
    if (answer.accepted) close();
  };
  return (
    <FormDialog title={words(id === undefined ? say.addGroup : say.renameGroup)} act={words(say.save)} onSubmit={() => void submit()} onClose={close}>
      <TextField label={words(say.name)} value={name} onChange={setName} maxLength={LONGEST_LABEL} error={needed.error} />
    </FormDialog>
  );
}
