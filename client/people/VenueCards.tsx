import type { PersonId } from '#shared/kernel/ids.ts';
import { page } from '#client/app/local.words.ts';
import { useHearth } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { circles } from '#client/circles/circles.words.ts';
import { Rug } from '#client/circles/Rug.tsx';
import cards from '#client/circles/Circles.module.css';
import { sameContent } from '#client/net/store.ts';
import { PersonName } from '#client/ui/PersonName.tsx';
import type { Venue } from '#shared/people/venues.ts';
import { PersonButton } from './PersonButton.tsx';
import { usePerson } from './usePerson.ts';
import { venues as say } from './venues.words.ts';
import styles from './VenueCards.module.css';

/** Those who sit in one physical room, around one table; each opens their card. */
export default function VenueCards({ venues }: { readonly venues: readonly Venue[] }) {
  const words = useWords();
  return (
    <>
      <h3>{words(say.title)}</h3>
      <ul className={cards.cards}>
        {venues.map(({ name, people, isMine }) => (
          <li key={name} className={cards.card}>
            <Table people={people} />
            <div className={cards.text}>
              <h4>{words(say.at, { venue: name })}</h4>
              <p className={cards.state}>{words(circles.people, { count: people.length })} · {words(isMine ? say.mine : say.theirs)}</p>
              <ul className={cards.names} aria-label={words(say.who)}>
                {people.map((id) => <Named key={id} id={id} />)}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Table({ people }: { readonly people: readonly PersonId[] }) {
  const looks = useHearth(({ facts }) => people.map((id) => facts.people.get(id)?.look ?? ''), sameContent);
  return <Rug looks={looks} className={styles.table} />;
}

function Named({ id }: { readonly id: PersonId }) {
  const words = useWords();
  const person = usePerson(id);
  const isYou = useHearth(({ you }) => you === id);
  if (!person) return null;
  return (
    <li data-person={id}>
      {isYou ? <span className={styles.you}>{words.sentence(words(page.you))}</span> : <PersonButton id={id} className={cards.member}><PersonName name={person.name} />{person.signals[0] && <span className={styles.signal}> ({person.signals[0]})</span>}</PersonButton>}
    </li>
  );
}
