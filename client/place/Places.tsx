import { lazy, Suspense, useState } from 'react';
import { boardIdOf } from '#shared/boards/where.ts';
import { metresTo, sayDistance } from '#shared/place/describe.ts';
import type { SeatGroup } from '#shared/rooms/layout.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { personId } from '#shared/kernel/ids.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { device } from '#client/app/device.ts';
import { sameContent } from '#client/net/store.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Button } from '#client/ui/Button.tsx';
import { boardLine, useBoards } from './boardLine.ts';
import { pressBoard } from './openBoard.ts';
import { place as say } from './place.words.ts';
import styles from './Places.module.css';

const CharterPlace = lazy(() => import('#client/rituals/records/CharterPlace.tsx'));
/** The community's charter is shown where everybody comes in. */
const CHARTER_ROOM = 'commons';

/** What one can go to, and every seat. In the layout's order, which stays. */
export function Places() {
  const words = useWords();
  const visit = useVisit();
  const { hearth, perform } = visit;
  const away = useRoom<Readonly<Record<string, number>>>((room, me) => {
    const pose = room.poseOf(me);
    return Object.fromEntries(room.layout.objects.map((thing) => [thing.id, pose ? sayDistance(metresTo(thing, pose)) : 0]));
  }, {});
  const { objects, seatGroups } = hearth.layout;
  const boards = useBoards();
  return (
    <section id="places" tabIndex={-1} aria-labelledby="places-title" className={`card ${styles.places}`}>
      <h2 id="places-title">{words(page.places)}</h2>
      <ul className={styles.list}>
        {objects.filter((thing) => thing.destination).map((thing) => {
          const board = boards[thing.id];
          return (
          <li key={thing.id} className={styles.place}>
            <div className={styles.text}>
              <h3>{words.sentence(words.named(thing.name))}</h3>
              <p className={styles.about}>{words.named(thing.description)} {away[thing.id] ? words(page.metresAway, { metres: away[thing.id] ?? 0 }) : ''}</p>
              {board && <p className={styles.about}>{boardLine(words, board)}</p>}
            </div>
            <span data-capability="move.goTo" data-target={thing.id} data-focus-key={`goTo:${thing.id}`}>
              <Button icon="footprints" aria-label={words(page.goToName, { name: thing.name })} onPress={() => void perform('move.goTo', { to: 'object', id: thing.id })}>{words(say.goThere)}</Button>
            </span>
            {thing.kind === 'board' && (
              <a className={styles.board} href={`/board/${boardIdOf(hearth.layout.id, thing.id)}`} onClick={pressBoard(visit, thing.id)} aria-label={words(say.openNamed, { board: thing.name })}>{words(say.openBoard)}</a>
            )}
            {seatGroups.filter((group) => group.name === thing.name).map((group) => <Seats key={group.id} group={group} />)}
          </li>
          );
        })}
      </ul>
      {hearth.layout.id === CHARTER_ROOM && <Boundary fallback={null}><Suspense><CharterPlace /></Suspense></Boundary>}
      <Portals />
    </section>
  );
}

/** The ways to other rooms: who is there, and a press to go. */
function Portals() {
  const words = useWords();
  const { hearth, perform } = useVisit();
  const rooms = useHearth(({ facts }) => Object.fromEntries([...facts.elsewhere].map(([id, { name, count, cap }]) => [id, { name, count, cap }])), sameContent);
  const [visited] = useState(() => device.visited);
  const { portals } = hearth.layout;
  if (portals.length === 0) return null;
  return (
    <>
      <h2 id="rooms-title">{words(say.rooms)}</h2>
      <ul className={styles.list} aria-labelledby="rooms-title">
        {portals.map((portal) => {
          const { name = portal.name, count = 0, cap = 0 } = rooms[portal.to] ?? {};
          const full = cap > 0 && count >= cap;
          return (
            <li key={portal.id} className={styles.place}>
              <div className={styles.text}>
                <h3>{words.sentence(words.named(name))}</h3>
                <p className={styles.about}>{words.sentence(words.named(portal.name))}. {words(say.roomHolds, { count, cap })}{lately(visited[portal.to]) && ` ${words(say.visited, { time: words.time(visited[portal.to] ?? 0) })}`}</p>
              </div>
              <Verb id="portal.enter" payload={{ portal: portal.id }} target={portal.id} icon="door-open" aria-label={words(page.goThrough, { room: name })}>{words(say.goThere)}</Verb>
              {full && (
                <span data-capability="portal.wait" data-target={portal.to}>
                  <Button variant="quiet" aria-label={words(page.tellWhenPlace, { room: name })} onPress={() => void perform('portal.wait', { room: portal.to })}>{words(say.tellMe)}</Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A time of day says enough of the last hours, and of nothing before. */
const LATELY = 12 * 60 * 60 * 1000;
const lately = (at: number | undefined): boolean => at !== undefined && Date.now() - at < LATELY;

/** A group's seats: the nearest free one at a press, each one on opening the list. */
function Seats({ group }: { readonly group: SeatGroup }) {
  const words = useWords();
  const { perform, tell } = useVisit();
  const holders = useRoom<Readonly<Record<string, string>>>((room, me) =>
    Object.fromEntries(group.seats.flatMap((seat) => {
      const holder = room.facts.seats.get(seat.id);
      if (holder === undefined) return [];
      return [[seat.id, holder === me ? words(say.yours) : words(page.seatTaken, { name: callNameOf(room, personId(holder)) })]];
    })), {});
  const nearest = useRoom<string | undefined>((room, me) => {
    const pose = room.poseOf(me);
    const free = group.seats.filter((seat) => !room.facts.seats.has(seat.id));
    const distance = (seat: (typeof free)[number]) => (pose ? Math.hypot(seat.x - pose.x, seat.z - pose.z) : 0);
    return free.toSorted((a, b) => distance(a) - distance(b))[0]?.id;
  }, undefined);
  const free = group.seats.length - Object.keys(holders).length;
  return (
    <div className={styles.seats}>
      <span data-capability="seat.sit" data-target={group.id} data-focus-key={`sit:${group.id}`}>
        <Button
          icon="armchair"
          aria-label={words(page.sitAt, { group: group.name })}
          refusal={nearest === undefined ? words(say.noneFree) : undefined}
          onRefused={tell}
          onPress={() => void perform('seat.sit', nearest === undefined ? {} : { seat: nearest })}
        >
          {words(say.sit)}
        </Button>
      </span>
      <details>
        <summary><span className={styles.choose}>{words(say.chooseSeat)}</span> <span className={styles.free}>{words(page.seatsFree, { free })}</span></summary>
        <ul className={styles.choices}>
          {group.seats.map((seat) => (
            <li key={seat.id} data-capability="seat.sit" data-target={seat.id} data-focus-key={`sit:${seat.id}`}>
              <Button refusal={holders[seat.id]} refusalShown onRefused={tell} aria-label={words(page.sitOn, { seat: seat.name })} onPress={() => void perform('seat.sit', { seat: seat.id })}>
                {words.sentence(words.named(seat.name))}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
