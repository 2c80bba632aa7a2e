/** The one way to a seat in a room: joinById of a room there is. Colyseus's own routes are not mounted. */
import { createAuthContext, matchMaker, ServerError } from '@colyseus/core';
import type { Request, Response } from 'express';
import { entryRefusals } from '#shared/people/entry.ts';
import { errorDetails, log } from './log.ts';

const known: ReadonlySet<string> = new Set(Object.values(entryRefusals).map(({ code }) => code));

/** An error as a joiner may hear it: a refusal's code and an HTTP status. Anything else is written down, and not told. */
export const asEntryError = (error: unknown): ServerError => {
  if (error instanceof ServerError && known.has(error.message.split(' ')[0] ?? '')) return error;
  log('entry.failed', errorDetails(error));
  return new ServerError(503, entryRefusals.unavailable.code);
};

/** Reserves a seat for whoever asks; the room's doorway judges them. Errors are told as the SDK reads them: `error` is a refusal's code, then perhaps the values of its sentence. */
export const reserveSeat = (rooms: { has(id: string): boolean }) => async (request: Request, response: Response): Promise<void> => {
  const room = String(request.params['room']);
  response.set('Cache-Control', 'no-store');
  try {
    if (!rooms.has(room)) throw new ServerError(404, entryRefusals.noRoom.code);
    const headers = request.headers as Record<string, string | undefined>;
    response.json(await matchMaker.joinById(room, request.body, createAuthContext({ headers, remoteAddress: request.socket.remoteAddress ?? '' })));
  } catch (error) {
    const { code, message } = asEntryError(error);
    response.status(code).json({ code, error: message });
  }
};
