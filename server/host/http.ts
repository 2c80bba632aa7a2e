import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { personId } from '#shared/kernel/ids.ts';
import * as z from 'zod/mini';
import type { Standing } from '#shared/kernel/capability.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { admit, entrySchema, GUEST_LASTS, lookAtLink, welcomeBack } from '../people/entry.ts';
import { COOKIE, cookieOf, type Identity } from '../people/identity.ts';
import { Visitors } from '../people/visitors.ts';
import type { BoardHost } from '../boards/board-host.ts';
import type { Calendar } from '#shared/rituals/calendar.ts';
import { addRuns } from '../rituals/run-routes.ts';
import { addBoards } from '../boards/board-routes.ts';
import type { RoomHost } from '../rooms/room-host.ts';
import type { Store } from '../storage/storage.ts';
import type { Ambient } from './ambient.ts';
import { compressed } from './compressed.ts';
import { isFromOurs, securityHeaders, type OriginCheck } from './headers.ts';
import { errorDetails, log } from './log.ts';
import { addInsights, type Insights } from './insights.ts';
import { refused } from './refused.ts';
import { addRituals, comingIn } from '../rituals/ritual-routes.ts';
import { reserveSeat } from './seats.ts';
import { Tries } from './tries.ts';
import type { Voice } from '../voice/open-voice.ts';

const YEAR = 365 * 24 * 60 * 60 * 1000;
/** How long a browser is known: a guest's as long as the guest is. */
const knownFor = (standing: Standing): number => (standing === 'guest' ? GUEST_LASTS : YEAR);

export interface HttpServices {
  readonly isAllowedOrigin: OriginCheck;
  readonly identity: Identity;
  readonly storage: Store;
  readonly insights: Insights;
  readonly ambient: Ambient;
  readonly hosts: ReadonlyMap<string, RoomHost>;
  readonly boards: ReadonlyMap<string, BoardHost>;
  readonly community: string;
  /** Where it is reached, such as https://hearth.example.org. */
  readonly base: string;
  readonly calendar: Calendar;
  readonly voice: Pick<Voice, 'add' | 'origin' | 'isCarried'>;
  /** The built client; absent while Vite serves it. */
  readonly clientFolder: string;
}

const knownSchema = z.strictObject({ invitation: z.string().check(z.maxLength(100)) });

const statusOf = (error: unknown): number => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
};

/** Everything that Hearth answers over HTTP: who am I, come in, a seat, layouts, the page. */
export const createApp = (services: HttpServices): Express => {
  const app = express();
  const headers = securityHeaders(services.voice.origin);
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set(headers);
    next();
  });
  addInsights(app, services.insights);
  addQuestions(app, services);
  const { identity, storage, ambient: { now } } = services;
  // One for all: what one person asks is counted in one place.
  const visitors = new Visitors({ identity, storage, now });
  addBoards(app, visitors, { ...services, now });
  addRituals(app, visitors, { ...services, now });
  addRuns(app, visitors, services);
  services.voice.add(app);
  addPages(app, services.clientFolder);
  app.use((_request: Request, response: Response) => refused(response, 404, entryRefusals.malformed));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = statusOf(error);
    if (status >= 500) log('http.failed', errorDetails(error));
    if (response.headersSent) response.destroy();
    else refused(response, status, status >= 500 ? entryRefusals.unavailable : entryRefusals.malformed);
  });
  return app;
};

const addQuestions = (app: Express, { isAllowedOrigin, identity, storage, ambient, hosts, boards, community, calendar, voice }: HttpServices): void => {
  const json = express.json({ limit: '8kb' });
  const tries = new Tries();
  const isOurs = (request: Request): boolean => isFromOurs(request, isAllowedOrigin);

  app.get('/api/me', async (request, response) => {
    const id = identity.whoAsks(request.headers);
    const person = id && (await storage.findPerson(id));
    const inside = [...hosts.values()].flatMap((host) => [...host.facts.people.values()].filter((one) => one.connected && !one.companion).map((one) => one.callMe || one.name));
    response.set('Cache-Control', 'no-store').json({
      community,
      voice: voice.isCarried,
      inside: person ? { count: inside.length, names: inside.slice(0, 5) } : { count: inside.length, names: [] },
      ...(person ? { knownAs: { id: person.id, name: person.name, look: person.look, venue: person.venue ?? '' } } : {}),
    });
  });

  app.post('/api/enter', json, async (request, response) => {
    if (!isOurs(request)) return refused(response, 403, entryRefusals.badOrigin);
    const entry = entrySchema.safeParse(request.body).data;
    if (!entry) return refused(response, 400, entryRefusals.malformed);
    const address = request.socket.remoteAddress ?? '';
    if (!tries.mayTry(address, ambient.now())) return refused(response, 429, entryRefusals.tooManyTries);
    const entered = await admit(storage, identity, ambient, entry, identity.read(cookieOf(request.headers.cookie)));
    if (!entered.ok) {
      tries.failed(address, ambient.now());
      return refused(response, 403, entered.refusal);
    }
    const token = identity.tokenOf(personId(entered.person.id));
    // The page's own origin says how it was reached, also through a proxy that ends TLS.
    const secure = request.headers.origin?.startsWith('https:') ?? false;
    if (!entry.tab) response.cookie(COOKIE, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: knownFor(entered.person.standing) });
    response.set('Cache-Control', 'no-store').json({ ok: true, person: entered.person.id, ...(entry.tab ? { tab: token } : {}) });
  });

  // Asked before someone gives a name and a look: a link that is shut says so at once.
  app.post('/api/link', json, async (request, response) => {
    if (!isOurs(request)) return refused(response, 403, entryRefusals.badOrigin);
    const body = knownSchema.safeParse(request.body).data;
    if (!body) return refused(response, 400, entryRefusals.malformed);
    const address = request.socket.remoteAddress ?? '';
    if (!tries.mayTry(address, ambient.now())) return refused(response, 429, entryRefusals.tooManyTries);
    const link = await lookAtLink(storage, identity, body.invitation, ambient.now());
    if (!link.ok) tries.failed(address, ambient.now());
    // RI30. Whoever may come in by it learns what they come for.
    response.set('Cache-Control', 'no-store').json(link.ok ? { ...link, coming: comingIn(calendar, ambient.now()) } : link);
  });

  // How full the rooms are, for whoever found one without a place.
  app.get('/api/rooms', (_request, response) => {
    const rooms = [...hosts.values()].map(({ count, room: { layout: { id, name, cap } } }) => ({ id, name, count, cap }));
    response.set('Cache-Control', 'no-store').json({ rooms });
  });

  // Someone known opens a link: it may make them more than they are.
  app.post('/api/welcome', json, async (request, response) => {
    if (!isOurs(request)) return refused(response, 403, entryRefusals.badOrigin);
    const body = knownSchema.safeParse(request.body).data;
    const id = identity.whoAsks(request.headers);
    const person = id && (await storage.findPerson(id));
    if (!body || !person) return refused(response, body ? 401 : 400, body ? entryRefusals.stranger : entryRefusals.malformed);
    const welcomed = await welcomeBack(storage, identity, ambient, person, body.invitation);
    if (!welcomed.ok) return refused(response, 403, welcomed.refusal);
    response.set('Cache-Control', 'no-store').json({ ok: true });
  });

  app.post('/matchmake/joinById/:room', json, reserveSeat({ has: (id) => hosts.has(id) || boards.has(id) }));

  app.get('/api/rooms/:room', (request, response) => {
    const host = hosts.get(String(request.params.room));
    if (host) response.set('Cache-Control', 'no-cache').json(host.room.layout);
    else refused(response, 404, entryRefusals.noRoom);
  });
};

const addPages = (app: Express, clientFolder: string): void => {
  if (!existsSync(clientFolder)) return;
  const assets = join(clientFolder, 'assets');
  app.use('/assets', compressed(assets), express.static(assets, { immutable: true, maxAge: YEAR, index: false }));
  app.use(express.static(clientFolder, { index: false }));
  app.get(['/', '/join', '/r/:room', '/board/:board', '/run/:run'], (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(clientFolder, 'index.html'));
  });
};
