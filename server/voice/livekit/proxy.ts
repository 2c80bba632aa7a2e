/** Brings LiveKit's signalling through our own port, so that there is one address to open and to certify. */
import { request, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import { BAD_REQUEST, isFromOurs, type OriginCheck } from '../../host/headers.ts';

/** Under this path of ours. */
export const VOICE_PATH = '/voice';
/** What a browser that joins asks for; nothing else of LiveKit's is reached, least of all its API. */
const signalling = /^\/voice(\/rtc(?:\/v1)?(?:\/validate)?)(\?[^\s]*)?$/;

/** The path at LiveKit's own port; `undefined` for any other. */
export const pathAtLivekit = (url: string | undefined): string | undefined => {
  const [, path, query = ''] = signalling.exec(url ?? '') ?? [];
  return path === undefined ? undefined : `${path}${query}`;
};

/** Passes sockets on; call it before anyone else listens for upgrades. */
export const proxySockets = (http: Server, livekit: string, isAllowedOrigin: OriginCheck): void => {
  const { hostname, port } = new URL(livekit);
  const others = http.listeners('upgrade') as ((request: IncomingMessage, socket: Duplex, head: Buffer) => void)[];
  http.removeAllListeners('upgrade');
  http.on('upgrade', (asked, socket, head) => {
    if (!asked.url?.startsWith(`${VOICE_PATH}/`)) return others.forEach((other) => other(asked, socket, head));
    const path = pathAtLivekit(asked.url);
    if (path === undefined || !isFromOurs(asked, isAllowedOrigin)) return void socket.end(BAD_REQUEST);
    const there = connect(Number(port), hostname, () => {
      const headers = asked.rawHeaders.flatMap((name, at) => (at % 2 === 0 && !/^(host|origin|cookie)$/i.test(name) ? [`${name}: ${asked.rawHeaders[at + 1] ?? ''}`] : []));
      there.write([`GET ${path} HTTP/1.1`, `Host: ${hostname}:${port}`, ...headers, '', ''].join('\r\n'));
      there.write(head);
      there.pipe(socket).pipe(there);
    });
    for (const [one, other] of [[there, socket], [socket, there]] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
};

/** Passes on what a client asks when its socket fails: why. */
export const proxyQuestions = (app: Express, livekit: string): void => {
  app.get(/^\/voice\//, (asked, response) => {
    const path = pathAtLivekit(asked.originalUrl);
    if (path === undefined) return void response.status(404).end();
    const there = request(new URL(path, livekit), (answer) => {
      response.status(answer.statusCode ?? 502).type(answer.headers['content-type'] ?? 'text/plain');
      answer.pipe(response);
    });
    there.on('error', () => (response.headersSent ? response.destroy() : response.status(502).end()));
    there.end();
  });
};
