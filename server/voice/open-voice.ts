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
import { findLivekit, superviseLivekit } from './livekit/supervisor.ts';

/** Where LiveKit tells us who came and went. */
const HOOK = '/hooks/livekit';

/** What carries voice, as a room's connections and the page's server know it. */
export interface Voice {
  /** As a person may read it. */
  readonly describe: string;
  /** Another origin that pages talk to; empty for none. */
  readonly origin: string;
  attend(host: RoomHost): void;
  ask(host: RoomHost, id: PersonId, wire: Wire): void;
  left(wire: Wire): void;
  /** Its own questions over HTTP. */
  add(app: Express): void;
  /** Its sockets on our port; once everyone else listens for theirs. */
  listen(http: Server): void;
  stop(): Promise<void>;
}

const NONE = 'none (npm run livekit gets a LiveKit server)';
/** Of a deployment that carries none. */
export const noVoice = (describe = NONE): Voice => ({
  describe, origin: '', attend: () => undefined, ask: () => undefined, left: () => undefined, add: () => undefined, listen: () => undefined, stop: () => Promise.resolve(),
});

const byLivekit = (describe: string, access: LivekitAccess, livekit: LivekitVoice, ambient: Ambient, isAllowedOrigin: OriginCheck, stop: () => Promise<void>): Voice => {
  const hooks = new Hooks(access, ambient.now);
  const isProxied = access.reachedAt === VOICE_PATH;
  return {
    describe,
    origin: isProxied ? '' : access.reachedAt,
    attend: (host) => livekit.attend(host),
    ask: (host, id, wire) => void livekit.ask(host, id, wire),
    left: (wire) => livekit.left(wire),
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

/** Opens what the settings say: a LiveKit elsewhere, one that is found on this machine, or none. */
export const openVoice = async ({ VOICE, LIVEKIT_URL, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret, PORT, HOST }: Settings, ambient: Ambient, isAllowedOrigin: OriginCheck): Promise<Voice> => {
  if (VOICE === 'none') return noVoice('none, by VOICE');
  if (LIVEKIT_URL !== '') {
    if (key === '' || secret === '') throw new Error('LIVEKIT_URL needs LIVEKIT_API_KEY and LIVEKIT_API_SECRET beside it.');
    const access = { url: LIVEKIT_URL.replace(/^ws/, 'http'), key, secret, reachedAt: LIVEKIT_URL.replace(/^http/, 'ws') };
    return byLivekit(`LiveKit at ${LIVEKIT_URL}`, access, new LivekitVoice(access, ambient), ambient, isAllowedOrigin, () => Promise.resolve());
  }
  const file = findLivekit();
  if (file === undefined) return noVoice();
  try {
    const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST;
    let voice: LivekitVoice | undefined;
    const livekit = await superviseLivekit(file, `http://${host}:${PORT}${HOOK}`, () => void voice?.restarted());
    const access = { ...livekit, reachedAt: VOICE_PATH };
    voice = new LivekitVoice(access, ambient);
    return byLivekit('LiveKit, for this machine', access, voice, ambient, isAllowedOrigin, livekit.stop);
  } catch (error) {
    log('livekit.failed', errorDetails(error));
    return noVoice('none: the LiveKit server did not start');
  }
};
