import { useEffect, useState } from 'react';
import { LONGEST_TITLE } from '#shared/boards/board.capabilities.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { boards as say } from './boards.words.ts';
import type { OverBoard } from './dialogs.tsx';
import { useNeeded } from './needed.ts';
import { useBoard } from './visit.ts';

interface Copy {
  readonly id: string;
  readonly at: number;
  readonly name: string;
}

/** BO19. The copies that are kept, a new one under a name, and one brought back. */
export function CopiesDialog({ close }: OverBoard) {
  const words = useWords();
  const visit = useBoard();
  const [copies, setCopies] = useState<readonly Copy[]>();
  const [name, setName] = useState('');
  const needed = useNeeded(name);
  const look = (): void =>
    void visit.quietly({ id: 'board.copies', payload: {} }).then((answer) => setCopies(answer.accepted ? (answer.reply as readonly Copy[]) : []));
  useEffect(look, [visit]);
  const when = new Intl.DateTimeFormat(words.tag, { dateStyle: 'medium', timeStyle: 'short' });
  const keep = async (): Promise<void> => {
    const given = name.trim();
    if (!needed.isThere() || !(await visit.perform([{ id: 'board.keep', payload: { name: given } }], () => words(say.kept, { name: given }), false)).accepted) return;
    setName('');
    look();
  };
  const bringBack = async (copy: string): Promise<void> => {
    if ((await visit.perform([{ id: 'board.restore', payload: { copy } }], () => words(say.broughtBack), false)).accepted) close();
  };
  return (
    <Dialog title={words(say.copies)} size="wide" onClose={close}>
      <div className={forms.form}>
        <form className={forms.make} onSubmit={(event) => { event.preventDefault(); void keep(); }}>
          <TextField label={words(say.keepCopy)} value={name} onChange={setName} maxLength={LONGEST_TITLE} error={needed.error} />
          <div className={forms.foot}><Button type="submit" refusal={visit.refusalOf('board.keep')} onRefused={visit.say}>{words(say.save)}</Button></div>
        </form>
        {copies !== undefined && copies.length > 0 && <p>{words(say.copiesMean)}</p>}
        {copies?.length === 0 && <p>{words(say.noCopies)}</p>}
        <ul className={forms.list}>
          {copies?.map((copy) => {
            const label = `${copy.name || words(say.byItself)}, ${when.format(copy.at)}`;
            return <li key={copy.id}><p>{label}</p><Button refusal={visit.refusalOf('board.restore')} onRefused={visit.say} onPress={() => void bringBack(copy.id)}>{words(say.bringBack, { name: label })}</Button></li>;
          })}
        </ul>
      </div>
    </Dialog>
  );
}
