import { useLayoutEffect, useState, type RefObject } from 'react';

/** How many columns the console has (and, in rem of now, from which width): its parts stand in the document as they do on the screen. */
export type Columns = 1 | 2 | 3;
const TWO = 36;
const THREE = 50;

/** What there is room for, by the width of the element, with the text as large as it is. */
export const columnsIn = (width: number, rem: number): Columns => (width >= THREE * rem ? 3 : width >= TWO * rem ? 2 : 1);

export const useColumns = (place: RefObject<HTMLElement | null>): Columns => {
  const [columns, setColumns] = useState<Columns>(1);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const measure = (): void => setColumns(columnsIn(current.clientWidth, Number.parseFloat(getComputedStyle(document.documentElement).fontSize)));
    const watcher = new ResizeObserver(measure);
    watcher.observe(current);
    measure();
    return () => watcher.disconnect();
  }, [place]);
  return columns;
};
