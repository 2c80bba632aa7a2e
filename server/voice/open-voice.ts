import express, { type Express } from 'express';
import type { Server } from 'node:http';
import type { Ambient } from '../host/ambient.ts';
import type { OriginCheck } from '../host/headers.ts';
import { errorDetails, log } from '../host/log.ts';
import type { Settings } from '../host/settings.ts';
import type { Wire } from '../rooms/presences.ts';
import type { RoomHost } from '../rooms/room-host.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { Hooks } from './livekit/hooks.ts';
import { LivekitVoice, type LivekitAccess } from './livekit/livekit-voice.ts';
import { proxyQuestions, proxySockets, VOICE_PATH } from './livekit/proxy.ts';
import type { Reach } from './livekit/config.ts';
import { findLivekit, superviseLivekit } from './livekit/supervisor.ts';
import { MeshVoice } from './mesh/mesh-voice.ts';
import { RENEWED_EVERY } from './mesh/relays.ts';

/** Where LiveKit tells us who came and went. */
const HOOK = '/hooks/livekit';

/** What carries voice, as a room's connections and the page's server know it. */
export interface Voice {
  /** As a person may read it. */
  readonly describe: string;
  /** Whether there is any. */
  readonly isCarried: boolean;
  /** Another origin that pages talk to; empty for none. */
  readonly origin: string;
  attend(host: RoomHost): void;
  ask(host: RoomHost, id: PersonId, wire: Wire): void;
  left(wire: Wire): void;
  /** A connection signals to others' pages. */
  signal(host: RoomHost, wire: Wire, raw: unknown): void;
  /** How much was refused since the start: places asked for too often, signals and calls that were none of theirs. */
  refused(): number;
  /** Its own questions over HTTP. */
  add(app: Express): void;
  /** Its sockets on our port; once everyone else listens for theirs. */
  listen(http: Server): void;
  stop(): Promise<void>;
}

/** Of a deployment that carries none. */
export const noVoice = (describe: string): Voice => ({
  describe, isCarried: false, origin: '', attend: () => undefined, ask: () => undefined, left: () => undefined, signal: () => undefined, refused: () => 0, add: () => undefined, listen: () => undefined, stop: () => Promise.resolve(),
});

const byMesh = ({ STUN_URLS, TURN_URLS, TURN_SECRET, TURN_ONLY }: Settings, ambient: Ambient, why: string): Voice => {
  if (TURN_URLS.length > 0 && TURN_SECRET === '') throw new Error('TURN_URLS needs TURN_SECRET beside it.');
  if (TURN_ONLY === 'yes' && TURN_URLS.length === 0) throw new Error('TURN_ONLY needs TURN_URLS beside it.');
  const mesh = new MeshVoice({ stunUrls: STUN_URLS, turnUrls: TURN_URLS, turnSecret: TURN_SECRET, isRelayed: TURN_ONLY === 'yes' }, ambient);
  const timer = setInterval(() => mesh.renew(), RENEWED_EVERY).unref();
  return {
    ...noVoice(`browser to browser, eight voices at once${why}`),
    isCarried: true,
    attend: (host) => mesh.attend(host),
    ask: (host, id, wire) => mesh.ask(host, id, wire),
    left: (wire) => mesh.left(wire),
    signal: (host, wire, raw) => mesh.signal(host, wire, raw),
    refused: () => mesh.refused,
    stop: () => Promise.resolve(clearInterval(timer)),
  };
};

const byLivekit = (describe: string, access: LivekitAccess, livekit: LivekitVoice, ambient: Ambient, isAllowedOrigin: OriginCheck, stop: () => Promise<void>): Voice => {
  const hooks = new Hooks(access, ambient.now);
  const isProxied = access.reachedAt === VOICE_PATH;
  return {
    describe,
    isCarried: true,
    origin: isProxied ? '' : access.reachedAt,
    attend: (host) => livekit.attend(host),
    ask: (host, id, wire) => void livekit.ask(host, id, wire),
    left: (wire) => livekit.left(wire),
    signal: () => undefined,
    refused: () => livekit.refused + hooks.refused,
    add: (app) => {
      app.post(HOOK, express.text({ type: () => true, limit: '64kb' }), async (request, response) => {
        const event = await hooks.read(String(request.body ?? ''), request.headers.authorization);
        response.status(event ? 200 : 401).end();
        if (event) await livekit.hear(event).catch((error: unknown) => log('livekit.failed', errorDetails(error)));
      });
      if (isProxied) proxyQuestions(app, access.url);
    },
    listen: (http) => {
      if (isProxied) proxySockets(http, access.url, isAllowedOrigin);
    },
    stop,
  };
};

const isLoopback = (host: string): boolean => /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);

/** Voices reach as far as the page does: from a Hearth that is kept to this machine, no port opens to others. */
export const reachOf = ({ HOST, PUBLIC_URL, VOICE_IP }: Pick<Settings, 'HOST' | 'PUBLIC_URL' | 'VOICE_IP'>): Reach =>
  VOICE_IP === '' && isLoopback(HOST) && (PUBLIC_URL === '' || isLoopback(new URL(PUBLIC_URL).hostname)) ? { to: 'machine' } : { to: 'all', ip: VOICE_IP };

/** Opens what the settings say: a LiveKit elsewhere, one that is found on this machine, a mesh, or none. */
export const openVoice = async (settings: Settings, ambient: Ambient, isAllowedOrigin: OriginCheck): Promise<Voice> => {
  const { VOICE, LIVEKIT_URL, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret, PORT, HOST } = settings;
  if (VOICE === 'none') return noVoice('none, by VOICE');
  if (VOICE === 'mesh') return byMesh(settings, ambient, '');
  if (LIVEKIT_URL !== '') {
    if (key === '' || secret === '') throw new Error('LIVEKIT_URL needs LIVEKIT_API_KEY and LIVEKIT_API_SECRET beside it.');
    const access = { url: LIVEKIT_URL.replace(/^ws/, 'http'), key, secret, reachedAt: LIVEKIT_URL.replace(/^http/, 'ws') };
    return byLivekit(`LiveKit at ${LIVEKIT_URL}`, access, new LivekitVoice(access, ambient), ambient, isAllowedOrigin, () => Promise.resolve());
  }
  const file = findLivekit();
  if (file === undefined) {
    if (VOICE === 'auto') return byMesh(settings, ambient, ' (npm run livekit gets a LiveKit server, for sixteen)');
    throw new Error('VOICE is livekit, but no LIVEKIT_URL is set, and no livekit-server is on this machine; npm run livekit gets one.');
  }
  try {
    const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST;
    let voice: LivekitVoice | undefined;
    const reach = reachOf(settings);
    const livekit = await superviseLivekit(file, { hook: `http://${host}:${PORT}${HOOK}`, reach, voicePort: settings.VOICE_PORT }, () => void voice?.restarted());
    const access = { ...livekit, reachedAt: VOICE_PATH };
    voice = new LivekitVoice(access, ambient);
    return byLivekit(reach.to === 'machine' ? 'LiveKit, for this machine' : 'LiveKit', access, voice, ambient, isAllowedOrigin, livekit.stop);
  } catch (error) {
    log('livekit.failed', errorDetails(error));
    return VOICE === 'auto' ? byMesh(settings, ambient, ', as the LiveKit server did not start') : noVoice('none: the LiveKit server did not start');
  }
};
