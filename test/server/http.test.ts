/** What the server answers to requests no page of ours would send. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '#server/host/headers.ts';
import { stepOf } from '#test/support/ritual.ts';
import { witnessAs } from '#test/support/witness.ts';
import { openHearth, type OpenHearth } from './opened.ts';

let hearth: OpenHearth;
beforeAll(async () => (hearth = await openHearth()));
afterAll(() => hearth.close());

const routes = ['/', '/join', '/r/commons', '/index.html', '/assets/none.js', '/api/me', '/api/enter', '/api/rooms/commons', '/matchmake/joinById/commons', '/matchmake/create/commons', '/matchmake/joinOrCreate/commons', '/__healthcheck', '/nowhere'];
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];
const bodies = ['', '{', 'null', '[]', '"x"', '{"protocol":1}', `{"__proto__":{"a":1}}`, `{"a":"${'x'.repeat(20_000)}"}`, '\u0000\u0001'];

/** Bytes as they are, and everything that comes back. */
const raw = async (bytes: string): Promise<string> => {
  const socket = connect(hearth.port, '127.0.0.1');
  let heard = '';
  socket.on('data', (data) => (heard += data.toString('latin1')));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return heard;
};

describe('every answer', () => {
  it('wears the security headers, opens to no other origin and tells nothing of the inside, whatever was asked', async () => {
    for (const path of routes) {
      for (const method of methods) {
        const response = await fetch(`${hearth.url}${path}`, { method, headers: { origin: 'http://elsewhere.example', 'access-control-request-method': 'POST' }, redirect: 'manual' });
        const asked = `${method} ${path}`;
        expect(response.headers.get('content-security-policy'), asked).toBe(CONTENT_SECURITY_POLICY);
        expect([...response.headers.keys()].filter((name) => name.startsWith('access-control')), asked).toEqual([]);
        expect(response.headers.get('x-powered-by'), asked).toBeNull();
        expect(response.status, asked).toBeLessThan(500);
        expect(await response.text(), asked).not.toMatch(/node_modules|\.ts:\d|colyseus/i);
      }
    }
  });

  it('lets scripts and styles come from nowhere but our own origin', () => {
    const directives = new Map(CONTENT_SECURITY_POLICY.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('style-src')?.every((source) => source === "'self'" || source.startsWith("'sha256-"))).toBe(true);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
  });

  it('is a refusal in words to a body that cannot be read', async () => {
    for (const path of ['/api/enter', '/matchmake/joinById/commons']) {
      for (const body of bodies) {
        const response = await fetch(`${hearth.url}${path}`, { method: 'POST', headers: { origin: hearth.url, 'content-type': 'application/json' }, body });
        const text = await response.text();
        expect(response.status, `${path} ${body.slice(0, 30)}`).toBeGreaterThanOrEqual(400);
        expect(response.status, `${path} ${body.slice(0, 30)}`).toBeLessThan(500);
        expect(text, `${path} ${body.slice(0, 30)}`).toMatch(/"entry\.(malformed|stranger|updated)"/);
      }
    }
  });

  it('answers what is hardly HTTP, and goes on', async () => {
    const bad = await Promise.all([
      raw('GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'),
      raw(`POST /matchmake/joinById/commons HTTP/1.1\r\nHost: [\r\nOrigin: [\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`),
      raw('GET /%E0%A4%A HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
      raw('GET /assets/%2e%2e/%2e%2e/package.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
      raw('GET /api/rooms/..%2f..%2fpackage HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
      raw('junk\r\n\r\n'),
      raw('GET / HTTP/1.1\r\nHost: [\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n'),
      raw('GET * HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 99\r\n\r\n'),
    ]);
    for (const answer of bad) {
      expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /);
      expect(answer).not.toMatch(/node_modules|"dependencies"/);
    }
    expect((await fetch(`${hearth.url}/api/me`)).status).toBe(200);
  });
});

describe('who is told what', () => {
  it('names of those inside are for those whom Hearth knows; strangers hear a number', async () => {
    const tab = await hearth.enter('Ana');
    const stranger = (await (await fetch(`${hearth.url}/api/me`)).json()) as { inside: { names: string[] }; knownAs?: unknown };
    expect([stranger.inside.names, stranger.knownAs]).toEqual([[], undefined]);
    const known = (await (await fetch(`${hearth.url}/api/me`, { headers: { authorization: `Bearer ${tab}` } })).json()) as { knownAs: { name: string } };
    expect(known.knownAs.name).toBe('Ana');
  });

  it('the page is served for its three addresses, and a room that does not exist is said not to', async () => {
    for (const path of ['/', '/join', '/r/commons']) expect(await (await fetch(`${hearth.url}${path}`)).text()).toContain('<title>Hearth</title>');
    const missing = await fetch(`${hearth.url}/api/rooms/cellar`);
    expect([missing.status, await missing.json()]).toEqual([404, { ok: false, refusal: { code: 'entry.noRoom', values: {} } }]);
  });
});

describe('a board on its wall', () => {
  const look = (board: string, headers: Record<string, string> = {}, query = ''): Promise<Response> => fetch(`${hearth.url}/api/boards/${board}/sight${query}`, { headers });
  const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { readonly refusal?: { readonly code: string } }).refusal?.code ?? 'seen';

  it('BO23 is seen by whoever is known, and by nobody else', async () => {
    const tab = await hearth.enter('Ana');
    const seen = await look('commons_notice-board', { authorization: `Bearer ${tab}` });
    expect([seen.status, seen.headers.get('cache-control'), await seen.json()]).toMatchObject([200, 'no-store', { whole: true, elements: [], gone: [] }]);
    for (const junk of ['', 'Bearer ', `Bearer ${tab}x`, 'Bearer ../../etc', `Basic ${tab}`]) expect(await codeOf(await look('commons_notice-board', { authorization: junk })), junk).toBe('entry.stranger');
    for (const board of ['nowhere', 'commons_none', '__proto__', 'constructor', '..%2f..%2fpackage.json', 'x'.repeat(3_000)]) expect(await codeOf(await look(board, { authorization: `Bearer ${tab}` })), board.slice(0, 40)).toMatch(/^entry\.(noRoom|malformed)$/);
    for (const query of ['?since[]=1', '?since[a]=1', '?since=1&since=2', `?since=${'9'.repeat(4_000)}`]) expect((await look('commons_notice-board', { authorization: `Bearer ${tab}` }, query)).status).toBe(200);
  });

  it('BO23 is not asked for thousands of times', async () => {
    const tab = await hearth.enter('Rex');
    const answers = await Promise.all(Array.from({ length: 60 }, async () => (await look('commons_notice-board', { authorization: `Bearer ${tab}` })).status));
    expect(answers.filter((status) => status === 200).length).toBe(30);
    expect(new Set(answers)).toEqual(new Set([200, 429]));
    // Others go on.
    expect((await look('commons_notice-board', { authorization: `Bearer ${await hearth.enter('Ben')}` })).status).toBe(200);
  });
});

describe('a ritual that has a time', () => {
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${hearth.url}/api/rituals${path}`, { headers });

  it('RI32 RI30 is told to whoever is known or comes by a link, with its file; and to nobody else', async () => {
    const olga = await witnessAs(hearth.url, await hearth.enter('Olga', { link: hearth.running.ownerLink ?? '' }));
    expect(await olga.performRitual('ritual.schedule', { room: 'commons', at: Date.now() + 3_600_000, script: { version: 1, title: 'Check-in', steps: [stepOf('say')] } })).toEqual({ accepted: true });
    await olga.until('the plan', ({ facts }) => facts.plans.size === 1);
    const [id = ''] = olga.facts.plans.keys();
    const known = { authorization: `Bearer ${await hearth.enter('Ana')}` };
    expect(await (await ask('', known)).json()).toMatchObject({ rituals: [{ id, room: 'commons', roomName: 'Commons', title: 'Check-in', language: 'en' }] });
    const file = await ask(`/${id}/event.ics`, known);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'attachment; filename="ritual.ics"', 'no-store']);
    expect(await file.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*SUMMARY:Check-in\r\n[^]*URL;VALUE=URI:http:\/\/localhost:\d+\/r\/commons\r\n/);
    for (const path of ['', `/${id}/event.ics`]) for (const junk of ['', 'Bearer ', `${known.authorization}x`]) expect([path, (await ask(path, { authorization: junk })).status]).toEqual([path, 401]);
    for (const other of ['nothing', '__proto__', 'constructor', '..%2f..', 'x'.repeat(3_000)]) expect((await ask(`/${other}/event.ics`, known)).status).toBe(404);
    const link = async (invitation: string): Promise<unknown> => (await hearth.post('/api/link', { invitation })).json();
    expect(await link(new URL(hearth.running.guestLink).hash.slice(1))).toMatchObject({ ok: true, coming: [{ title: 'Check-in' }] });
    expect(JSON.stringify(await link('no such link'))).not.toContain('Check-in');
    expect(JSON.stringify(await (await fetch(`${hearth.url}/api/me`)).json())).not.toContain('Check-in');
    await olga.leave();
  });
});
