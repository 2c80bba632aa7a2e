import { useState } from 'react';
import { LONGEST_TITLE } from '#shared/boards/board.capabilities.ts';
import { MOST_VOTES } from '#shared/boards/votes.ts';
import { FormDialog } from '#client/app/FormDialog.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { Tick } from '#client/ui/Tick.tsx';
import type { BoardAct } from './acts.ts';
import { boards as say } from './boards.words.ts';
import type { OverBoard } from './dialogs.tsx';
import { useBoard } from './visit.ts';

/** The board's title; and for whoever guides it, who may change what, whether authors are seen, and what guests may do. */
export function RulesDialog({ board, close }: OverBoard) {
  const words = useWords();
  const visit = useBoard();
  const [title, setTitle] = useState(words.named(board.title));
  const [mode, setMode] = useState(board.mode);
  const [authors, setAuthors] = useState(board.authors);
  const [guests, setGuests] = useState(board.guests);
  const guides = visit.refusalOf('board.mode') === undefined;
  const submit = async (): Promise<void> => {
    const acts: readonly BoardAct[] = [
      ...(title.trim() !== '' && title.trim() !== words.named(board.title) ? [{ id: 'board.rename', payload: { title: title.trim() } } as const] : []),
      ...(mode !== board.mode ? [{ id: 'board.mode', payload: { mode } } as const] : []),
      ...(authors !== board.authors ? [{ id: 'board.authors', payload: { authors } } as const] : []),
      ...(guests !== board.guests ? [{ id: 'board.guests', payload: { guests } } as const] : []),
    ];
    if (acts.length === 0) return close();
    if ((await visit.perform(acts, () => words(say.ruled), false)).accepted) close();
  };
  return (
    <FormDialog title={words(say.rules)} act={words(say.save)} onSubmit={() => void submit()} onClose={close}>
      <TextField label={words(say.title)} value={title} onChange={setTitle} maxLength={LONGEST_TITLE} />
      {guides && (
        <>
          <Select label={words(say.mode)} value={mode} options={[{ value: 'open', label: words(say.modeOpen) }, { value: 'own', label: words(say.modeOwn) }, { value: 'frozen', label: words(say.modeFrozen) }]} onChange={setMode} />
          <Select label={words(say.authors)} value={authors} options={[{ value: 'shown', label: words(say.authorsShown) }, { value: 'hidden', label: words(say.authorsHidden) }]} onChange={setAuthors} />
          <Select label={words(say.guests)} value={guests} options={[{ value: 'edit', label: words(say.guestsEdit) }, { value: 'read', label: words(say.guestsRead) }]} onChange={setGuests} />
        </>
      )}
    </FormDialog>
  );
}

/** Opens a round of votes, or closes the one that is open. */
export function VotesDialog({ board, close }: OverBoard) {
  const words = useWords();
  const visit = useBoard();
  const [budget, setBudget] = useState('3');
  const [secret, setSecret] = useState(true);
  const submit = async (): Promise<void> => {
    const answer = board.voting
      ? await visit.perform([{ id: 'board.closeVotes', payload: {} }], () => words(say.votesClosed), false)
      : await visit.perform([{ id: 'board.openVotes', payload: { budget: Number(budget), secret } }], () => words(say.votesOpened), false);
    if (answer.accepted) close();
  };
  return (
    <FormDialog title={words(say.votes)} act={words(board.voting ? say.closeVotes : say.openVotes)} onSubmit={() => void submit()} onClose={close}>
      {!board.voting && (
        <>
          <Select label={words(say.budget)} value={budget} options={Array.from({ length: MOST_VOTES }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))} onChange={setBudget} />
          <Tick label={words(say.secret)} checked={secret} onChange={setSecret} />
        </>
      )}
    </FormDialog>
  );
}
