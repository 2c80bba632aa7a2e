import type { PersonId } from '#shared/kernel/ids.ts';
import { circleName, circleOf } from '#shared/circles/circles.rules.ts';
import { changePage, useVisit } from '#client/app/context.tsx';
import { useRoom } from '#client/app/useRoom.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Availability } from './Availability.tsx';
import styles from './Circles.module.css';
import { Ring } from './Ring.tsx';
import { circles as say } from './circles.words.ts';

/** One's own circle and what one can do with it, or the way to one. */
export function WithYou({ mates }: { readonly mates: readonly PersonId[] }) {
  const words = useWords();
  const visit = useVisit();
  const circle = useRoom((room, me) => circleOf(room, me), undefined);
  if (!circle) {
    return (
      <div className={styles.own}>
        <div className={styles.alone}>
          <p>{words(say.none)}</p>
          <Verb id="circle.start" payload={{}} icon="users" />
        </div>
        <Availability />
      </div>
    );
  }
  return (
    <div className={`${styles.own} ${rugOf(circle.rug)}`} aria-labelledby="circle-title" role="group">
      <div className={styles.title}>
        <h3 id="circle-title">{words(say.withYou)} <span className={styles.chip}>{words(say.title, { circle: circleName(circle) })}</span></h3>
        <p className={styles.state}>{words(say.people, { count: circle.members.length })}{circle.closed && ` · ${words(say.closed)}`}</p>
      </div>
      {mates.length === 0 ? <p>{words(say.alone)}</p> : <Ring mates={mates} labelledBy="circle-title" />}
      <div className={styles.verbs}>
        <Verb id="circle.leave" payload={{}} icon="sign-out" />
        <Verb id="circle.topic" payload={{ topic: circle.topic }} opens={() => changePage(visit, { overlay: { kind: 'topic' } })} variant="quiet" />
        <Verb id="circle.close" other="circle.open" payload={{}} variant="quiet" />
      </div>
      <Availability />
    </div>
  );
}

export const rugOf = (rug: number): string => styles[`rug${rug}`] ?? '';
