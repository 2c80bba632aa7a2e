import { useEffect, useRef, useState } from 'react';
import { play } from '#client/announce/earcons.ts';
import { speak } from '#client/announce/live.ts';
import { askRooms, type Fullness } from '#client/app/api.ts';
import { page } from '#client/app/local.words.ts';
import { Notice } from '#client/app/Notice.tsx';
import { place } from '#client/place/place.words.ts';
import { settings } from '#client/settings/settings.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { Layout } from '#shared/rooms/layout.ts';
import styles from './Door.module.css';
import { door as say } from './door.words.ts';
import { Rooms } from './Rooms.tsx';

const LOOK_EVERY = 4_000;

export interface FullRoomProps {
  readonly layout: Pick<Layout, 'id' | 'name' | 'cap'>;
  readonly community: string;
  /** Tries again to come in. */
  readonly onEnter: () => void;
}

/** Stands where somebody came to a room without a place: the rooms that have one, and word of when there is one here. */
export function FullRoom({ layout: { id, name, cap }, community, onEnter }: FullRoomProps) {
  const words = useWords();
  const [rooms, setRooms] = useState<readonly Fullness[]>();
  const [waits, setWaits] = useState(false);
  const here = rooms?.find((room) => room.id === id);
  const isFree = waits && here !== undefined && here.count < here.cap;
  const room = words.named(name);
  const asking = useRef(false);
  useEffect(() => {
    const look = (): void => {
      if (asking.current) return;
      asking.current = true;
      void askRooms().then((found) => {
        asking.current = false;
        if (found.length > 0) setRooms(found);
      });
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (!isFree) return;
    speak(words(say.free, { room }), 'assertive');
    play('success', settings.current);
    document.title = words(say.freeTitle, { community });
    return () => void (document.title = community);
  }, [isFree]);
  const wait = () => {
    setWaits(true);
    speak(words(say.waiting), 'polite');
  };
  return (
    <Notice title={words(say.full, { room: words.sentence(room) })}>
      <p>{words(say.fullText, { cap })}</p>
      <div className={styles.buttons}>
        {waits
          ? <Button variant={isFree ? 'primary' : 'plain'} onPress={onEnter}>{isFree ? words(say.enterRoom, { room }) : words(page.tryAgain)}</Button>
          : <Button variant="primary" onPress={wait}>{words(place.tellMe)}</Button>}
      </div>
      {waits && <p>{words(isFree ? say.free : say.waiting, { room })}</p>}
      {rooms && (
        <Rooms rooms={rooms.filter((one) => one.id !== id)} heading="h2">
          {(one) => <Button aria-label={words(page.goThrough, { room: one.name })} onPress={() => location.assign(`/r/${one.id}`)}>{words(place.goThere)}</Button>}
        </Rooms>
      )}
    </Notice>
  );
}
