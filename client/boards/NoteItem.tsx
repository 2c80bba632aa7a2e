import { useId, useState } from 'react';
import type { BoardCapabilityId } from '#shared/boards/board.registry.ts';
import { noteColours } from '#shared/boards/note.ts';
import type { OutlineNote } from '#shared/boards/outline.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { deleteElement, give, lockElement } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { BoardDialog } from './dialogs.tsx';
import { called } from './saying.ts';
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
  const left = board.budget - own.ballot.length;
  const owns = actor !== undefined && visit.link.view.owns(actor.id, id);
  const facts = [
    colour ? words(noteColours[colour].word) : words(say.noColour),
    owns ? words(say.yours) : maker === undefined ? '' : words(say.noteBy, { name: maker }),
    votes > 0 ? words(say.voteCount, { count: votes }) : '',
    mine > 0 ? words(say.yourVotes, { count: mine }) : '',
    locked ? words(say.locked) : '',
    hold && hold.by !== actor?.id ? (hold.by === '' ? words(say.somebodyWriting) : words(say.isWriting, { name: board.people.get(hold.by)?.name ?? '' })) : '',
  ];
  const verb = (capability: BoardCapabilityId, label: string, payload: unknown, press: () => void) => (
    <li><Button variant="quiet" refusal={visit.refusalOf(capability, payload)} onRefused={visit.say} onPress={press}>{label}</Button></li>
  );
  const patch = { patches: [{ id, values: {} }] };
  const unlock = { patches: [{ id, values: { locked: false } }] };
  return (
    <li className={styles.note} data-element={`${id} ${textId}`} data-colour={colour ?? 'none'} id={`note-${id}`} tabIndex={-1}>
      <p className={styles.text}>{text || words(say.empty)}</p>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {note.link !== null && <p><a href={note.link} rel="noopener noreferrer" target="_blank">{words(say.link)}: {note.link}</a></p>}
      {note.leadsTo.map(({ id: tie, other, label }) => <p key={tie} className={styles.tie}>{label ? words(say.leadsToAs, { label }) : words(say.leadsTo)} <a href={`#note-${other}`} onClick={goTo(`note-${other}`)}>{called(words, texts.get(other) ?? '')}</a></p>)}
      {note.from.map(({ id: tie, other, label }) => <p key={tie} className={styles.tie}>{label ? words(say.fromAs, { label }) : words(say.from)} <a href={`#note-${other}`} onClick={goTo(`note-${other}`)}>{called(words, texts.get(other) ?? '')}</a></p>)}
      <div className={styles.row}>
        <Button variant="quiet" aria-label={words(say.editNamed, { text: name })} refusal={visit.refusalOf('board.write', { id: textId })} onRefused={visit.say} onPress={() => open({ kind: 'write', id: textId, text })}>{words(say.edit)}</Button>
        <Button variant="quiet" aria-label={words(say.moreNamed, { text: name })} aria-expanded={isOpen} aria-controls={menu} onPress={() => setOpen(!isOpen)}>{words(say.more)}</Button>
      </div>
      <ul id={menu} className={styles.menu} hidden={!isOpen} aria-label={words(say.moreNamed, { text: name })}>
        {isOpen && (
          <>
          {verb('board.move', words(say.move), { moves: [[id, 0, 0]] }, () => open({ kind: 'move', note }))}
          {verb('board.add', words(say.connect), undefined, () => open({ kind: 'connect', note }))}
          {note.leadsTo.length > 0 && verb('board.edit', words(say.connection), undefined, () => open({ kind: 'ties', note }))}
          {verb('board.edit', words(say.recolour), patch, () => open({ kind: 'colour', note }))}
          {board.voting && verb('board.vote', words(say.vote, { left }), { element: id }, () => void visit.perform(give('board.vote', { element: id }), () => words(say.voted, { text: name, left: left - 1 }), false))}
          {board.voting && mine > 0 && verb('board.unvote', words(say.unvote), { element: id }, () => void visit.perform(give('board.unvote', { element: id }), () => words(say.unvoted, { text: name, left: left + 1 }), false))}
          {locked
            ? verb('board.edit', words(say.unlock), unlock, () => void visit.perform(lockElement(id, false), () => words(say.nowUnlocked, { text: name })))
            : verb('board.edit', words(say.lock), patch, () => void visit.perform(lockElement(id, true), () => words(say.nowLocked, { text: name })))}
          {verb('board.delete', words(say.delete), { ids: [id] }, () => void visit.perform(deleteElement(id), () => words(say.deleted, { text: name })))}
          </>
        )}
      </ul>
    </li>
  );
}

/** The page takes another address for another page: one goes to a place on it without it. */
export const goTo = (place: string) => (event: { preventDefault(): void }): void => {
  event.preventDefault();
  document.getElementById(place)?.focus();
};
