import { lookOf } from '#shared/people/look.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PersonVerbs } from '#client/moderation/PersonVerbs.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import styles from './AroundYou.module.css';
import { GoToPerson } from './MainVerbs.tsx';
import { Portrait } from './portrait.tsx';
import { usePerson } from './usePerson.ts';

/** One person: face, name, what is so of them now in words, and what one can do. */
export function PersonRow({ id }: { readonly id: PersonId }) {
  const person = usePerson(id);
  if (!person) return null;
  const states = [...person.states, person.distance].filter((state) => state !== undefined);
  return (
    <li className={styles.person} data-person={id} tabIndex={-1}>
      <Portrait look={lookOf(person.look)} size={3} ring={person.speaking ? 'speaking' : undefined} />
      <div className={styles.who}>
        <h4><PersonName name={person.name} />{person.pronouns && <span className={styles.pronouns}> {person.pronouns}</span>}</h4>
        <p className={person.hand > 0 ? `${styles.state} ${styles.hand}` : styles.state}>{states.join(' · ')}</p>
      </div>
      {person.here && (
        <div className={styles.verbs}>
          <GoToPerson id={id} name={person.name} quiet />
          <PersonVerbs id={id} name={person.name} />
        </div>
      )}
    </li>
  );
}
