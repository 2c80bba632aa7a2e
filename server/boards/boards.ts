import type { Layout } from '#shared/rooms/layout.ts';
import { boardIdOf, boardsOf, firstTitleOf } from '#shared/boards/where.ts';

/** The boards that stand in rooms: each object that is one, with the title that it has at first. */
export const boardsIn = (layouts: Iterable<Layout>): ReadonlyMap<string, string> =>
  new Map([...layouts].flatMap((layout) => boardsOf(layout).map((object) => [boardIdOf(layout.id, object.id), firstTitleOf(object)] as const)));
