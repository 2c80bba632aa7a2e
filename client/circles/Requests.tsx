import { useId } from 'react';
import { circleOf } from '#shared/circles/circles.rules.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Icon } from '#client/ui/icons.tsx';
import styles from './Circles.module.css';
import { circles as say } from './circles.words.ts';

/** Who asks something of one and waits for an answer. Nothing while nobody does. */
export function Requests() {
  const words = useWords();
  const titleId = useId();
  const knocking = useRoom((room, me) => (circleOf(room, me)?.knocks ?? []).map((id) => ({ id, name: callNameOf(room, id) })), []);
  if (knocking.length === 0) return null;
  return (
    <div className={styles.requests}>
      <h3 id={titleId}><Icon name="hand" size={1.1} /> {words(say.requests)}</h3>
      <ul aria-labelledby={titleId}>
        {knocking.map(({ id, name }) => (
          <li key={id} className={styles.request}>
            <span>{words(say.knocks, { name })}</span>
            <span className={styles.verbs}>
              <Verb id="circle.admit" payload={{ person: id }} target={id} aria-label={words(say.letIn, { name })} />
              <Verb id="circle.decline" payload={{ person: id }} target={id} variant="quiet" aria-label={words(say.notNow, { name })} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
