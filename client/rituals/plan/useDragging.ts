import { useRef, useState, type PointerEvent } from 'react';

/** Where something that is dragged to `y` comes to stand among the others, whose middles are given from the top down, its own among them. */
export const placeAt = (middles: readonly number[], at: number, y: number): number => middles.filter((middle, other) => other !== at && middle < y).length;

export interface Dragging {
  /** Which is dragged, and where it would be dropped now. */
  readonly drag: { readonly at: number; readonly to: number } | undefined;
  /** Of the list. */
  readonly list: { current: HTMLOListElement | null };
  /** Of the handle of one of its items. */
  handle(at: number): Readonly<Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', (event: PointerEvent<HTMLElement>) => void>>;
}

/** A list whose items a mouse, a pen or a finger puts elsewhere; by keys the same is done with Move up and Move down. */
export const useDragging = (onMove: (at: number, by: number) => void): Dragging => {
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<Dragging['drag']>();
  const toOf = (at: number, y: number): number => {
    const middles = [...(list.current?.children ?? [])].map((item) => {
      const { top, height } = item.getBoundingClientRect();
      return top + height / 2;
    });
    return placeAt(middles, at, y);
  };
  return {
    drag,
    list,
    handle: (at) => ({
      onPointerDown: (event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ at, to: at });
      },
      onPointerMove: ({ clientY }) => drag?.at === at && setDrag({ at, to: toOf(at, clientY) }),
      onPointerUp: ({ clientY }) => {
        if (drag?.at !== at) return;
        setDrag(undefined);
        const to = toOf(at, clientY);
        if (to !== at) onMove(at, to - at);
      },
      onPointerCancel: () => setDrag(undefined),
    }),
  };
};
