import type { PersonId } from '#shared/kernel/ids.ts';
import { lazy, Suspense, useEffect } from 'react';
import { circleOf } from '#shared/circles/circles.rules.ts';
import { around, circlesAround, type CircleAway } from '#shared/circles/around.ts';
import { venuesHere, type Venue } from '#shared/people/venues.ts';
import { page } from '#client/app/local.words.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { CircleCards } from '#client/circles/CircleCards.tsx';
import { Requests } from '#client/circles/Requests.tsx';
import { WithYou } from '#client/circles/WithYou.tsx';
import { HandQueue } from '#client/hand/HandQueue.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Button } from '#client/ui/Button.tsx';
import styles from './AroundYou.module.css';
import { EmptyRoom } from './EmptyRoom.tsx';
import { PeopleList } from './PeopleList.tsx';
import { useHeldOrder } from './useHeldOrder.ts';

// Hybrid meetings alone have venues.
const VenueCards = lazy(() => import('./VenueCards.tsx'));

interface Around {
  readonly together: readonly PersonId[];
  readonly near: readonly PersonId[];
  readonly elsewhere: readonly PersonId[];
  readonly circles: readonly CircleAway[];
  readonly venues: readonly Venue[];
}
const nobody: Around = { together: [], near: [], elsewhere: [], circles: [], venues: [] };
/** Who is in which list, and which circles there are: what one would be told has changed. */
const membersOf = ({ together, near, elsewhere, circles, venues }: Around): readonly string[] => [...together, ...near, ...elsewhere, ...circles.map(({ id }) => id), ...venues.map(({ name, people }) => `${name} ${people.toSorted().join()}`)];

/** Who is here, nearest first: those who are near, those elsewhere in the room, and the queue of hands. `titled`: its title is seen, too. */
export function AroundYou({ titled = true }: { readonly titled?: boolean }) {
  const words = useWords();
  const newest = useRoom<Around>((room, me) => ({ ...around(room, me), circles: circlesAround(room, me), venues: venuesHere(room, me) }), nobody);
  const { shown, waits, take, hold } = useHeldOrder(newest);
  // Who is in a circle, or at a venue with others, stands on its card.
  const gathered = new Set<PersonId>([...shown.circles.flatMap(({ members }) => members), ...shown.venues.flatMap(({ people }) => people)]);
  const alone = (people: readonly PersonId[]): readonly PersonId[] => people.filter((id) => !gathered.has(id));
  const { together } = shown;
  const [near, elsewhere] = [alone(shown.near), alone(shown.elsewhere)];
  const own = useRoom((room, me) => circleOf(room, me)?.id, undefined);
  // What one has done oneself is shown at once.
  useEffect(take, [own]);
  // What a circle is like now is shown at once; which there are waits.
  const circles = shown.circles.map((circle) => newest.circles.find(({ id }) => id === circle.id) ?? circle);
  const [was, is] = [new Set(membersOf(shown)), new Set(membersOf(newest))];
  const changes = [...was].filter((id) => !is.has(id)).length + [...is].filter((id) => !was.has(id)).length;
  return (
    <section id="around" tabIndex={-1} aria-labelledby="around-title" className={styles.around} {...hold}>
      <h2 id="around-title" className={titled ? undefined : 'visually-hidden'}>{words(page.around)}</h2>
      {waits && changes > 0 && <Button variant="quiet" onPress={take}>{words(page.changes, { count: changes })}</Button>}
      <Requests heading="h3" />
      <WithYou mates={together} />
      <HandQueue />
      <h3>{words(page.near)}</h3>
      {shown.near.length > 0 && <PeopleList ids={near} />}
      {shown.near.length === 0 && (newest.near.length + newest.elsewhere.length + newest.together.length === 0 ? <EmptyRoom /> : <p className={styles.empty}>{words(page.nearEmpty, { elsewhere: shown.elsewhere.length })}</p>)}
      <CircleCards circles={circles.filter((circle) => circle.near)} />
      {shown.venues.length > 0 && <Boundary fallback={null}><Suspense><VenueCards venues={shown.venues} /></Suspense></Boundary>}
      {(elsewhere.length > 0 || circles.some((circle) => !circle.near)) && <h3>{words(page.elsewhere)}</h3>}
      <CircleCards circles={circles.filter((circle) => !circle.near)} />
      <PeopleList ids={elsewhere} />
    </section>
  );
}
