import { useRef, useState } from 'react';
import { sameContent } from '#client/net/store.ts';

export interface HeldOrder<T> {
  /** What to show: the newest, or while it is held what was there on entering. */
  readonly shown: T;
  /** Whether something newer waits. */
  readonly waits: boolean;
  /** Takes the newest in. */
  readonly take: () => void;
  readonly hold: {
    readonly onFocus: () => void;
    readonly onBlur: (event: React.FocusEvent) => void;
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
  };
}

/** A list that does not move under a hand: while focus or pointer is inside, changes wait. */
export const useHeldOrder = <T,>(newest: T): HeldOrder<T> => {
  const [kept, setKept] = useState<T | undefined>(undefined);
  const inside = useRef({ focus: false, pointer: false });
  const settle = () => {
    const held = inside.current.focus || inside.current.pointer;
    setKept((old) => (held ? (old ?? newest) : undefined));
  };
  return {
    shown: kept ?? newest,
    waits: kept !== undefined && !sameContent(kept, newest),
    // Held by nobody, it shows the newest anyway.
    take: () => setKept((old) => (old === undefined ? undefined : newest)),
    hold: {
      onFocus: () => {
        inside.current.focus = true;
        settle();
      },
      onBlur: (event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        inside.current.focus = false;
        settle();
      },
      onPointerEnter: () => {
        inside.current.pointer = true;
        settle();
      },
      onPointerLeave: () => {
        inside.current.pointer = false;
        settle();
      },
    },
  };
};
