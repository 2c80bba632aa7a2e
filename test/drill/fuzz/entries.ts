/** Requests over HTTP that no page of ours would send; each address in 127/8 is somebody else, so that no door is shut for long. */
import { Agent, request } from 'node:http';
import { below, junk, junkText, oneOf, type Chance } from './junk.ts';

export interface Answered {
  readonly status: number;
  readonly body: string;
}
export type AskEntry = (chance: Chance) => Promise<Answered | undefined>;

const paths = ['/api/enter', '/api/enter', '/api/welcome', '/matchmake/joinById/commons', '/matchmake/joinById/commons', '/api/rooms/commons', '/api/me'] as const;
const MOST = 20_000;

const bodyOf = (chance: Chance, link: string, tab: string): string => {
  const draw = chance();
  if (draw < 0.1) return junkText(chance);
  if (draw < 0.25) return JSON.stringify(junk(chance)) ?? '';
  const text = (): unknown => (chance() < 0.7 ? junkText(chance) : junk(chance));
  const entry = { invitation: chance() < 0.1 ? link : text(), name: text(), callMe: text(), pronouns: text(), look: text(), tab: chance() < 0.5 ? true : junk(chance) };
  const handshake = { protocol: chance() < 0.2 ? '1-x' : text(), tab: chance() < 0.3 ? `${tab.slice(0, -2)}${junkText(chance)}` : text(), heard: junk(chance) };
  const made = JSON.stringify(oneOf<unknown>(chance, [entry, entry, handshake, { invitation: text() }])) ?? '';
  return chance() < 0.1 ? made.slice(0, below(chance, made.length)) : made;
};

/** Sends junk to a server; `undefined` is a request that was cut off, which is an answer too. */
export const entriesTo = (url: string, link: string, tab: string): { readonly ask: AskEntry; close(): void } => {
  const { port } = new URL(url);
  const agent = new Agent({ keepAlive: false, maxSockets: 16 });
  const ask: AskEntry = (chance) => {
    const path = chance() < 0.9 ? oneOf(chance, paths) : `/${encodeURIComponent(junkText(chance).replace(/[\uD800-\uDFFF]/g, ''))}`;
    const body = bodyOf(chance, link, tab);
    const localAddress = `127.${1 + below(chance, 254)}.${below(chance, 256)}.${1 + below(chance, 254)}`;
    const headers = { host: new URL(url).host, 'content-type': chance() < 0.95 ? 'application/json' : 'text/plain', ...(chance() < 0.9 ? { origin: url } : {}), ...(chance() < 0.3 ? { authorization: `Bearer ${encodeURIComponent(junkText(chance).slice(0, 100).replace(/[\uD800-\uDFFF]/g, ''))}` } : {}) };
    return new Promise((resolve) => {
      const asked = request({ agent, host: '127.0.0.1', port, path, localAddress, method: path.startsWith('/api/rooms') || path === '/api/me' ? 'GET' : 'POST', headers }, (response) => {
        let text = '';
        response.on('data', (piece: Buffer) => (text = text.length < MOST ? text + piece.toString() : text));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', () => resolve(undefined));
      });
      asked.on('error', () => resolve(undefined));
      asked.setTimeout(10_000, () => asked.destroy());
      asked.end(body);
    });
  };
  return { ask, close: () => agent.destroy() };
};

/** What is wrong with an answer to junk; `undefined` for nothing. */
export const wrongWith = ({ status, body }: Answered): string | undefined =>
  status >= 500 ? `Junk over HTTP was answered with ${status}: ${body.slice(0, 200)}` : /node_modules|\.ts:\d|colyseus/i.test(body) ? `Junk over HTTP was answered with something of the inside: ${body.slice(0, 200)}` : undefined;
