import type { Outline } from '#shared/boards/outline.ts';
import { changesSince } from '#shared/boards/outline.filter.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { boards as say } from './boards.words.ts';
import { goTo } from './NoteItem.tsx';
import { called, drawingName, notesOf } from './saying.ts';
import { useBoard, useBoardPage } from './visit.ts';
import styles from './Board.module.css';

/** What is new, changed and gone since one came, and what was said of it. */
export function Changes({ outline }: { readonly outline: Outline }) {
  const words = useWords();
  const visit = useBoard();
  const { known, since } = visit.page.current;
  const changes = known && changesSince(known, visit.link.store.current.board);
  const [added, changed] = [new Set(changes?.added), new Set(changes?.changed)];
  // A group changes in size with each note that comes into it.
  const groups = outline.groups.flatMap(({ id, name }) => (id !== undefined && added.has(id) ? [{ id, place: `group-${id}`, text: name }] : []));
  const notes = notesOf(outline).filter(({ id, textId }) => [id, textId].some((one) => added.has(one) || changed.has(one))).map(({ id, text }) => ({ id, place: `note-${id}`, text }));
  const drawings = outline.groups.flatMap((group) => group.drawings).filter(({ id }) => added.has(id) || changed.has(id));
  const links = [...groups, ...notes];
  const gone = changes?.gone.length ?? 0;
  const time = words.time(since);
  const log = useBoardPage(visit, (state) => state.log);
  return (
    <section className={`card ${styles.changes}`} aria-labelledby="board-changes">
      <h2 id="board-changes">{words(say.changes, { time })}</h2>
      {links.length + drawings.length + gone === 0 && <p>{words(say.noChanges)}</p>}
      <ul>
        {links.map(({ id, place, text }) => (
          <li key={id}><a href={`#${place}`} onClick={goTo(place)}>{called(words, text)}</a> <span>{words(added.has(id) ? say.isNew : say.isChanged)}</span></li>
        ))}
        {drawings.map((one) => <li key={one.id}>{drawingName(words, one)} <span>{words(added.has(one.id) ? say.isNew : say.isChanged)}</span></li>)}
      </ul>
      {gone > 0 && <p>{words(say.goneCount, { count: gone })}</p>}
      {log.length > 0 && (
        <>
          <h3>{words(say.happened)}</h3>
          <ol className={styles.happened}>{log.map(({ key, at, text }) => <li key={key}><time dateTime={new Date(at).toISOString()}>{words.time(at)}</time> {text}</li>)}</ol>
        </>
      )}
    </section>
  );
}
