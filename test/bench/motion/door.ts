/** The way in that every visitor takes: enter by the guests' link, keep the cookie, ask for a seat. */
import { Agent, request } from 'node:http';
import { COOKIE } from '#server/people/identity.ts';
import { packLook } from '#shared/people/look.ts';
import { randomLook } from '#shared/people/look.chance.ts';
import { PROTOCOL } from '#shared/registry.ts';

export interface Seat {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}
export type Place = { readonly kind: 'hearth'; readonly port: number; readonly guestLink: string } | { readonly kind: 'naive'; readonly port: number };

const post = (agent: Agent, port: number, path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<{ readonly text: string; readonly cookies: readonly string[] }> =>
  new Promise((resolve, reject) => {
    const asking = request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers: { 'content-type': 'application/json', host: `localhost:${port}`, ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => (answer.statusCode === 200 ? resolve({ text, cookies: answer.headers['set-cookie'] ?? [] }) : reject(new Error(`${path}: ${answer.statusCode} ${text}`))));
    });
    asking.on('error', reject);
    asking.end(JSON.stringify(body));
  });

/** A seat for a newcomer of that name; `agent` keeps connections for those who come at the same time. */
export const seatFor = async (agent: Agent, place: Place, name: string): Promise<Seat> => {
  const origin = `http://localhost:${place.port}`;
  let headers: Record<string, string> = { origin };
  if (place.kind === 'hearth') {
    const invitation = new URL(place.guestLink).hash.slice(1);
    const { cookies } = await post(agent, place.port, '/api/enter', { invitation, name, callMe: '', pronouns: '', look: packLook(randomLook(Math.random)), tab: false }, headers);
    const cookie = cookies.find((one) => one.startsWith(`${COOKIE}=`))?.split(';')[0];
    if (cookie === undefined) throw new Error('The door gave no cookie.');
    headers = { origin, cookie };
  }
  const way = place.kind === 'hearth' ? '/matchmake/joinById/commons' : '/matchmake/joinOrCreate/naive';
  const { text } = await post(agent, place.port, way, place.kind === 'hearth' ? { protocol: PROTOCOL } : {}, headers);
  const { processId, roomId, sessionId } = JSON.parse(text) as { processId: string; roomId: string; sessionId: string };
  return { path: `/${processId}/${roomId}?sessionId=${sessionId}`, headers };
};
