import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { sameContent } from '#client/net/store.ts';
import { useVisit } from './context.tsx';

const EVERY = 250;

/**
 * A part of the room that depends on where people are, read anew at most four times a second while they move. Select what
 * is shown, in plain values: the component renders only when that differs.
 */
export const useRoom = <T>(select: (room: RoomView, me: PersonId) => T, empty: T): T => {
  const { hearth } = useVisit();
  const read = (): T => {
    const { you } = hearth.store.current;
    return you ? select(hearth.view, you) : empty;
  };
  const [value, setValue] = useState(read);
  useEffect(() => {
    let timer: number | undefined;
    const look = () => {
      timer = undefined;
      setValue((old) => {
        const now = read();
        return sameContent(old, now) ? old : now;
      });
      // Bodies walk on between two records; look again until they stand.
      if (hearth.poses.moving(performance.now())) soon();
    };
    const soon = () => {
      timer ??= window.setTimeout(look, EVERY);
    };
    const stops = [hearth.store.subscribe(soon), hearth.onMove(soon)];
    look();
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
    // `select` is written inline and closes over nothing that changes.
  }, [hearth]);
  return value;
};

/** The same for what depends on more than the room: read anew at each render, besides. */
export const useRoomNow = <T>(select: (room: RoomView, me: PersonId) => T): T | undefined => {
  const { hearth } = useVisit();
  const chosen = useRef(select);
  chosen.current = select;
  useRoom<T | undefined>((room, me) => chosen.current(room, me), undefined);
  const { you } = hearth.store.current;
  return you && select(hearth.view, you);
};
