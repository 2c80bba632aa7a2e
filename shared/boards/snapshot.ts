import * as z from 'zod/mini';
import type { Moment } from '../kernel/capability.ts';
import { personId } from '../kernel/ids.ts';
import { Board, BoardElement } from './board.state.ts';
import { openDesk, type Desk } from './desk.ts';
import { elementTypes, type ElementType } from './element.ts';
import { tellRound } from './votes.ts';

/** Rises with the format; old ones are read for ever. */
const VERSION = 1;

const kept = z.object({
  type: z.custom<ElementType>((type) => elementTypes.includes(type as ElementType)),
  x: z.number(), y: z.number(), width: z.number(), height: z.number(), angle: z.number(),
  index: z.string(), text: z.string(), points: z.string(), rest: z.string(),
  version: z.number(), nonce: z.number(), textVersion: z.number(), author: z.string(), deletedAt: z.number(),
});
const round = z.object({ budget: z.number(), secret: z.boolean(), open: z.boolean(), ballots: z.array(z.tuple([z.string(), z.array(z.string())])) });
const head = z.object({
  changed: z._default(z.nullable(z.object({ at: z.number(), by: z.string() })), null), version: z.literal(VERSION), title: z.string(), mode: z.enum(['open', 'own', 'frozen']),
  authors: z._default(z.enum(['shown', 'hidden']), 'shown'), guests: z._default(z.enum(['edit', 'read']), 'edit'), names: z._default(z.record(z.string(), z.string()), {}), round: z._default(z.nullable(round), null),
});
const elements = z.array(z.tuple([z.string(), z.unknown()]));

/** What is stored of a board beside its elements. Who voted for what is for the server alone. */
export const headOf = ({ board: { title, mode, authors, guests }, names, round: votes, changed }: Desk): object =>
  ({ version: VERSION, changed: changed ?? null, title, mode, authors, guests, names: Object.fromEntries(names), round: votes ? { ...votes, ballots: [...votes.ballots] } : null });

/** What is stored of one element, its author too; `undefined` where it is forgotten. */
export const elementKept = ({ board, authors }: Desk, id: string): object | undefined => {
  const element = board.elements.get(id);
  return element && { ...element.toJSON(), author: authors.get(id) ?? '' };
};

/** A whole board as it is stored: what was deleted too, so that it can still come back; who writes where is not kept. */
export const snapshotOf = (desk: Desk): string => JSON.stringify({ ...headOf(desk), elements: [...desk.board.elements.keys()].map((id) => [id, elementKept(desk, id)]) });

/** A board from what was stored; `undefined` for what is none. An element that cannot be read is left out. */
export const deskFrom = (storedHead: unknown, storedElements: unknown, moment: Moment): Desk | undefined => {
  const [read, rows] = [head.safeParse(storedHead), elements.safeParse(storedElements)];
  if (!read.success || !rows.success) return undefined;
  const { title, mode, authors, guests, names, round: votes, changed } = read.data;
  const board = new Board({ title, mode, authors, guests });
  for (const [id, name] of Object.entries(names)) board.names.set(id, name);
  for (const [id, one] of rows.data) {
    const element = kept.safeParse(one).data;
    if (element) board.elements.set(id, new BoardElement(element));
  }
  const desk = openDesk(board, moment);
  desk.changed = changed ?? undefined;
  if (votes) desk.round = { ...votes, ballots: new Map(votes.ballots.map(([by, ballot]) => [personId(by), ballot])) };
  tellRound(desk);
  return desk;
};
