/** BO26. The door for pictures: one put on a board, and one seen there. */
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { roleOf } from '#shared/boards/board.ts';
import { boardRefusals } from '#shared/boards/boards.refusals.ts';
import { LARGEST_FILE } from '#shared/boards/images.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { dispatchRefusals } from '#shared/kernel/refusal.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { isFromOurs, type OriginCheck } from '../../host/headers.ts';
import { errorDetails, log } from '../../host/log.ts';
import { refused } from '../../host/refused.ts';
import type { Visitors } from '../../people/visitors.ts';
import type { Profile } from '../../storage/storage.ts';
import type { BoardHost } from '../board-host.ts';
import { imageHeavy } from './board-images.ts';

interface ImageServices {
  readonly boards: ReadonlyMap<string, BoardHost>;
  readonly isAllowedOrigin: OriginCheck;
  readonly now: () => number;
}

/** So many files are under way at once, and so many of them one person's: each is held whole until it is read. */
const MOST_UNDER_WAY = 12;
const MOST_OF_ONE = 3;
/** One of which nothing comes for so long (ms) is given up. */
const STALLED = 20_000;
/** What is named by what is in it never changes; it is for whoever was let through alone. */
const FOR_EVER = 'private, max-age=31536000, immutable';
const body = express.raw({ type: () => true, limit: LARGEST_FILE });

export const addImages = (app: Express, visitors: Pick<Visitors, 'admit'>, { boards, isAllowedOrigin, now }: ImageServices, stalled = STALLED): void => {
  /** Whose they are. */
  const underWay: PersonId[] = [];

  /** Judged before a byte of the file is taken. */
  const judge = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (!isFromOurs(request, isAllowedOrigin)) return refused(response, 403, entryRefusals.badOrigin);
    const visitor = await visitors.admit(request, 'upload');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    const board = boards.get(String(request.params['board']));
    if (!board) return refused(response, 404, entryRefusals.noRoom);
    const permit = board.mayChange(visitor.profile);
    if (!permit.granted) return refused(response, 403, permit.refusal);
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE) return refused(response, 413, imageHeavy);
    const { id } = visitor.profile;
    response.locals['profile'] = visitor.profile;
    if (underWay.length >= MOST_UNDER_WAY || underWay.filter((one) => one === id).length >= MOST_OF_ONE) return refused(response, 503, boardRefusals.imagesBusy);
    underWay.push(id);
    response.once('close', () => underWay.splice(underWay.indexOf(id), 1));
    request.setTimeout(stalled, () => request.destroy());
    next();
  };

  const take = async (request: Request, response: Response<unknown, { readonly profile: Profile }>): Promise<void> => {
    const board = boards.get(String(request.params['board']));
    const file: unknown = request.body;
    // All of it has come: from here on it is we who take time.
    request.setTimeout(0);
    if (!board || !(file instanceof Uint8Array)) return refused(response, 400, boardRefusals.imageKind);
    const { id, standing, duties = [] } = response.locals.profile;
    try {
      const taken = await board.images.add(file, { id, standing, role: roleOf(board.facts, { standing, duties }) }, now);
      if ('code' in taken) return refused(response, taken.code === boardRefusals.imagesBusy.code ? 503 : 422, taken);
      response.status(201).set('Cache-Control', 'no-store').json({ ok: true, ...taken });
    } catch (error) {
      log('images.failed', errorDetails(error));
      refused(response, 503, dispatchRefusals.notStored);
    }
  };

  const tooLarge = (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if ((error as { readonly status?: unknown }).status === 413 && !response.headersSent) refused(response, 413, imageHeavy);
    else next(error);
  };

  app.post('/api/boards/:board/images', judge, body, take, tooLarge);

  app.get('/api/boards/:board/images/:image', async (request, response) => {
    const visitor = await visitors.admit(request, 'image');
    if (!('profile' in visitor)) return refused(response, visitor.status, visitor.refusal);
    const bytes = await boards.get(request.params.board)?.images.bytesOf(request.params.image);
    if (!bytes) return refused(response, 404, boardRefusals.noSuchImage);
    response.type('image/webp').set('Cache-Control', FOR_EVER).send(bytes);
  });
};
