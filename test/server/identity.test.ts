/** Who someone is, and which links open the door: nothing that was not signed here is believed. */
import { describe, expect, it } from 'vitest';
import type { Ambient } from '#server/host/ambient.ts';
import { originCheck } from '#server/host/headers.ts';
import { admit as admitFrom, type Entered, type Entry } from '#server/people/entry.ts';
import { guestLink, ownerLink, type DoorStorage } from '#server/people/links.ts';
import type { Ban } from '#server/storage/moderation.ts';
import { cookieOf, Identity } from '#server/people/identity.ts';
import { personId } from '#shared/kernel/ids.ts';
import { memoryStorage } from '#test/support/memory.ts';

let made = 0;
const ambient: Ambient = { now: () => 1_000, chance: () => 0.5, newId: () => `person-${++made}` };
const entry = (invitation: string, more: Partial<Entry> = {}): Entry => ({ invitation, name: 'Ana', callMe: '', pronouns: '', look: '0', tab: false, ...more });
/** A browser that nobody knows. */
const admit = (storage: DoorStorage, identity: Identity, time: Ambient, given: Entry): Promise<Entered> => admitFrom(storage, identity, time, given, undefined);
const codeOf = (entered: Entered): string => (entered.ok ? entered.person.standing : entered.refusal.code);

describe('a token', () => {
  it('stands for one person, also after a restart, and not in another deployment', async () => {
    const storage = memoryStorage();
    const token = (await Identity.open(storage)).tokenOf(personId('ana'));
    expect((await Identity.open(storage)).read(token)).toBe('ana');
    expect((await Identity.open(memoryStorage())).read(token)).toBeUndefined();
  });

  it('that was forged, damaged, cut, lengthened or borrowed from another person stands for nobody', async () => {
    const identity = await Identity.open(memoryStorage());
    const token = identity.tokenOf(personId('ana'));
    const [id = '', signature = ''] = token.split('.');
    const changed = [...token].map((letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1)).filter((other) => other !== token);
    const forged = [undefined, '', '.', 'ana', 'ana.', `.${signature}`, `${id}.${signature}.`, `${id}.${signature}.x`, `ben.${signature}`, ` ${token}`, `${token} `, token.toUpperCase(), `${id}.${identity.linkTo('owner')}`, `${id}.${'A'.repeat(10_000)}`, '\u0000.\u0000'];
    for (const wrong of [...forged, ...changed]) expect(identity.read(wrong), wrong?.slice(0, 80)).toBeUndefined();
    expect(changed.length).toBeGreaterThan(40);
  });

  it('is found in a Cookie header among others, and nothing else is taken for it', () => {
    expect(cookieOf('a=1; hearth=ana.x; b=2')).toBe('ana.x');
    expect(cookieOf('xhearth=no; hearthx=no')).toBeUndefined();
    expect(cookieOf('hearth=')).toBe('');
    expect([cookieOf(null), cookieOf(undefined), cookieOf('')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a link', () => {
  it('of the guests lets in as a guest, as often as it is opened', async () => {
    const storage = memoryStorage();
    const identity = await Identity.open(storage);
    const link = await guestLink(storage, identity, ambient);
    expect(await guestLink(storage, identity, ambient)).toBe(link);
    const entered = [await admit(storage, identity, ambient, entry(link)), await admit(storage, identity, ambient, entry(link))];
    expect(entered.map(codeOf)).toEqual(['guest', 'guest']);
    expect(await ownerLink(storage, identity)).toBeDefined();
  });

  it('that is banned lets nobody in, and says why', async () => {
    const storage = { ...memoryStorage(), bansOn: async (_person: unknown, invitation: string | undefined) => (invitation === undefined ? [] : [ban(invitation)]) };
    const ban = (invitation: string): Ban => ({ id: 'b', person: undefined, invitation, until: undefined, reason: 'It was posted in public.', by: undefined, at: 1, liftedAt: undefined });
    const identity = await Identity.open(storage);
    const entered = await admit(storage, identity, ambient, entry(await guestLink(storage, identity, ambient)));
    expect(entered).toMatchObject({ ok: false, refusal: { code: 'entry.banned', values: { reason: 'It was posted in public.', forever: 'yes' } } });
  });

  it('of the owner works once, even when several open it at the same moment', async () => {
    const storage = memoryStorage();
    const identity = await Identity.open(storage);
    const link = identity.linkTo('owner');
    const codes = (await Promise.all(Array.from({ length: 6 }, () => admit(storage, identity, ambient, entry(link))))).map(codeOf);
    expect(codes.filter((code) => code === 'owner')).toHaveLength(1);
    expect(codes.filter((code) => code === 'entry.claimed')).toHaveLength(5);
    expect(codeOf(await admit(storage, identity, ambient, entry(link)))).toBe('entry.claimed');
  });

  it('of the owner is not used up by someone who is refused for another reason', async () => {
    const storage = memoryStorage();
    const identity = await Identity.open(storage);
    const link = identity.linkTo('owner');
    expect(codeOf(await admit(storage, identity, ambient, entry(link, { name: ' \u200b ' })))).toBe('entry.noName');
    expect(codeOf(await admit(storage, identity, ambient, entry(link, { look: '!' })))).toBe('entry.badLook');
    expect(codeOf(await admit(storage, identity, ambient, entry(link)))).toBe('owner');
  });

  it('that nobody gave out opens nothing', async () => {
    const storage = memoryStorage();
    const identity = await Identity.open(storage);
    const guest = await guestLink(storage, identity, ambient);
    const elsewhere = memoryStorage();
    for (const wrong of ['', 'x', guest.slice(1), `${guest}x`, guest.toLowerCase() === guest ? 'x' : guest.toLowerCase(), await guestLink(elsewhere, await Identity.open(elsewhere), ambient), identity.tokenOf(personId('ana'))]) {
      expect(codeOf(await admit(storage, identity, ambient, entry(wrong))), wrong).toBe('entry.badLink');
    }
  });

  it('leaves of a name only what can be said and seen', async () => {
    const storage = memoryStorage();
    const identity = await Identity.open(storage);
    const entered = await admit(storage, identity, ambient, entry(await guestLink(storage, identity, ambient), { name: '  A\u202en\u200ba \n  B ', callMe: 'x'.repeat(50), pronouns: ' they\tthem ' }));
    expect(entered).toMatchObject({ ok: true, person: { name: 'Ana B', callMe: 'x'.repeat(16), pronouns: 'they them' } });
  });
});

describe('where a request comes from', () => {
  const from = (origin: string | undefined, host: string, more: Record<string, string> = {}): Headers => new Headers({ host, ...(origin === undefined ? {} : { origin }), ...more });

  it('is ours when its origin is the host it asks, or our public name', () => {
    expect(originCheck('')(from('http://localhost:2567', 'localhost:2567'))).toBe(true);
    expect(originCheck('https://hearth.example.org')(from('https://hearth.example.org', '127.0.0.1:2567'))).toBe(true);
  });

  it('is not ours when it is missing, another port, another name, or only said so by a proxy header', () => {
    const check = originCheck('https://hearth.example.org');
    const others = [
      from(undefined, 'localhost:2567'),
      from('null', 'localhost:2567'),
      from('', ''),
      from('http://localhost:9999', 'localhost:2567'),
      from('https://hearth.example.org.evil.example', 'localhost:2567'),
      from('https://evil.example', 'localhost:2567', { 'x-forwarded-host': 'evil.example', 'x-original-host': 'evil.example', forwarded: 'host=evil.example' }),
      from('file://', ''),
      from('data:text/html,x', ''),
    ];
    expect(others.map(check)).toEqual(others.map(() => false));
  });
});
