import { useId } from 'react';
import type { CircleAway } from '#shared/circles/around.ts';
import { circleById, circleName, isFullCircle, wayInto } from '#shared/circles/circles.rules.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { PersonButton } from '#client/people/PersonButton.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import styles from './Circles.module.css';
import { circles as say } from './circles.words.ts';
import { Rug } from './Rug.tsx';
import { rugOf } from './WithYou.tsx';

/** Circles that one is not in: what each is about, how many, how far, who; and the way in. */
export function CircleCards({ circles }: { readonly circles: readonly CircleAway[] }) {
  if (circles.length === 0) return null;
  return <ul className={styles.cards}>{circles.map((circle) => <CircleCard key={circle.id} circle={circle} />)}</ul>;
}

function CircleCard({ circle }: { readonly circle: CircleAway }) {
  const words = useWords();
  const stateId = useId();
  const members = useRoom((room) => circleById(room, circle.id)?.members.map((id) => ({ id, name: callNameOf(room, id), look: room.facts.people.get(id)?.look ?? '' })) ?? [], []);
  const called = circleName(circle);
  const full = isFullCircle(circle);
  const way = useRoom((room) => wayInto(room, circle.id), 'circle.join');
  const knocks = way === 'circle.knock';
  const people = words(say.people, { count: circle.members.length });
  const states = [
    circle.metres > 0 ? words(say.away, { people, metres: circle.metres }) : people,
    full ? words(say.full) : undefined,
    circle.closed ? words(say.closed) : undefined,
  ].filter((state) => state !== undefined);
  return (
    <li className={`${styles.card} ${rugOf(circle.rug)}`} data-circle={circle.id}>
      <Rug looks={members.map(({ look }) => look)} />
      <div className={styles.text}>
        <div id={stateId}>
          <h4>{words(say.title, { circle: called })}</h4>
          <p className={styles.state}>{states.join(' · ')}</p>
        </div>
        <ul className={styles.names} aria-label={words(say.inIt)}>
          {members.map(({ id, name }) => name !== '' && <li key={id} data-person={id}><PersonButton id={id} className={styles.member}><PersonName name={name} /></PersonButton></li>)}
        </ul>
        <div className={styles.verbs}>
          <Verb
            key={knocks ? 'knock' : 'join'}
            id={way}
            payload={{ circle: circle.id }}
            target={circle.id}
            icon={knocks ? 'hand' : 'users'}
            aria-label={words(knocks ? say.knockName : say.joinName, { circle: called })}
            aria-describedby={stateId}
          >
            {words(knocks ? say.knock : say.join)}
          </Verb>
          <Verb id="move.goTo" payload={{ to: 'circle', id: circle.id }} target={circle.id} variant="quiet" aria-label={words(say.goToName, { circle: called })}>{words(say.goTo)}</Verb>
        </div>
      </div>
    </li>
  );
}
