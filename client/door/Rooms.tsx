import type { ReactNode } from 'react';
import type { Fullness } from '#client/app/api.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from './Door.module.css';
import { door as say } from './door.words.ts';

/** Rooms that have a place, and how to go there. */
export function Rooms({ rooms, heading: Heading, children }: { readonly rooms: readonly Fullness[]; readonly heading: 'h2' | 'h3'; readonly children: (room: Fullness) => ReactNode }) {
  const words = useWords();
  const open = rooms.filter(({ count, cap }) => count < cap);
  if (open.length === 0) return <p>{words(say.noOthers)}</p>;
  return (
    <>
      <Heading id="rooms-with-a-place">{words(say.others)}</Heading>
      <ul className={styles.rooms} aria-labelledby="rooms-with-a-place">
        {open.map((room) => (
          <li key={room.id}>
            <div><b>{words.sentence(words.named(room.name))}</b><p>{words(say.holds, { count: room.count, free: room.cap - room.count })}</p></div>
            {children(room)}
          </li>
        ))}
      </ul>
    </>
  );
}
