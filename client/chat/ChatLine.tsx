import { useId, useState } from 'react';
import type { Line } from '#shared/chat/chat.ts';
import { lookOf } from '#shared/people/look.ts';
import { mayBy } from '#shared/people/standing.ts';
import type { CapabilityId } from '#shared/registry.ts';
import { changePage, useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Portrait } from '#client/people/portrait.tsx';
import { Button } from '#client/ui/Button.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import styles from './Chat.module.css';
import { chat as say } from './chat.words.ts';
import { piecesOf } from './links.ts';

const SHORT = 40;

/** A message: who, when, what; and behind one button what one can do with it. */
export function ChatLine({ line }: { readonly line: Line }) {
  const words = useWords();
  const { hearth } = useVisit();
  const look = useHearth((state) => state.facts.people.get(line.by)?.look ?? '');
  const own = useHearth((state) => state.you === line.by);
  const mayTakeDown = useHearth(() => hearth.actor !== undefined && mayBy(hearth.actor, 'chat.takeDown'));
  const verbs: readonly CapabilityId[] = line.removedBy !== undefined ? [] : own ? ['chat.edit', 'chat.remove'] : mayTakeDown && line.to === undefined ? ['chat.takeDown'] : [];
  return (
    <li className={own ? `${styles.line} ${styles.own}` : styles.line} data-line={line.id}>
      <Portrait look={lookOf(look)} size={2} />
      <div>
        <p className={styles.who}>
          <strong><PersonName name={line.name} /></strong> <time dateTime={new Date(line.at).toISOString()}>{words.time(line.at)}</time>
          {line.editedAt !== undefined && line.removedBy === undefined && <span className={styles.changed}> {words(say.changed)}</span>}
        </p>
        {line.removedBy === undefined
          ? <p className={styles.text} dir="auto">{piecesOf(line.text).map((piece, at) => ('href' in piece ? <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">{piece.href}</a> : piece.text))}</p>
          : <p className={styles.changed}>{words(line.removedBy === line.by ? say.removed : say.takenDown)}</p>}
        {verbs.length > 0 && <Verbs line={line} verbs={verbs} />}
      </div>
    </li>
  );
}

function Verbs({ line, verbs }: { readonly line: Line; readonly verbs: readonly CapabilityId[] }) {
  const words = useWords();
  const visit = useVisit();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const text = line.text.length > SHORT ? `${line.text.slice(0, SHORT)}…` : line.text;
  const shown = {
    'chat.edit': { label: say.change, short: say.changeShort, run: () => changePage(visit, { overlay: { kind: 'editLine', line: line.id } }) },
    'chat.remove': { label: say.remove, short: say.removeShort, run: () => gone('chat.remove') },
    'chat.takeDown': { label: say.takeDown, short: say.takeDownShort, run: () => gone('chat.takeDown') },
  } as const;
  // The button goes with the message: focus stays in the list.
  const gone = (id: 'chat.remove' | 'chat.takeDown'): void => {
    document.querySelector<HTMLElement>('#chat ol')?.focus();
    void visit.perform(id, { line: line.id });
  };
  return (
    <div className={styles.verbs} data-verbs={verbs.join(' ')}>
      <Button variant="quiet" icon="dots-three" iconOnly aria-expanded={open} aria-controls={listId} aria-label={words(say.more, { text })} onPress={() => setOpen(!open)} />
      {open && (
        <ul id={listId}>
          {verbs.map((id) => {
            const verb = id in shown ? shown[id as keyof typeof shown] : undefined;
            return verb && <li key={id} data-capability={id} data-target={line.id}><Button variant="quiet" aria-label={words(verb.label, { text })} onPress={verb.run}>{words(verb.short)}</Button></li>;
          })}
        </ul>
      )}
    </div>
  );
}
