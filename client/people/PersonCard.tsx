import { Dialog, Heading } from 'react-aria-components/Dialog';
import type { Standing } from '#shared/kernel/capability.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { lookOf } from '#shared/people/look.ts';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { PersonVerbs } from '#client/moderation/PersonVerbs.tsx';
import { moderation } from '#client/moderation/moderation.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import { MainVerbs } from './MainVerbs.tsx';
import styles from './PersonCard.module.css';
import { Portrait } from './portrait.tsx';
import { usePerson } from './usePerson.ts';

const standings = { guest: moderation.guest, member: moderation.member, steward: moderation.steward, owner: moderation.owner } satisfies Record<Standing, unknown>;
const isStanding = (text: string): text is Standing => Object.hasOwn(standings, text);

/** Someone whose face was pressed: who they are, what is so of them, and everything one can do with them. It does not hold focus. */
export function PersonCard({ id, onClose }: { readonly id: PersonId; readonly onClose: () => void }) {
  const words = useWords();
  const person = usePerson(id);
  if (!person) return null;
  const { name, pronouns, standing } = person;
  const facts = [pronouns, isStanding(standing) ? words(standings[standing]) : '', ...person.states, person.distance].filter(Boolean);
  return (
    <Dialog className={styles.card ?? ''}>
      <div className={styles.head}>
        <Portrait look={lookOf(person.look)} size={4.5} />
        <div className={styles.who}>
          <Heading slot="title" level={3}><PersonName name={name} /></Heading>
          <p>{facts.join(' · ')}</p>
        </div>
        <Button variant="quiet" icon="x" iconOnly aria-label={words(page.close)} onPress={onClose} />
      </div>
      {person.here && (
        <>
          <div className={styles.verbs}><MainVerbs id={id} name={name} /></div>
          <PersonVerbs id={id} name={name} laidOut onDone={onClose} />
        </>
      )}
    </Dialog>
  );
}
