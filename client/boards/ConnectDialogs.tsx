import { useState } from 'react';
import { LONGEST_LABEL } from '#shared/boards/fields.ts';
import { noteColours, type NoteColour } from '#shared/boards/note.ts';
import type { Connection, OutlineNote } from '#shared/boards/outline.ts';
import { FormDialog } from '#client/app/FormDialog.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { colourNote, connect, deleteElement, labelConnection } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { OverBoard } from './dialogs.tsx';
import { newId } from '#client/net/newId.ts';
import { called, notesOf } from './saying.ts';
import { useBoard } from './visit.ts';

type AboutNote = OverBoard & { readonly note: OutlineNote };

/** Draws an arrow to another note. */
export function ConnectDialog({ note, outline, board, close }: AboutNote) {
  const words = useWords();
  const visit = useBoard();
  const others = notesOf(outline).filter(({ id }) => id !== note.id);
  const [other, setOther] = useState(others[0]?.id ?? '');
  const [label, setLabel] = useState('');
  const submit = async (): Promise<void> => {
    const target = others.find(({ id }) => id === other);
    if (!target) return;
    const answer = await visit.perform(connect(board, note.id, other, label.trim(), newId), () => words(say.connected, { from: called(words, note.text), to: called(words, target.text) }));
    if (answer.accepted) close();
  };
  return (
    <FormDialog title={words(say.connect)} act={words(say.connect)} onSubmit={() => void submit()} onClose={close}>
      <Select label={words(say.target)} value={other} options={others.map(({ id, text }) => ({ value: id, label: called(words, text) }))} onChange={setOther} />
      <TextField label={words(say.label)} value={label} onChange={setLabel} maxLength={LONGEST_LABEL} />
    </FormDialog>
  );
}

/** Where a note leads: what each connection says, and an end to it. */
export function TiesDialog({ note, outline, board, close }: AboutNote) {
  const words = useWords();
  const now = notesOf(outline).find(({ id }) => id === note.id) ?? note;
  const nameOf = (id: string): string => called(words, notesOf(outline).find((one) => one.id === id)?.text ?? '');
  return (
    <Dialog title={words(say.connection)} onClose={close}>
      <ul className={forms.form}>{now.leadsTo.map((tie) => <Tie key={tie.id} tie={tie} name={nameOf(tie.other)} board={board} />)}</ul>
    </Dialog>
  );
}

function Tie({ tie, name, board }: { readonly tie: Connection; readonly name: string; readonly board: OverBoard['board'] }) {
  const words = useWords();
  const visit = useBoard();
  const [label, setLabel] = useState(tie.label);
  return (
    <li>
      <TextField label={words(say.labelOf, { name })} value={label} onChange={setLabel} maxLength={LONGEST_LABEL} />
      <div className={forms.foot}>
        <Button onPress={() => void visit.perform(labelConnection(board, tie.id, label.trim(), newId), () => words(say.relabelled, { label: label.trim() }))}>{words(say.relabel)}</Button>
        <Button onPress={() => void visit.perform(deleteElement(tie.id), () => words(say.unlinked))}>{words(say.unlink, { name })}</Button>
      </div>
    </li>
  );
}

export function ColourDialog({ note, close }: AboutNote) {
  const words = useWords();
  const visit = useBoard();
  const [colour, setColour] = useState<NoteColour>(note.colour ?? 'yellow');
  const submit = async (): Promise<void> => {
    const answer = await visit.perform(colourNote(note.id, colour), () => words(say.coloured, { text: called(words, note.text), colour: noteColours[colour].word }));
    if (answer.accepted) close();
  };
  return (
    <FormDialog title={words(say.recolour)} act={words(say.save)} onSubmit={() => void submit()} onClose={close}>
      <Select label={words(say.colour)} value={colour} options={(Object.keys(noteColours) as NoteColour[]).map((value) => ({ value, label: words(noteColours[value].word) }))} onChange={setColour} />
    </FormDialog>
  );
}
