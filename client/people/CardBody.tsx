import type { ReactNode } from 'react';
import type { Standing } from '#shared/kernel/capability.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { lookOf } from '#shared/people/look.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { CardVerbs } from '#client/moderation/PersonVerbs.tsx';
import { moderation } from '#client/moderation/moderation.words.ts';
import { useDescription } from './description.ts';
import VoiceOf from '#client/voice/VoiceOf.tsx';
import { MainVerbs } from './MainVerbs.tsx';
import styles from './PersonCard.module.css';
import { Portrait } from './portrait.tsx';
import type { SeenPerson } from './usePerson.ts';

const standings = { guest: moderation.guest, member: moderation.member, steward: moderation.steward, owner: moderation.owner } satisfies Record<Standing, unknown>;
const isStanding = (text: string): text is Standing => Object.hasOwn(standings, text);

/** A face, the name, and what is so of them. */
export function CardHead({ person, name, close }: { readonly person: SeenPerson; readonly name: ReactNode; readonly close: ReactNode }) {
  const words = useWords();
  const who = [person.pronouns, isStanding(person.standing) ? words(standings[person.standing]) : ''].filter(Boolean);
  const now = [...person.states, person.distance].filter((fact) => fact !== undefined);
  return (
    <div className={styles.head}>
      <Portrait look={lookOf(person.look)} size={4.5} ring={person.speaking ? 'speaking' : undefined} />
      <div className={styles.who}>
        {name}
        <p>{who.join(' · ')}</p>
        {now.length > 0 && <p>{words.sentence(now.join(' · '))}</p>}
      </div>
      {close}
    </div>
  );
}

/** How they look, if they let others ask, and everything one can do with them; of who has left, only how they looked. */
export function CardBody({ id, person, onLeft }: { readonly id: PersonId; readonly person: SeenPerson; readonly onLeft: () => void }) {
  const look = lookOf(person.look);
  const looks = useDescription(look);
  return (
    <>
      {look.heard === 'yes' && <p className={styles.looks}>{looks}</p>}
      {person.here && (
        <>
          <div className={styles.verbs}><MainVerbs id={id} name={person.name} onLeft={onLeft} /></div>
          <VoiceOf id={id} name={person.name} />
          <CardVerbs id={id} name={person.name} onDone={onLeft} />
        </>
      )}
    </>
  );
}
