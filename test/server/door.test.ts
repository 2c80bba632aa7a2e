/** Who gets in, through the real door: HTTP, the real SDK, real sockets. */
import { once } from 'node:events';
import { Client } from 'colyseus.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COOKIE } from '#server/people/identity.ts';
import { refusalKinds, PROTOCOL } from '#shared/registry.ts';
import { witness } from '#test/support/witness.ts';
import { openHearth, type OpenHearth } from './opened.ts';

let hearth: OpenHearth;
beforeAll(async () => (hearth = await openHearth(6)));
afterAll(() => hearth.close());

/** What the client's own joining would show: the error message, which is a refusal's code. */
const refusalOf = async (options: Record<string, unknown>, room = 'commons', headers: Record<string, string> = { origin: hearth.url }): Promise<string> => {
  try {
    const joined = await new Client(hearth.url, { headers }).joinById(room, options);
    joined.onMessage('*', () => undefined);
    await joined.leave(true);
    return 'let in';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('the door', () => {
  it('lets two people in by the guests’ link, who see each other come and go', async () => {
    const [ana, ben] = [await witness(hearth.url, hearth.running.guestLink, 'Ana'), await witness(hearth.url, hearth.running.guestLink, 'Ben')];
    await ana.until('Ben', ({ facts }) => facts.people.has(ben.id));
    await ana.until('Ben comes in', ({ cues }) => cues.some(({ kind, by }) => kind === 'people.came' && by === ben.id));
    await ben.leave();
    await ana.until('Ben left', ({ facts, cues }) => !facts.people.has(ben.id) && cues.some(({ kind }) => kind === 'people.left'));
    await ana.leave();
  });

  it('knows a browser by its cookie alone, which no script can read', async () => {
    const response = await hearth.post('/api/enter', { invitation: new URL(hearth.running.guestLink).hash.slice(1), name: 'Cy', callMe: '', pronouns: '', look: '0', tab: false });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    expect(await refusalOf({ protocol: PROTOCOL }, 'commons', { origin: hearth.url, cookie: cookie.split(';')[0] ?? '' })).toBe('let in');
    expect(await response.json()).toEqual({ ok: true, person: expect.any(String) });
  });

  it('says why it lets someone not in, by a code that has words', async () => {
    const tab = await hearth.enter('Dee');
    const told = [
      await refusalOf({ protocol: PROTOCOL }),
      await refusalOf({ protocol: PROTOCOL, tab: `${tab}x` }),
      await refusalOf({ protocol: '0-old', tab }),
      await refusalOf({ protocol: PROTOCOL, tab }, 'cellar'),
      await refusalOf({ protocol: PROTOCOL, tab }, 'commons', { origin: 'http://elsewhere.example' }),
      await refusalOf({ protocol: PROTOCOL, tab }, 'commons', {}),
      await refusalOf({ protocol: PROTOCOL, tab, more: 'than asked' }),
    ];
    expect(told).toEqual(['entry.stranger', 'entry.stranger', 'entry.updated', 'entry.noRoom', 'entry.badOrigin', 'entry.badOrigin', 'entry.malformed']);
    expect(told.every((code) => refusalKinds.has(code))).toBe(true);
  });

  it('makes a stolen seat useless: another browser’s socket does not get onto it', async () => {
    const anas = await hearth.enter('Ana', { tab: false });
    const thiefs = await hearth.enter('Mallory', { tab: false });
    const cookie = (token: string) => ({ cookie: `${COOKIE}=${token}` });
    const told = async (presented: Record<string, string>): Promise<number> => {
      const socket = hearth.sit(await hearth.seat({}, cookie(anas)), presented);
      const [first] = (await once(socket, 'message')) as [Buffer];
      // For good: a place that waits for Ana would count in the room.
      socket.close(4000);
      return first[0] ?? -1;
    };
    const [JOIN_ROOM, ERROR] = [10, 11];
    expect(await told(cookie(thiefs))).toBe(ERROR);
    expect(await told({})).toBe(ERROR);
    expect(await told(cookie(anas))).toBe(JOIN_ROOM);
  });

  it('does not believe a request about its own proxy, and refuses sockets from elsewhere', async () => {
    const tab = await hearth.enter('Eli');
    expect(await refusalOf({ protocol: PROTOCOL, tab }, 'commons', { origin: 'http://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' })).toBe('entry.badOrigin');
    const socket = hearth.sit(await hearth.seat({ tab }), { origin: 'http://elsewhere.example' });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number; headers: Record<string, string> }];
    expect(response.statusCode).toBe(403);
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
    socket.terminate();
  });

  it('lets nobody lock others out by opening tab after tab', async () => {
    const tab = await hearth.enter('Many');
    const rooms = [];
    const join = async () => {
      const room = await new Client(hearth.url, { headers: { origin: hearth.url } }).joinById('commons', { protocol: PROTOCOL, tab });
      room.onMessage('*', () => undefined);
      return room;
    };
    for (let open = 0; open < 8; open++) rooms.push(await join());
    await expect(join()).rejects.toThrow('entry.tooManyTabs');
    await Promise.all(rooms.map((room) => room.leave(true)));
    await expect.poll(() => refusalOf({ protocol: PROTOCOL, tab })).toBe('let in');
  });

  it('lets exactly as many in as the room holds, whoever comes at once; the rest hear that it is full, until someone leaves', async () => {
    const everyone = await Promise.all(Array.from({ length: 14 }, (_, at) => hearth.enter(`Guest ${at}`)));
    const seats = await Promise.all(everyone.map((tab) => hearth.seat({ tab })));
    // All were judged while the room was empty, so that only the last step can count.
    expect(seats.every(({ sessionId }) => typeof sessionId === 'string')).toBe(true);
    const sockets = seats.map((seat) => hearth.sit(seat));
    const firsts = await Promise.all(sockets.map(async (socket) => ((await once(socket, 'message')) as [Buffer])[0]));
    expect(firsts.filter((first) => first[0] === 10)).toHaveLength(6);
    expect(firsts.filter((first) => first.toString().includes('entry.full'))).toHaveLength(8);
    const outside = everyone.find((_, at) => firsts[at]?.[0] === 11) ?? '';
    const inside = everyone.find((_, at) => firsts[at]?.[0] === 10) ?? '';
    expect(await refusalOf({ protocol: PROTOCOL, tab: outside })).toBe('entry.full');
    expect(await refusalOf({ protocol: PROTOCOL, tab: inside })).toBe('let in');
    for (const socket of sockets) socket.close(4000);
    await expect.poll(() => refusalOf({ protocol: PROTOCOL, tab: outside })).toBe('let in');
  });
});
