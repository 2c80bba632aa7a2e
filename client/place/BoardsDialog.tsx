import { boardIdOf, boardsOf } from '#shared/boards/where.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { boardLine, useBoards } from './boardLine.ts';
import { pressBoard } from './openBoard.ts';
import { place as say } from './place.words.ts';
import styles from './Places.module.css';

/** The boards of the room, to open one of them. */
export default function BoardsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const boards = useBoards();
  const { layout } = visit.hearth;
  return (
    <Dialog title={words(say.boards)} onClose={onClose}>
      <ul className={styles.list}>
        {boardsOf(layout).map((thing) => {
          const facts = boards[thing.id];
          const name = words.sentence(words.named(thing.name));
          return (
            <li key={thing.id} className={styles.place}>
              <div className={styles.text}>
                <h3>{name}</h3>
                {facts && <p className={styles.about}>{boardLine(words, facts)}</p>}
              </div>
              <a className={styles.board} href={`/board/${boardIdOf(layout.id, thing.id)}`} onClick={pressBoard(visit, thing.id)} aria-label={words(say.openNamed, { board: thing.name })}>{words(say.openBoard)}</a>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
