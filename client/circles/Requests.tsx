import { lazy, Suspense, useId } from 'react';
import { guideOf } from '#shared/follow/guide.capabilities.ts';
import { circleOf } from '#shared/circles/circles.rules.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { usePage } from '#client/app/context.tsx';
import { useRoom } from '#client/app/useRoom.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Icon } from '#client/ui/icons.tsx';
import styles from './Circles.module.css';
import { circles as say } from './circles.words.ts';

const Invited = lazy(() => import('#client/rituals/Invited.tsx'));

/** Who asks something of one and waits for an answer. Nothing while nobody does. */
export function Requests({ heading: Title }: { readonly heading: 'h2' | 'h3' }) {
  const words = useWords();
  const titleId = useId();
  const knocking = useRoom((room, me) => (circleOf(room, me)?.knocks ?? []).map((id) => ({ id, name: callNameOf(room, id) })), []);
  const guide = useRoom((room, me) => {
    const id = guideOf(room, me);
    return id !== undefined && room.facts.people.has(id) ? callNameOf(room, id) : undefined;
  }, undefined);
  const isInvited = usePage((state) => state.invited !== undefined);
  if (knocking.length === 0 && guide === undefined && !isInvited) return null;
  return (
    <div className={styles.requests}>
      <Title id={titleId}><Icon name="hand" size={1.1} /> {words(say.requests)}</Title>
      {isInvited && <Suspense><Invited /></Suspense>}
      <ul aria-labelledby={titleId}>
        {guide !== undefined && (
          <li className={styles.request}>
            <span>{words(say.guides, { name: guide })}</span>
            <span className={styles.verbs}>
              <Verb id="guide.accept" payload={{}} aria-label={words(say.acceptGuide, { name: guide })}>{words(say.accept)}</Verb>
              <Verb id="guide.decline" payload={{}} variant="quiet" aria-label={words(say.declineGuide, { name: guide })}>{words(say.decline)}</Verb>
            </span>
          </li>
        )}
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
