import { ServerError, type AuthContext } from '@colyseus/core';
import { handshakeSchema, type Handshake } from '#shared/kernel/command.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { RefusalKind } from '#shared/kernel/refusal.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { PROTOCOL } from '#shared/registry.ts';
import { cookieOf, type Identity } from '../people/identity.ts';
import { banRefusal } from '../people/entry.ts';
import type { Profile, Store } from '../storage/storage.ts';
import { SECURITY_HEADERS, type OriginCheck } from './headers.ts';

/** Who was let through, and with which cookie. */
export interface Admitted {
  readonly profile: Profile;
  readonly handshake: Handshake;
  /** Whom the browser's own cookie names; the socket must come from the same browser. */
  readonly browser: PersonId | undefined;
}

export interface DoorServices {
  readonly identity: Identity;
  readonly storage: Pick<Store, 'findPerson' | 'bansOn'>;
  readonly now: () => number;
  readonly isAllowedOrigin: OriginCheck;
}

/** What one asks a seat in: a room, or a board. */
export interface Place {
  /** What a page says that was built from the same declarations; a room's where it is absent. */
  readonly protocol?: string;
  refusalFor(id: PersonId): RefusalKind | undefined;
}

const NOTED_FOR = 30_000;

/**
 * Colyseus asks twice: over HTTP for a seat, then at the socket for that seat by its sessionId alone. The doorway judges
 * the first, notes whose cookie comes with the second, and lets `onJoin` compare: a stolen sessionId opens nothing.
 */
export class Doorway {
  readonly #services: DoorServices;
  readonly #noted = new Map<string, { readonly browser: PersonId | undefined; readonly at: number }>();

  constructor(services: DoorServices) {
    this.#services = services;
  }

  /** Judges a request for a seat. Throws a ServerError whose message is a refusal's code. */
  async admit(host: Place, options: unknown, context: AuthContext): Promise<Admitted> {
    const { identity, storage, isAllowedOrigin, now } = this.#services;
    const headers = context.headers as Headers;
    if (!isAllowedOrigin(headers)) throw new ServerError(403, entryRefusals.badOrigin.code);
    const handshake = handshakeSchema.safeParse(options).data;
    if (!handshake) throw new ServerError(400, entryRefusals.malformed.code);
    if (handshake.protocol !== (host.protocol ?? PROTOCOL)) throw new ServerError(409, entryRefusals.updated.code);
    const browser = identity.read(cookieOf(headers.get('cookie')));
    const id = handshake.tab === undefined ? browser : identity.read(handshake.tab);
    const profile = id && (await storage.findPerson(id));
    if (!profile) throw new ServerError(401, entryRefusals.stranger.code);
    const [ban] = await storage.bansOn(profile.id, profile.cameBy, now());
    if (ban) {
      const { code, values } = banRefusal(ban);
      throw new ServerError(403, `${code} ${JSON.stringify(values)}`);
    }
    const refusal = host.refusalFor(profile.id);
    if (refusal) throw new ServerError(409, refusal.code);
    return { profile, handshake, browser };
  }

  /** Judges a socket before its upgrade, and notes whose it is. Returns a response to refuse it. */
  note(request: Request, headers: Pick<Headers, 'get'>, now: number): Response | undefined {
    if (!this.#services.isAllowedOrigin(headers)) return new Response(null, { status: 403, headers: SECURITY_HEADERS });
    for (const [session, { at }] of this.#noted) {
      if (now - at < NOTED_FOR) break;
      this.#noted.delete(session);
    }
    const session = new URL(request.url).searchParams.get('sessionId');
    if (session) this.#noted.set(session, { browser: this.#services.identity.read(cookieOf(headers.get('cookie'))), at: now });
    return undefined;
  }

  /** Whether a socket comes from the browser that was given its seat. */
  isTheirs(sessionId: string, { browser }: Admitted): boolean {
    const noted = this.#noted.get(sessionId);
    this.#noted.delete(sessionId);
    return noted !== undefined && noted.browser === browser;
  }
}
