import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { personId } from '#shared/kernel/ids.ts';
import type { RefusalKind } from '#shared/kernel/refusal.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { admit, entrySchema } from '../people/entry.ts';
import { COOKIE, cookieOf, type Identity } from '../people/identity.ts';
import type { RoomHost } from '../rooms/room-host.ts';
import type { Storage } from '../storage/storage.ts';
import type { Ambient } from './ambient.ts';
import { errorDetails, log } from './log.ts';

/** Everything a page may load or talk to is our own origin. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The two rules that react-aria adds as <style>: touch-action under presses, and overscroll under dialogs on iOS.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=' 'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const YEAR = 365 * 24 * 60 * 60 * 1000;

export interface HttpServices {
  readonly isAllowedOrigin: (headers: Pick<Headers, 'get'>) => boolean;
  readonly identity: Identity;
  readonly storage: Storage;
  readonly ambient: Ambient;
  readonly hosts: ReadonlyMap<string, RoomHost>;
  readonly community: string;
  /** The built client; absent while Vite serves it. */
  readonly clientFolder: string;
}

/**
 * Whether a request comes from our own pages. A browser names its origin on every request that changes something and on
 * every socket; one from elsewhere, or without one, is refused. Behind a proxy our own name is PUBLIC_URL's.
 */
export const originCheck = (publicUrl: string): HttpServices['isAllowedOrigin'] => {
  const publicHost = publicUrl === '' ? undefined : new URL(publicUrl).host;
  return (headers) => {
    try {
      const { host } = new URL(headers.get('origin') ?? '');
      return host === headers.get('host') || host === publicHost;
    } catch {
      return false;
    }
  };
};

const secured = (_request: Request, response: Response, next: NextFunction): void => {
  response.set({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
  });
  next();
};

const refused = (response: Response, status: number, kind: RefusalKind): void => {
  response.status(status).json({ ok: false, refusal: { code: kind.code, values: {} } });
};

/** The routes beside Colyseus's own: who am I, come in, layouts, the page. */
export const addRoutes = (app: Express, { isAllowedOrigin, identity, storage, ambient, hosts, community, clientFolder }: HttpServices): void => {
  app.disable('x-powered-by');
  app.use(secured);

  app.get('/api/me', async (request, response) => {
    const tab = request.headers.authorization?.replace(/^Bearer /, '');
    const id = identity.read(tab ?? cookieOf(request.headers.cookie));
    const person = id && (await storage.findPerson(id));
    const inside = [...hosts.values()].flatMap((host) => [...host.facts.people.values()].filter((one) => one.connected).map((one) => one.callMe || one.name));
    response.set('Cache-Control', 'no-store').json({
      community,
      inside: person ? { count: inside.length, names: inside.slice(0, 5) } : { count: inside.length, names: [] },
      ...(person ? { knownAs: { id: person.id, name: person.name, look: person.look } } : {}),
    });
  });

  app.post('/api/enter', express.json({ limit: '8kb' }), async (request, response) => {
    if (!isAllowedOrigin(new Headers({ origin: request.headers.origin ?? '', host: request.headers.host ?? '' }))) return refused(response, 403, entryRefusals.malformed);
    const entry = entrySchema.safeParse(request.body).data;
    if (!entry) return refused(response, 400, entryRefusals.malformed);
    const entered = await admit(storage, identity, ambient, entry);
    if (!entered.ok) return refused(response, 403, entered.refusal);
    const token = identity.tokenOf(personId(entered.person.id));
    if (!entry.tab) response.cookie(COOKIE, token, { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/', maxAge: YEAR });
    response.json({ ok: true, person: entered.person.id, ...(entry.tab ? { tab: token } : {}) });
  });

  app.get('/api/rooms/:room', (request, response) => {
    const host = hosts.get(String(request.params.room));
    if (host) response.set('Cache-Control', 'no-cache').json(host.room.layout);
    else refused(response, 404, entryRefusals.malformed);
  });

  if (existsSync(clientFolder)) {
    app.use('/assets', express.static(join(clientFolder, 'assets'), { immutable: true, maxAge: YEAR, index: false }));
    app.use(express.static(clientFolder, { index: false }));
    app.get(['/', '/join', '/r/:room'], (_request, response) => {
      response.set('Cache-Control', 'no-cache').sendFile(join(clientFolder, 'index.html'));
    });
  }

  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;
    if (status >= 500) log('http.failed', errorDetails(error));
    refused(response, status, entryRefusals.malformed);
  });
};
