/** What is asked of boards over HTTP: how they look, for whoever stands before one in its room. */
import type { Express } from 'express';
import { entryRefusals } from '#shared/people/entry.ts';
import type { OriginCheck } from '../host/headers.ts';
import { refused } from '../host/refused.ts';
import type { Visitors } from '../people/visitors.ts';
import type { BoardHost } from './board-host.ts';
import { addImages } from './images/image-routes.ts';

export interface BoardRouteServices {
  readonly boards: ReadonlyMap<string, BoardHost>;
  readonly isAllowedOrigin: OriginCheck;
  readonly now: () => number;
}

/** What is shorter is sent as it is (bytes). */
const WORTH_PACKING = 2_000;

export const addBoards = (app: Express, visitors: Visitors, services: BoardRouteServices): void => {
  addImages(app, visitors, services);

  // BO23. A query of another kind than text is none.
  app.get('/api/boards/:board/sight', async (request, response) => {
    const visitor = await visitors.admit(request, 'look');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    const board = services.boards.get(request.params.board);
    if (!board) return refused(response, 404, entryRefusals.noRoom);
    const { since } = request.query;
    const sight = board.sightSince(typeof since === 'string' ? since : '');
    response.type('json').set('Cache-Control', 'no-store').vary('Accept-Encoding');
    if (sight.text.length < WORTH_PACKING || !request.acceptsEncodings('gzip')) return void response.send(sight.text);
    response.set('Content-Encoding', 'gzip').send(await sight.packed());
  });
};
