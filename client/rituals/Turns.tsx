import { useId, useState } from 'react';
import { MINUTE, openPart, participant, type Turn } from '#shared/rituals/run.ts';
import { openTurns, speakerOf } from '#shared/rituals/round.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { useHearth } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { Portrait } from '#client/people/portrait.tsx';
import { lookOf } from '#shared/people/look.ts';
import { Button } from '#client/ui/Button.tsx';
import { desk } from './console/console.words.ts';
import styles from './Ritual.module.css';
import { rituals as say } from './rituals.words.ts';
import { RitualVerb } from './RitualVerb.tsx';
import type { Rite } from './useRitual.ts';

/** Everyone's turn in order, with its word; whoever runs the ritual has its verbs behind each. */
export function Turns({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const title = useId();
  const part = openPart(run, 'round');
  if (!part || part.turns.length === 0) return null;
  const present = new Set(setting.here.map(({ id }) => id));
  const wrote = part.turns.flatMap((turn) => (turn.state === 'wrote' && turn.text !== '' ? [turn] : []));
  const mayRun = setting.by.rank === 'runs';
  const spoken = part.turns.filter(({ state }) => state === 'spoken' || state === 'wrote').length;
  return (
    <>
      <h3 id={title}>{words(say.order)}</h3>
      {mayRun && <p className={styles.word}>{words(desk.turns, { spoken, coming: openTurns(part, setting.here).filter((id) => id !== speakerOf(part)?.person).length })}</p>}
      <ol tabIndex={0} aria-labelledby={title} className={styles.turns}>
        {part.turns.map((turn) => (
          <li key={turn.person} className={turn.state === 'speaking' ? styles.speaking : undefined} aria-current={turn.state === 'speaking' ? 'step' : undefined}>
            <TurnRow turn={turn} name={turn.person === setting.by.id ? words(say.you) : (participant(run, turn.person)?.name ?? '')} isAway={!present.has(turn.person)} mayRun={mayRun} />
          </li>
        ))}
      </ol>
      {wrote.length > 0 && <ul className={styles.written}>{wrote.map(({ person, text }) => <li key={person}>{words(say.wroteText, { name: participant(run, person)?.name ?? '', text })}</li>)}</ul>}
    </>
  );
}

function TurnRow({ turn, name, isAway, mayRun }: { readonly turn: Turn; readonly name: string; readonly isAway: boolean; readonly mayRun: boolean }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const look = useHearth(({ facts }) => facts.people.get(turn.person)?.look);
  const payload = { person: turn.person };
  return (
    <>
      <span className={styles.who}>{look !== undefined && <Portrait look={lookOf(look)} size={2.4} ring={turn.state === 'speaking' ? 'turn' : undefined} />}<span>{name} <span className={styles.word}>{words(say.state, { state: turn.state })}{mayRun && turn.state === 'spoken' && `, ${words(desk.turnTook, { minutes: Math.round(turn.took / MINUTE) })}`}{isAway && ` · ${words(say.isAway)}`}</span></span></span>
      {mayRun && (
        <>
          <Button variant="quiet" icon="dots-three" iconOnly aria-label={`${words(page.more)}: ${words(say.turnOf, { name })}`} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} />
          {isOpen && (
            <span role="group" aria-label={words(say.turnOf, { name })} className={styles.verbs}>
              <RitualVerb id="ritual.invite" payload={payload} variant="quiet" />
              <RitualVerb id="ritual.mark" payload={payload} variant="quiet" />
              <RitualVerb id="ritual.defer" payload={payload} variant="quiet" />
              <RitualVerb id="ritual.excuse" payload={payload} variant="quiet" />
            </span>
          )}
        </>
      )}
    </>
  );
}
