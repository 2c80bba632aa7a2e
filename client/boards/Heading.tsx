import type { Ref } from 'react';
import { roleOf } from '#shared/boards/board.ts';
import type { Outline } from '#shared/boards/outline.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { boards as say } from './boards.words.ts';
import { useBoard } from './visit.ts';
import styles from './Board.module.css';

/** What the board is called, what is on it, who is at it and what one may do. */
export function Heading({ ref, outline }: { readonly ref: Ref<HTMLHeadingElement>; readonly outline: Outline }) {
  const words = useWords();
  const { link } = useBoard();
  const { board, actor, own } = link.store.current;
  const others = [...board.people].filter(([id]) => id !== actor?.id).map(([, { name }]) => name);
  const writing = [...new Set([...board.holds.values()].filter(({ by }) => by !== '' && by !== actor?.id).map(({ by }) => board.people.get(by)?.name ?? ''))].filter(Boolean);
  const sentences = [
    words(say.counts, { groups: outline.groups.filter(({ id }) => id !== undefined).length, notes: outline.notes, connections: outline.connections }),
    outline.unlabelled > 0 ? words(say.unlabelled, { count: outline.unlabelled }) : '',
    others.length > 0 ? words(say.with, { names: words.list(others) }) : words(say.alone),
    writing.length > 0 ? words(say.writing, { count: writing.length, names: words.list(writing) }) : '',
    actor ? words(say.role, { role: roleOf(board, actor), mode: board.mode }) : '',
    board.authors === 'hidden' ? words(say.hiddenAuthors) : '',
    board.voting ? words(say.votesLeft, { left: board.budget - own.ballot.length }) : '',
  ];
  return (
    <header>
      <h1 ref={ref} tabIndex={-1} id="board-title">{words.named(board.title)}</h1>
      <p className={styles.summary}>{sentences.filter(Boolean).join(' ')}</p>
    </header>
  );
}
