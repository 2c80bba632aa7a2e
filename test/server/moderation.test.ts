import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admit, lookAtLink, welcomeBack } from '#server/people/entry.ts';
import { Identity } from '#server/people/identity.ts';
import { openDatabase } from '#server/storage/open.ts';
import type { Store } from '#server/storage/storage.ts';
import { personId } from '#shared/kernel/ids.ts';
import { setTable } from '#test/support/table.ts';

describe('in the room', () => {
  const promote = (table: ReturnType<typeof setTable>, id: string, standing: string) => {
    const person = table.host.facts.people.get(id);
    if (person) person.standing = standing;
  };

  it('RE1 whoever is removed leaves in every tab at once, is told by whom and why, and the room is told', async () => {
    const table = setTable();
    const [ana, ben, again, cy] = [await table.enter('Ana'), await table.enter('Ben'), await table.enter('Ben'), await table.enter('Cy')];
    promote(table, ana.id, 'steward');
    expect(await table.did(ana, 'people.remove', { person: ben.id, for: 'day', reason: 'noise', link: false })).toEqual({ accepted: true });
    expect(table.host.has(ben.id)).toBe(false);
    for (const tab of [ben, again]) {
      expect(tab.private.ended).toMatchObject({ code: 'entry.banned', values: { by: 'Ana', reason: 'noise' } });
      expect(tab.kinds()).toContain('moderation.removed');
    }
    expect(cy.kinds()).toContain('moderation.wasRemoved');
    expect(cy.private.ended).toBeUndefined();
  });

  it('BL1 two people of whom one blocked the other hear and read nothing of each other; the other is not told', async () => {
    const table = setTable();
    const [ana, ben, cy] = [await table.enter('Ana'), await table.enter('Ben'), await table.enter('Cy')];
    await table.did(ben, 'chat.say', { text: 'before' });
    expect(await table.did(ana, 'people.block', { person: ben.id })).toEqual({ accepted: true });
    await expect.poll(() => ana.known.lines.map(({ text }) => text)).toEqual([]);
    const [a, b] = [ana.heard.length, ben.heard.length];
    await table.did(ben, 'chat.say', { text: 'hello?' });
    await table.did(ana, 'gesture.wave');
    expect([ana.heard.slice(a).some(({ by }) => by === ben.id), ben.heard.slice(b).some(({ by }) => by === ana.id)]).toEqual([false, false]);
    expect(cy.kinds().filter((kind) => kind === 'chat.said')).toHaveLength(2);
    expect([ana.private.own.blocked, ben.private.own.blocked]).toEqual([[ben.id], []]);
    await table.did(ana, 'people.unblock', { person: ben.id });
    await table.did(ben, 'gesture.wave');
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'gesture.waved', by: ben.id });
  });

  it('MU1 whoever is muted for me still reaches others, hears me, and is not told', async () => {
    const table = setTable();
    const [ana, ben, cy] = [await table.enter('Ana'), await table.enter('Ben'), await table.enter('Cy')];
    await table.did(ana, 'people.mute', { person: ben.id });
    expect(ben.kinds()).not.toContain('moderation.muted');
    await table.did(ben, 'gesture.clap');
    await table.did(ana, 'gesture.wave');
    expect([ana.kinds().includes('gesture.clapped'), cy.kinds().includes('gesture.clapped'), ben.kinds().includes('gesture.waved')]).toEqual([false, true, true]);
    expect(await table.did(ana, 'people.mute', { person: ben.id })).toMatchObject({ accepted: false, refusal: { code: 'moderation.mutedAlready' } });
  });

  it('changes nothing of a block that could not be stored', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    table.storage.broken = true;
    expect(await table.did(ana, 'people.block', { person: ben.id })).toMatchObject({ accepted: false, refusal: { code: 'dispatch.notStored' } });
    expect(ana.private.own.blocked).toEqual([]);
    await table.did(ben, 'gesture.wave');
    expect(ana.kinds()).toContain('gesture.waved');
  });
});

describe('at the door', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-door-'));
  let storage: Store;
  let identity: Identity;
  let made = 0;
  const ambient = { now: () => 1_000, chance: Math.random, newId: () => `id-${++made}` };
  const entry = (invitation: string) => ({ invitation, name: 'Rex', callMe: '', pronouns: '', look: '0', tab: false });
  const link = async (more: object = {}) => {
    const invitation = { id: ambient.newId(), code: `CODE${String(++made).padStart(4, '2')}`, standing: 'guest' as const, duties: [], label: '', venue: '', usesLeft: undefined, expiresAt: undefined, revokedAt: undefined, madeBy: undefined, madeAt: 1, ...more };
    await storage.makeInvitation(invitation);
    return invitation;
  };
  beforeAll(async () => {
    storage = (await openDatabase({ databaseUrl: '', dataDir: folder })).storage;
    identity = await Identity.open(storage);
  });
  afterAll(async () => {
    await storage.close();
    rmSync(folder, { recursive: true });
  });

  it('IN4 of many who open a link with three uses at once, three come in; the rest hear why', async () => {
    const { id, code } = await link({ usesLeft: 3 });
    const tries = await Promise.all(Array.from({ length: 9 }, (_, at) => admit(storage, identity, ambient, entry(at % 2 ? code.toLowerCase() : identity.linkTo(id)), undefined)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(3);
    for (const one of tries) if (!one.ok) expect(one.refusal.code).toBe('entry.linkUsed');
  });

  it('IN5 whoever came by a link stays who they are when it ends, and a better link makes them more', async () => {
    const guests = await link();
    const entered = await admit(storage, identity, ambient, entry(identity.linkTo(guests.id)), undefined);
    await storage.revokeInvitation(guests.id, 5);
    if (!entered.ok) throw new Error('They did not come in.');
    expect(await storage.findPerson(entered.person.id)).toMatchObject({ standing: 'guest', cameBy: guests.id });
    expect(await admit(storage, identity, ambient, entry(identity.linkTo(guests.id)), undefined)).toMatchObject({ ok: false, refusal: { code: 'entry.linkRevoked' } });
    const members = await link({ standing: 'member', duties: ['facilitator'], usesLeft: 1 });
    expect(await welcomeBack(storage, identity, ambient, entered.person, identity.linkTo(members.id))).toMatchObject({ ok: true, person: { standing: 'member', duties: ['facilitator'] } });
  });

  it('IN6 a link says where others meet before one comes in, and uses nothing up; whoever comes by it is at no venue', async () => {
    const { id } = await link({ venue: 'Library Hall', usesLeft: 1 });
    for (let time = 0; time < 2; time++) expect(await lookAtLink(storage, identity, identity.linkTo(id), ambient.now())).toEqual({ ok: true, venue: 'Library Hall' });
    expect(await admit(storage, identity, ambient, entry(identity.linkTo(id)), undefined)).toMatchObject({ ok: true, person: { venue: '' } });
    expect(await lookAtLink(storage, identity, identity.linkTo(id), ambient.now())).toMatchObject({ ok: false, refusal: { code: 'entry.linkUsed' } });
  });

  it('RE2 a browser whose person is banned brings nobody in, by whichever link', async () => {
    const guests = await link();
    await storage.ban({ id: 'ban-1', person: personId('rex'), invitation: undefined, until: 2_000, reason: 'noise', by: undefined, at: 1, liftedAt: undefined });
    expect(await admit(storage, identity, ambient, entry(identity.linkTo(guests.id)), personId('rex'))).toMatchObject({ ok: false, refusal: { code: 'entry.banned', values: { until: 2_000, reason: 'noise' } } });
    expect((await admit(storage, identity, { ...ambient, now: () => 2_001 }, entry(identity.linkTo(guests.id)), personId('rex'))).ok).toBe(true);
  });

  it('AU1 an audited act is stored with its effect, and the database lets nobody change it', async () => {
    const room = 'commons' as Parameters<Store['activities']>[0];
    const audit = { id: 'act-1', at: 9, actor: personId('ana'), act: 'people.remove', object: 'rex', reason: 'hour: noise', scope: 'commons' };
    await storage.commit([{ room, activity: undefined, line: undefined, audit, effects: [{ kind: 'ban', id: 'ban-9', person: personId('rex'), by: personId('ana'), at: 9, until: null, reason: 'noise' }] }]);
    expect(await storage.audit({ limit: 5 })).toContainEqual(audit);
    expect((await storage.bansOn(personId('rex'), undefined, 10)).map(({ id }) => id)).toContain('ban-9');
  });
});
