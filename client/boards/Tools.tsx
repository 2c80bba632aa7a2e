import { noteColours, type NoteColour } from '#shared/boards/note.ts';
import type { Outline } from '#shared/boards/outline.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { Tick } from '#client/ui/Tick.tsx';
import { boards as say } from './boards.words.ts';
import type { BoardDialog } from './dialogs.tsx';
import { isSeeking, type Seeking } from './seeking.ts';
import { toolsOf } from './verbs.ts';
import { useBoard, useBoardPage } from './visit.ts';
import styles from './Board.module.css';

export interface ToolsProps {
  readonly open: (dialog: BoardDialog) => void;
  readonly seeking: Seeking;
  readonly onSeek: (seeking: Seeking) => void;
  readonly found: Outline;
  readonly editor: 'outline' | 'drawing';
}

/** What one does with the board as a whole, and how one finds something on it. */
export function Tools({ open, seeking, onSeek, found, editor }: ToolsProps) {
  const words = useWords();
  const visit = useBoard();
  const { board, actor } = visit.link.store.current;
  const following = useBoardPage(visit, (state) => state.following);
  const draws = editor === 'drawing';
  const people = [...board.people].filter(([id]) => id !== actor?.id).map(([id, { name }]) => ({ value: id, label: name }));
  const authors = draws ? [] : [...new Map([...board.elements.values()].filter(({ author, deletedAt }) => board.names.has(author) && deletedAt === 0).map(({ author }) => [author, author === actor?.id ? words(say.yours) : (board.names.get(author) ?? '')]))];
  const time = words.time(visit.page.current.since);
  return (
    <section aria-label={words(say.tools)} className={styles.tools}>
      <div className={styles.row}>
        {toolsOf(visit, words, open, draws).map(({ key, label, refusal, run }) => <Button key={key} refusal={refusal} onRefused={visit.say} onPress={run}>{label}</Button>)}
      </div>
      <div className={styles.row}>
        {!draws && <TextField label={words(say.find)} value={seeking.words} onChange={(sought) => onSeek({ ...seeking, words: sought })} />}
        {!draws && board.authors === 'shown' && <Select label={words(say.by)} value={seeking.author} options={[{ value: '', label: words(say.anyone) }, ...authors.map(([value, label]) => ({ value, label }))]} onChange={(author) => onSeek({ ...seeking, author })} />}
        {!draws && <Select<NoteColour | ''> label={words(say.colour)} value={seeking.colour} options={[{ value: '', label: words(say.anyColour) }, ...(Object.keys(noteColours) as NoteColour[]).map((value) => ({ value, label: words(noteColours[value].word) }))]} onChange={(colour) => onSeek({ ...seeking, colour })} />}
        {!draws && <Tick label={words(say.onlyChanged, { time })} checked={seeking.changed} onChange={(changed) => onSeek({ ...seeking, changed })} />}
        {!draws && (found.unlabelled > 0 || seeking.undescribed) && <Tick label={words(say.onlyUndescribed)} checked={seeking.undescribed} onChange={(undescribed) => onSeek({ ...seeking, undescribed })} />}
        {board.authors === 'shown' && people.length > 0 && (
          <Select<string> label={words(say.follow)} value={following ?? ''} options={[{ value: '', label: words(say.nobody) }, ...people]} onChange={(id) => visit.follow(id === '' ? undefined : (id as PersonId))} />
        )}
      </div>
      <p role="status" className={styles.found}>{!draws && isSeeking(seeking) ? words(say.found, { count: found.groups.reduce((sum, { notes, drawings }) => sum + notes.length + drawings.length, 0) }) : ''}</p>
    </section>
  );
}
