import type { CSSProperties } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { circleOf } from '#shared/circles/circles.rules.ts';
import { lookOf } from '#shared/people/look.ts';
import { page } from '#client/app/local.words.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { PersonButton } from '#client/people/PersonButton.tsx';
import { Portrait } from '#client/people/portrait.tsx';
import { usePerson } from '#client/people/usePerson.ts';
import { Flame } from '#client/ui/Flame.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import styles from './Ring.module.css';

/**
 * Oneself and those in one's circle, around its rug as around a fire: oneself at the bottom, the others clockwise in the
 * order in which they came. Where there is no room for a ring they stand in rows. Each face opens that person's card.
 */
export function Ring({ mates, labelledBy }: { readonly mates: readonly PersonId[]; readonly labelledBy: string }) {
  const ring = useRoom((room, me) => {
    const own = circleOf(room, me);
    const fire = room.layout.objects.find(({ kind }) => kind === 'hearth');
    return { me, members: [...(own?.members ?? [])], fire: own !== undefined && fire !== undefined && Math.hypot(own.x - fire.x, own.z - fire.z) < own.rim };
  }, undefined);
  if (!ring) return null;
  const since = (id: PersonId): number => (ring.members.includes(id) ? ring.members.indexOf(id) : Infinity);
  const others = mates.toSorted((a, b) => since(a) - since(b));
  return (
    <div className={styles.room} style={{ '--count': others.length + 1 } as CSSProperties}>
      <ul className={styles.ring} aria-labelledby={labelledBy}>
        <li className={styles.place} style={{ '--place': 0 } as CSSProperties}><You id={ring.me} /></li>
        {others.map((id, position) => <li key={id} className={styles.place} style={{ '--place': position + 1 } as CSSProperties} data-person={id}><Face id={id} /></li>)}
      </ul>
      {ring.fire && <span className={styles.fire}><Flame size={2.25} /></span>}
    </div>
  );
}

function You({ id }: { readonly id: PersonId }) {
  const words = useWords();
  const you = usePerson(id);
  if (!you) return null;
  return (
    <span className={styles.face}>
      <Portrait look={lookOf(you.look)} ring={you.speaking ? 'speaking' : 'you'} />
      <span className={styles.name}>{words.sentence(words(page.you))}</span>
      <span className={styles.state}>{you.signals[0]}</span>
    </span>
  );
}

function Face({ id }: { readonly id: PersonId }) {
  const person = usePerson(id);
  if (!person) return null;
  return (
    <PersonButton id={id} className={styles.face}>
      <Portrait look={lookOf(person.look)} ring={person.speaking ? 'speaking' : undefined} />
      <span className={styles.name}><PersonName name={person.name} /></span>{' '}
      <span className={person.hand > 0 ? `${styles.state} ${styles.hand}` : styles.state}>{person.signals[0]}</span>
    </PersonButton>
  );
}
