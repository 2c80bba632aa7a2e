import { callNameOf, othersByNearness } from '#shared/people/people.rules.ts';
import { describePlace, metresTo, sayDistance } from '#shared/place/describe.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Plan } from '#client/view-2d/Plan.tsx';
import { place as say } from './place.words.ts';
import styles from './PlanDialog.module.css';

interface Spot {
  readonly id: string;
  readonly name: string;
  readonly metres: number;
  /** Whether one can go there. */
  readonly leads: boolean;
  readonly people: readonly string[];
}

/** The places of the room, nearest first, and who is at or about each. */
const spotsNow = (room: RoomView, me: PersonId): readonly Spot[] => {
  const here = room.poseOf(me);
  const by = Map.groupBy([me, ...othersByNearness(room, me)], (id) => {
    const place = describePlace(room, id);
    return place.kind === 'seat' ? place.group : place.kind === 'nowhere' ? '' : place.landmark;
  });
  return room.layout.objects
    .filter(({ destination, name }) => destination || by.has(name))
    .map((thing) => ({ id: thing.id, leads: thing.destination === true, name: thing.name, metres: here ? sayDistance(metresTo(thing, here)) : 0, people: (by.get(thing.name) ?? []).map((id) => (id === me ? '' : callNameOf(room, id))) }))
    .toSorted((a, b) => a.metres - b.metres);
};

/** The room from above, large; all that it shows stands in words beside it. */
export default function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth: { layout } } = useVisit();
  const spots = useRoom(spotsNow, []);
  const whoIs = (people: readonly string[]): string => (people.length === 0 ? words(say.nobodyThere) : words(say.whoIsThere, { names: words.list(people.map((name) => name || words(page.you))) }));
  return (
    <Dialog title={words(say.planOf, { room: layout.name })} size="wide" onClose={onClose}>
      <div className={styles.body} tabIndex={0} role="region" aria-label={words(say.planOf, { room: layout.name })}>
        <Plan large />
        <ul className={styles.spots}>
          {spots.map(({ id, name, metres, leads, people }) => (
            <li key={id}>
              <div>
                <h3>{words.sentence(words.named(name))}</h3>
                <p>{metres > 0 && `${words(page.metresAway, { metres })}. `}{whoIs(people)}</p>
              </div>
              {leads && <Verb id="move.goTo" payload={{ to: 'object', id }} target={id} icon="footprints" onDone={onClose} aria-label={words(page.goToName, { name })}>{words(say.goThere)}</Verb>}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
