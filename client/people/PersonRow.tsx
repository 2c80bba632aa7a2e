import { useRef } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { placeOf } from '#shared/hand/hand.rules.ts';
import { lookOf } from '#shared/people/look.ts';
import { distanceBetween } from '#shared/place/describe.ts';
import { sameContent } from '#client/net/store.ts';
import { useHearth, usePage, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { circles } from '#client/circles/circles.words.ts';
import { PersonVerbs } from '#client/moderation/PersonVerbs.tsx';
import { moderation } from '#client/moderation/moderation.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import styles from './AroundYou.module.css';
import { around as say } from './around.words.ts';
import { Portrait } from './portrait.tsx';

interface Seen {
  readonly name: string;
  readonly pronouns: string;
  readonly look: string;
  readonly connected: boolean;
  readonly seated: boolean;
  readonly hand: number;
  readonly venue: string;
  readonly availability: string;
}

/** One person: face, name, what is so of them now in words, and what one can do. */
export function PersonRow({ id }: { readonly id: PersonId }) {
  const words = useWords();
  const { perform } = useVisit();
  const last = useRef<Seen | undefined>(undefined);
  const now = useHearth<Seen | undefined>(({ facts }) => {
    const person = facts.people.get(id);
    if (!person) return undefined;
    const { name, callMe, pronouns, look, connected, seated, venue, availability } = person;
    return { name: callMe || name, pronouns, look, connected, seated, venue, availability, hand: placeOf(facts, id) };
  }, sameContent);
  const metres = useRoom((room, me) => distanceBetween(room, me, id), 0);
  const walking = useRoom((room) => room.walking(id), false);
  const caption = usePage((state) => state.captions[id]);
  last.current = now ?? last.current;
  const person = last.current;
  if (!person) return null;
  const states = now
    ? [
        caption,
        person.hand > 0 ? words(say.handIsUp, { place: person.hand }) : undefined,
        person.connected ? undefined : words(page.reconnecting),
        person.availability === 'focused' ? words(circles.focused) : person.availability === 'away' ? words(circles.isAway) : undefined,
        person.seated ? words(page.sitting) : undefined,
        person.venue ? words(moderation.atVenue, { venue: person.venue }) : undefined,
        walking ? words(page.walkingState) : undefined,
        metres > 0 ? words(page.metresAway, { metres }) : undefined,
      ].filter((state) => state !== undefined)
    : [words(page.gone)];
  return (
    <li className={styles.person} data-person={id}>
      <Portrait look={lookOf(person.look)} size={3} />
      <div className={styles.who}>
        <h4><PersonName name={person.name} />{person.pronouns && <span className={styles.pronouns}> {person.pronouns}</span>}</h4>
        <p className={person.hand > 0 ? `${styles.state} ${styles.hand}` : styles.state}>{states.join(' · ')}</p>
      </div>
      {now && (
        <div className={styles.verbs}>
          <span data-capability="move.goTo" data-target={id} data-focus-key={`goTo:${id}`}>
            <Button variant="quiet" aria-label={words(page.goToName, { name: person.name })} onPress={() => void perform('move.goTo', { to: 'person', id })}>{words(say.goTo)}</Button>
          </span>
          <span data-capability="people.describe" data-target={id} data-focus-key={`describe:${id}`}>
            <Button variant="quiet" aria-label={words(page.describeName, { name: person.name })} onPress={() => void perform('people.describe', { person: id })}>{words(say.describe)}</Button>
          </span>
          <PersonVerbs id={id} name={person.name} />
        </div>
      )}
    </li>
  );
}
