import type { Outline, OutlineDrawing, OutlineGroup } from '#shared/boards/outline.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { deleteElement } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { BoardDialog } from './dialogs.tsx';
import { NoteItem } from './NoteItem.tsx';
import { drawingName, groupName, groupTo, notesOf } from './saying.ts';
import { Shown } from './Shown.tsx';
import { useBoard } from './visit.ts';
import styles from './Board.module.css';

export interface GroupsProps {
  readonly outline: Outline;
  /** All that is on the board, whatever is sought. */
  readonly whole: Outline;
  readonly open: (dialog: BoardDialog) => void;
}

/** The groups, each a heading over a list of its notes and drawings. */
export function Groups({ outline, whole, open }: GroupsProps) {
  const words = useWords();
  const texts = new Map(notesOf(whole).map(({ id, text }) => [id, text]));
  return (
    <div id="board-groups" className={styles.groups} tabIndex={-1}>
      {whole.groups.length === 0 && <p>{words(say.nothing)}</p>}
      {outline.groups.map((group) => <Group key={group.id ?? ''} group={group} texts={texts} open={open} />)}
    </div>
  );
}

function Group({ group, texts, open }: { readonly group: OutlineGroup; readonly texts: ReadonlyMap<string, string>; readonly open: GroupsProps['open'] }) {
  const words = useWords();
  const visit = useBoard();
  const { id, notes, drawings } = group;
  const name = groupName(words, group);
  const title = `group-${id ?? 'none'}`;
  return (
    <section className={`card ${styles.group}`} role="group" aria-labelledby={title} data-element={id}>
      <div className={styles.head}>
        <h2 id={title} tabIndex={-1}>{name} <span className={styles.count}>{words(say.groupCount, { count: notes.length })}</span></h2>
        <Button variant="quiet" aria-label={words(say.addNoteTo, { group: groupTo(words, group) })} refusal={visit.refusalOf('board.add')} onRefused={visit.say} onPress={() => open({ kind: 'note', group: id ?? null })}>{words(say.addNote)}</Button>
        {id !== undefined && (
          <>
            <Button variant="quiet" aria-label={words(say.renameNamed, { text: name })} refusal={visit.refusalOf('board.edit', { patches: [{ id, values: {} }] })} onRefused={visit.say} onPress={() => open({ kind: 'name', id, name: group.name })}>{words(say.renameGroup)}</Button>
            <Button variant="quiet" aria-label={words(say.deleteNamed, { text: name })} refusal={visit.refusalOf('board.delete', { ids: [id] })} onRefused={visit.say} onPress={() => void visit.perform(deleteElement(id), () => words(say.deleted, { text: name }))}>{words(say.delete)}</Button>
          </>
        )}
      </div>
      <ul className={styles.notes}>
        {notes.map((note) => <NoteItem key={note.id} note={note} texts={texts} open={open} />)}
        {drawings.map((drawing) => <Drawing key={drawing.id} drawing={drawing} open={open} />)}
      </ul>
    </section>
  );
}

/** What no text says, in the words of whoever described it. */
function Drawing({ drawing: { id, type, label, image }, open }: { readonly drawing: OutlineDrawing; readonly open: GroupsProps['open'] }) {
  const words = useWords();
  const visit = useBoard();
  const said = drawingName(words, { type, label });
  return (
    <li className={styles.note} data-element={id}>
      <p>{said}</p>
      {image !== undefined && <Shown image={image} />}
      <div className={styles.row}>
        <Button variant="quiet" aria-label={words(say.describeNamed, { text: said })} refusal={visit.refusalOf('board.edit', { patches: [{ id, values: {} }] })} onRefused={visit.say} onPress={() => open({ kind: 'describe', ids: [id] })}>{words(say.describe)}</Button>
        <Button variant="quiet" aria-label={words(say.deleteNamed, { text: said })} refusal={visit.refusalOf('board.delete', { ids: [id] })} onRefused={visit.say} onPress={() => void visit.perform(deleteElement(id), () => words(say.deleted, { text: said }))}>{words(say.delete)}</Button>
      </div>
    </li>
  );
}
