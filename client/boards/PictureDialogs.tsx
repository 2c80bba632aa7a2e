import { useRef, useState } from 'react';
import { readValues, type BoardElement } from '#shared/boards/board.state.ts';
import { LONGEST_LABEL, type Values } from '#shared/boards/fields.ts';
import type { View } from '#shared/kernel/view.ts';
import { FormDialog } from '#client/app/FormDialog.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { addPicture, labelDrawing } from './acts.ts';
import { boards as say } from './boards.words.ts';
import { Bringing } from './Bringing.tsx';
import type { OverBoard } from './dialogs.tsx';
import { newId } from '#client/net/newId.ts';
import { useNeeded } from './needed.ts';
import { groupName } from './saying.ts';
import { Shown } from './Shown.tsx';
import { refusalSentence, useBoard } from './visit.ts';
import styles from './Board.module.css';

const KINDS = 'image/png,image/jpeg,image/webp,image/gif,image/svg+xml';

/** BO28. Puts a picture on the board, and asks what it shows. */
export function PictureDialog({ outline, board, close }: OverBoard) {
  const words = useWords();
  const visit = useBoard();
  const chooser = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState('');
  const [group, setGroup] = useState('');
  const [why, setWhy] = useState('');
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    const [file] = chooser.current?.files ?? [];
    if (isBusy) return;
    if (!file) {
      setWhy(words(say.noFile));
      visit.announce(words(say.noFile));
      return chooser.current?.focus();
    }
    setBusy(true);
    setWhy('');
    const kept = await visit.bring(file, file.name);
    setBusy(false);
    if ('code' in kept) return setWhy(refusalSentence(words, kept));
    const answer = await visit.perform(addPicture(board, kept, label.trim(), group === '' ? null : group, newId), () =>
      words(say.addedPicture, { text: label.trim() || words(say.noDescription), group: groupName(words, outline.groups.find(({ id }) => id === group)) }));
    if (answer.accepted) close();
  };
  return (
    <FormDialog title={words(say.addPicture)} act={words(say.add)} onSubmit={() => void submit()} onClose={close}>
      <label className={styles.file}>
        {words(say.pictureFile)}
        <input ref={chooser} type="file" accept={KINDS} aria-describedby="picture-kinds" />
      </label>
      <p id="picture-kinds">{words(say.pictureKinds)}</p>
      <TextField label={words(say.description)} hint={words(say.descriptionHint)} value={label} onChange={setLabel} maxLength={LONGEST_LABEL} />
      <Select label={words(say.group)} value={group} options={[{ value: '', label: words(say.loose) }, ...outline.groups.flatMap((one) => (one.id === undefined ? [] : [{ value: one.id, label: groupName(words, one) }]))]} onChange={setGroup} />
      <Bringing />
      {why !== '' && <p>{why}</p>}
    </FormDialog>
  );
}

/** What a drawing or a picture shows, in words; of several one after the other. */
export function DescribeDialog({ ids, board, close }: OverBoard & { readonly ids: readonly string[] }) {
  const [at, setAt] = useState(0);
  const id = ids[at] ?? '';
  const next = (): void => {
    if (at + 1 < ids.length) setAt(at + 1);
    else close();
  };
  return <Describe key={id} id={id} held={board.elements.get(id)} count={ids.length} place={at + 1} next={next} />;
}

function Describe({ id, held, place, count, next }: { readonly id: string; readonly held: View<BoardElement> | undefined; readonly place: number; readonly count: number; readonly next: () => void }) {
  const words = useWords();
  const visit = useBoard();
  const { label: before = '', fileId }: Values = held ? readValues(held as BoardElement, ['label', 'fileId']) : {};
  const [label, setLabel] = useState(before);
  const needed = useNeeded(label);
  const submit = async (): Promise<void> => {
    const given = label.trim();
    if (!needed.isThere()) return;
    if ((await visit.perform(labelDrawing(id, given), () => words(say.described, { text: given }))).accepted) next();
  };
  return (
    <FormDialog title={count > 1 ? words(say.describeOf, { place, count }) : words(say.describe)} act={words(say.save)} not={words(say.later)} onSubmit={() => void submit()} onClose={next}>
      <TextField label={words(say.description)} hint={words(say.descriptionHint)} value={label} onChange={setLabel} maxLength={LONGEST_LABEL} error={needed.error} />
      {fileId !== undefined && <Shown image={fileId} />}
    </FormDialog>
  );
}
