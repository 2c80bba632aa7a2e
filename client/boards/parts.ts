/** What is asked of a board in as many messages as it takes. */
import { MOST_AT_ONCE } from '#shared/boards/changes.ts';

/** A message is 64 KB at most; elements as JSON are longer than as they travel. */
const MOST_BYTES = 40_000;

/** The same in the same order, each part as much as one message has room for. */
export const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] => {
  const made: T[][] = [];
  let bytes = Infinity;
  for (const one of all) {
    const size = JSON.stringify(one).length;
    if (bytes + size > MOST_BYTES || (made.at(-1)?.length ?? 0) >= MOST_AT_ONCE / 2) {
      made.push([]);
      bytes = 0;
    }
    made.at(-1)?.push(one);
    bytes += size;
  }
  return made;
};

interface Holding {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly containerId?: unknown;
}

/** What holds something goes before what is held, should one message not have room for both. */
export const heldLast = <T extends Holding>(elements: readonly T[]): readonly T[] => {
  const arrows = new Set(elements.filter(({ type }) => type === 'arrow').map(({ id }) => id));
  const rank = ({ type, containerId }: Holding): number => (type === 'frame' ? 0 : type === 'arrow' || type === 'line' ? 3 : type === 'text' ? (arrows.has(containerId) ? 4 : 2) : 1);
  return elements.toSorted((a, b) => rank(a) - rank(b));
};
