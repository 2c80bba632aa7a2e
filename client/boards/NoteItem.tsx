import { useId, useState } from 'react';
import { noteColours } from '#shared/boards/note.ts';
import type { OutlineNote } from '#shared/boards/outline.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { boards as say } from './boards.words.ts';
import type { BoardDialog } from './dialogs.tsx';
import { called } from './saying.ts';
import { verbsOf, writeIn } from './verbs.ts';
import { useBoard } from './visit.ts';
import styles from './Board.module.css';

/** A note: what it says, what it is, where it leads, and what one can do with it. */
export function NoteItem({ note, texts, open }: { readonly note: OutlineNote; readonly texts: ReadonlyMap<string, string>; readonly open: (dialog: BoardDialog) => void }) {
  const words = useWords();
  const visit = useBoard();
  const [isOpen, setOpen] = useState(false);
  const menu = useId();
  const { board, actor, own } = visit.link.store.current;
  const { id, textId, text, colour, author, locked } = note;
  const maker = board.names.get(author);
  const name = called(words, text);
  const hold = board.holds.get(textId);
  const votes = board.votes.get(id) ?? 0;
  const mine = own.ballot.filter((one) => one === id).length;
  const owns = actor !== undefined && visit.link.view.owns(actor.id, id);
  const facts = [
    colour ? words(noteColours[colour].word) : words(say.noColour),
    owns ? words(say.yours) : maker === undefined ? '' : words(say.noteBy, { name: maker }),
    votes > 0 ? words(say.voteCount, { count: votes }) : '',
    mine > 0 ? words(say.yourVotes, { count: mine }) : '',
    locked ? words(say.locked) : '',
    hold && hold.by !== actor?.id ? (hold.by === '' ? words(say.somebodyWriting) : words(say.isWriting, { name: board.people.get(hold.by)?.name ?? '' })) : '',
  ];
  const edit = writeIn(visit, words, open, note);
  return (
    <li className={styles.note} data-element={`${id} ${textId}`} data-colour={colour ?? 'none'} id={`note-${id}`} tabIndex={-1}>
      <p className={styles.text}>{text || words(say.empty)}</p>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {note.link !== null && <p><a href={note.link} rel="noopener noreferrer" target="_blank">{words(say.link)}: {note.link}</a></p>}
      {note.leadsTo.map(({ id: tie, other, label }) => <p key={tie} className={styles.tie}>{label ? words(say.leadsToAs, { label }) : words(say.leadsTo)} <a href={`#note-${other}`} onClick={goTo(`note-${other}`)}>{called(words, texts.get(other) ?? '')}</a></p>)}
      {note.from.map(({ id: tie, other, label }) => <p key={tie} className={styles.tie}>{label ? words(say.fromAs, { label }) : words(say.from)} <a href={`#note-${other}`} onClick={goTo(`note-${other}`)}>{called(words, texts.get(other) ?? '')}</a></p>)}
      <div className={styles.row}>
        <Button variant="quiet" aria-label={words(say.editNamed, { text: name })} refusal={edit.refusal} onRefused={visit.say} onPress={edit.run}>{edit.label}</Button>
        <Button variant="quiet" aria-label={words(say.moreNamed, { text: name })} aria-expanded={isOpen} aria-controls={menu} onPress={() => setOpen(!isOpen)}>{words(say.more)}</Button>
      </div>
      <ul id={menu} className={styles.menu} hidden={!isOpen} aria-label={words(say.moreNamed, { text: name })}>
        {isOpen && verbsOf(visit, words, open, note).map(({ key, label, refusal, run }) => <li key={key}><Button variant="quiet" refusal={refusal} onRefused={visit.say} onPress={run}>{label}</Button></li>)}
      </ul>
    </li>
  );
}

/** The page takes another address for another page: one goes to a place on it without it. */
export const goTo = (place: string) => (event: { preventDefault(): void }): void => {
  event.preventDefault();
  goToPlace(place);
};
export const goToPlace = (place: string): void => document.getElementById(place)?.focus();
