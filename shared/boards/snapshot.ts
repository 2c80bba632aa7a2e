import * as z from 'zod/mini';
import { Board, BoardElement } from './board.state.ts';
import { elementTypes, type ElementType } from './element.ts';

/** Rises with the format; old ones are read for ever. */
const VERSION = 1;

const kept = z.object({
  type: z.custom<ElementType>((type) => elementTypes.includes(type as ElementType)),
  x: z.number(), y: z.number(), width: z.number(), height: z.number(), angle: z.number(),
  index: z.string(), text: z.string(), points: z.string(), rest: z.string(),
  version: z.number(), nonce: z.number(), textVersion: z.number(), author: z.string(), deletedAt: z.number(),
});
const snapshot = z.object({ version: z.literal(VERSION), title: z.string(), mode: z.enum(['open', 'own', 'frozen']), elements: z.array(z.tuple([z.string(), kept])) });

/** A board as it is stored: what was deleted too, so that it can still come back; who writes where is not kept. */
export const snapshotOf = ({ title, mode, elements }: Board): string =>
  JSON.stringify({ version: VERSION, title, mode, elements: [...elements].map(([id, element]) => [id, element.toJSON()]) });

/** A board from what was stored; `undefined` for what is none. */
export const boardFrom = (stored: unknown): Board | undefined => {
  const read = snapshot.safeParse(stored);
  if (!read.success) return undefined;
  const { title, mode, elements } = read.data;
  const board = new Board({ title, mode });
  for (const [id, element] of elements) board.elements.set(id, new BoardElement(element));
  return board;
};
