/** One set of tests on every database that Hearth runs on. */
import { describe, expect, it } from 'vitest';
import { Kysely, sql } from 'kysely';
import { openDatabase, toolDialect } from '#server/storage/open.ts';
import { columnsOf, tableNames, type Tables } from '#server/storage/tables.ts';
import { personalOf, usual } from '#client/settings/settings.ts';
import { circleId, lineId, personId, roomId } from '#shared/kernel/ids.ts';
import { databases, openEach } from './databases.ts';
import { activity, ana, ben, commons, cy, entry, fact, invitation, line, NOON, profile } from './kept.ts';

describe.each(databases('every storage test (test/storage/storage.test.ts)'))('$name', (database) => {
  const here = openEach(database);

  /** Runs SQL past our own code, as anybody with the database could. */
  const raw = async (statement: string): Promise<unknown> => {
    const db = new Kysely<Tables>({ dialect: toolDialect(here.place) });
    return sql.raw(statement).execute(db).finally(() => db.destroy());
  };

  describe('facts', () => {
    it('are all there after a restart, in order, each with its whole time', async () => {
      await here.storage.commit([fact({ line: line('a', NOON + 2), activity: activity(NOON + 2) }), fact({ line: line('b', NOON + 1) }), fact({ activity: { ...activity(NOON + 3), actor: undefined, object: 'note-1' } })]);
      await here.restart();
      expect(await here.storage.lastLines(commons, 10)).toEqual([line('b', NOON + 1), line('a', NOON + 2)]);
      expect(await here.storage.lastLines(commons, 1)).toEqual([line('a', NOON + 2)]);
      expect(await here.storage.activities(commons)).toEqual([activity(NOON + 2), { ...activity(NOON + 3), actor: undefined, object: 'note-1' }]);
      expect(await here.storage.lastLines(roomId('garden'), 10)).toEqual([]);
    });

    it('give each what they may read: page by page, and of what is for some nothing to others; changes and removals stay', async () => {
      const toBen = { ...line('b', NOON + 2), to: { kind: 'person', person: ben } } as const;
      const toCircle = { ...line('c', NOON + 3), to: { kind: 'circle', circle: circleId('at-the-fire'), readers: [ana, ben] } } as const;
      await here.storage.commit([fact({ line: line('a', NOON + 1) }), fact({ line: toBen }), fact({ line: toCircle }), fact({ line: line('d', NOON + 4) })]);
      const garden = roomId('garden');
      expect(await here.storage.linesFor(ana, commons, 10)).toEqual([line('a', NOON + 1), toBen, { ...toCircle, to: { ...toCircle.to, readers: expect.arrayContaining([ana, ben]) as unknown } }, line('d', NOON + 4)]);
      expect((await here.storage.linesFor(cy, commons, 10)).map(({ id }) => id)).toEqual(['a', 'd']);
      expect((await here.storage.linesFor(ben, garden, 10)).map(({ id }) => id)).toEqual(['b']);
      expect((await here.storage.linesFor(ben, commons, 2, { at: NOON + 4, line: lineId('d') })).map(({ id }) => id)).toEqual(['b', 'c']);
      await here.storage.commit([fact({ effects: [{ kind: 'lineEdited', line: lineId('a'), text: 'changed', at: NOON + 9 }, { kind: 'lineRemoved', line: lineId('d'), by: cy }] })]);
      expect(await here.storage.linesFor(cy, commons, 10)).toMatchObject([{ text: 'changed', editedAt: NOON + 9 }, { text: '', removedBy: cy }]);
      expect(await here.storage.forgetLines({ room: NOON + 3, others: NOON + 3 })).toBe(2);
      expect((await here.storage.linesFor(ana, commons, 10)).map(({ id }) => id)).toEqual(['c', 'd']);
    });

    it('of one batch are stored all or none', async () => {
      await here.storage.commit([fact({ line: line('a') })]);
      await expect(here.storage.commit([fact({ line: line('b'), activity: activity(), journal: entry(1) }), fact({ line: line('a') })])).rejects.toThrow();
      expect(await here.storage.lastLines(commons, 10)).toEqual([line('a')]);
      expect(await here.storage.activities(commons)).toEqual([]);
      expect(await here.storage.journalSince(commons, 0)).toEqual([]);
      await here.storage.commit([fact({ line: line('b') })]);
      expect(await here.storage.lastLines(commons, 10)).toHaveLength(2);
    });

    it('are stored together even where they hold more values than a statement may', async () => {
      const many = Array.from({ length: 4_000 }, (_, number) => fact({ activity: activity(NOON + number), journal: entry(number + 1) }));
      await here.storage.commit(many);
      expect(await here.storage.activities(commons)).toHaveLength(4_000);
    });

    it('may hold any text: a character that a database cannot hold is replaced, and fails nobody else', async () => {
      await here.storage.commit([fact({ line: line('a', NOON, 'nul \0 "quotes\' 🪵 \u202e'), journal: entry(1, { payload: { text: 'nul \0' } }) }), fact({ line: line('b', NOON + 1) })]);
      expect((await here.storage.lastLines(commons, 2)).map(({ text }) => text)).toEqual(['nul \ufffd "quotes\' 🪵 \u202e', 'said b']);
      expect(await here.storage.journalSince(commons, 0)).toMatchObject([{ payload: { text: 'nul \0' } }]);
    });
  });

  describe('the journal', () => {
    it('gives back each entry whole, above a number, in order, of its room alone', async () => {
      const other = entry(1, { room: roomId('garden'), actor: undefined, payload: undefined, chance: [] });
      await here.storage.commit([fact({ journal: entry(10) }), fact({ journal: entry(9) }), fact({ journal: entry(2) }), { ...fact({ journal: other }), room: other.room }]);
      expect(await here.storage.journalSince(commons, 2)).toEqual([entry(9), entry(10)]);
      expect(await here.storage.journalSince(other.room, 0)).toEqual([{ ...other, payload: null }]);
    });

    it('forgets what a snapshot includes, and nothing of another room', async () => {
      const other = entry(1, { room: roomId('garden') });
      await here.storage.commit([fact({ journal: entry(1) }), fact({ journal: entry(2) }), fact({ journal: entry(3) }), { ...fact({ journal: other }), room: other.room }]);
      await here.storage.pruneJournal(commons, 3);
      expect(await here.storage.journalSince(commons, 0)).toEqual([entry(3)]);
      expect(await here.storage.journalSince(other.room, 0)).toEqual([other]);
    });

    it('refuses a number that is taken', async () => {
      await here.storage.commit([fact({ journal: entry(1) })]);
      await expect(here.storage.commit([fact({ journal: entry(1, { key: 'another-key' }) })])).rejects.toThrow();
    });

    it('is named by the snapshot that includes it; a snapshot without a number includes nothing', async () => {
      await here.storage.saveSnapshot(commons, NOON, '{"a":1}', 41);
      expect(await here.storage.loadSnapshot(commons)).toEqual({ at: NOON, state: '{"a":1}', journal: 41 });
      await here.storage.saveSnapshot(commons, NOON + 1, '{"a":2}');
      expect(await here.storage.loadSnapshot(commons)).toEqual({ at: NOON + 1, state: '{"a":2}', journal: 0 });
      expect(await here.storage.loadSnapshot(roomId('garden'))).toBeUndefined();
    });
  });

  describe('what only grows', () => {
    const audited = (id: string, at = NOON) => ({ id, at, actor: ben, act: 'ban', object: ana, reason: 'Said no.', scope: 'campus' });

    it('is kept whole, paged from the newest', async () => {
      const entries = [audited('a'), audited('b'), { ...audited('c', NOON + 1), actor: undefined, object: undefined }];
      for (const one of entries) await here.storage.appendAudit(one);
      const first = await here.storage.audit({ limit: 2 });
      expect(first).toEqual([entries[2], entries[1]]);
      const last = first.at(-1);
      expect(await here.storage.audit({ limit: 2, ...(last && { before: last }) })).toEqual([entries[0]]);
      await expect(here.storage.appendAudit(audited('a', NOON + 5))).rejects.toThrow();
    });

    it.each(['activity', 'audit'])('%s refuses to be changed or emptied, even past our code', async (table) => {
      await here.storage.commit([fact({ activity: activity(), journal: entry(1) })]);
      await here.storage.appendAudit(audited('a'));
      const attempts = [`update ${table} set at = 1`, `delete from ${table}`, `delete from ${table} where at = ${NOON}`];
      const replace = table === 'audit' ? `replace into audit (id, at, act, reason, scope) values ('a', 1, 'none', '', '')` : `replace into activity (at, capability, room, key) values (1, 'none', 'commons', 'commons#1')`;
      for (const attempt of [...attempts, here.place.databaseUrl ? `truncate ${table}` : replace]) await expect(raw(attempt), attempt).rejects.toThrow(/only grows/);
      expect(await here.storage.activities(commons)).toEqual([activity()]);
      expect(await here.storage.audit({ limit: 9 })).toEqual([audited('a')]);
    });
  });

  describe('people', () => {
    it('keep what they said; what a later saving leaves out stays', async () => {
      await here.storage.savePerson(profile(), NOON);
      expect(await here.storage.findPerson(ana)).toEqual({ ...profile(), duties: [], venue: '' });
      await here.storage.savePerson(profile({ duties: ['facilitator', 'captioner'], venue: 'Lyon', cameBy: 'inv-1' }), NOON);
      await here.storage.savePerson(profile({ name: 'Anna' }), NOON + 1);
      expect(await here.storage.findPerson(ana)).toEqual(profile({ name: 'Anna', duties: ['facilitator', 'captioner'], venue: 'Lyon', cameBy: 'inv-1' }));
      expect(await here.storage.findPerson(ben)).toBeUndefined();
    });

    it('keep by whom they are held muted, whatever is said of them later, until that ends', async () => {
      await here.storage.savePerson(profile(), NOON);
      await here.storage.commit([fact({ effects: [{ kind: 'held', person: ana, by: 'Sam', before: '' }] })]);
      await here.storage.savePerson(profile({ name: 'Anna' }), NOON + 1);
      expect(await here.storage.findPerson(ana)).toMatchObject({ name: 'Anna', heldBy: 'Sam' });
      await here.storage.commit([fact({ effects: [{ kind: 'held', person: ana, by: '', before: 'Sam' }] })]);
      expect(await here.storage.findPerson(ana)).not.toHaveProperty('heldBy');
    });

    it('keep settings and look with them, apart from what else is said of them, and none before they are set', async () => {
      const settings = { ...personalOf(usual), keys: { 'hand.raise': '\0' }, theme: 'dark' } as const;
      await here.storage.savePerson(profile({ venue: 'Lyon' }), NOON);
      expect(await here.storage.settingsOf(ana)).toBeUndefined();
      await here.storage.commit([fact({ effects: [{ kind: 'settings', person: ana, settings }, { kind: 'look', person: ana, look: '012', pronouns: 'they' }] })]);
      await here.storage.savePerson(profile({ look: '012', pronouns: 'they' }), NOON + 1);
      expect([await here.storage.settingsOf(ana), await here.storage.settingsOf(ben)]).toEqual([settings, undefined]);
      expect(await here.storage.findPerson(ana)).toEqual(profile({ look: '012', pronouns: 'they', duties: [], venue: 'Lyon' }));
    });

    it('get standing and duties, each apart from the other', async () => {
      await here.storage.savePerson(profile(), NOON);
      expect(await here.storage.setStanding(ana, 'steward', NOON + 1)).toBe(true);
      expect(await here.storage.setDuties(ana, ['sponsor'], NOON + 2)).toBe(true);
      expect(await here.storage.findPerson(ana)).toMatchObject({ standing: 'steward', duties: ['sponsor'], name: 'Ana Šarić' });
      expect([await here.storage.setStanding(ben, 'steward', NOON), await here.storage.setDuties(ben, [], NOON)]).toEqual([false, false]);
      expect(await here.storage.namesOf(['steward', 'owner'])).toEqual([{ id: ana, name: 'Ana Šarić' }]);
    });

    it('who are guests are forgotten in time; members are not', async () => {
      await here.storage.savePerson(profile({ id: personId('old-guest') }), NOON - 10);
      await here.storage.savePerson(profile({ id: personId('new-guest') }), NOON + 10);
      await here.storage.savePerson(profile({ id: personId('old-member'), standing: 'member' }), NOON - 10);
      expect(await here.storage.forgetGuests(NOON - 1)).toBe(1);
      const left = await Promise.all(['old-guest', 'new-guest', 'old-member'].map((id) => here.storage.findPerson(personId(id))));
      expect(left.map((person) => person?.id)).toEqual([undefined, 'new-guest', 'old-member']);
    });

    it('settle a setting once, whoever asks at once, until it is forgotten by its value', async () => {
      const settled = await Promise.all(Array.from({ length: 10 }, (_, number) => here.storage.settleSetting('owner', `p${number}`)));
      expect(new Set(settled).size).toBe(1);
      const [owner = ''] = settled;
      expect(await here.storage.forgetSetting('owner', 'somebody else')).toBe(false);
      expect(await here.storage.setting('owner')).toBe(owner);
      expect(await here.storage.forgetSetting('owner', owner)).toBe(true);
      expect(await here.storage.settleSetting('owner', 'new')).toBe('new');
    });
  });

  describe('invitations', () => {
    it('are found by id and by code, and listed newest first', async () => {
      const [one, two] = [invitation(), invitation({ id: 'inv-2', code: 'WARM-8', madeAt: NOON + 1, usesLeft: 3, expiresAt: NOON + 9, madeBy: undefined, duties: [] })];
      expect([await here.storage.makeInvitation(one), await here.storage.makeInvitation(two)]).toEqual([true, true]);
      expect(await here.storage.findInvitation('inv-1')).toEqual(one);
      expect(await here.storage.findInvitation('WARM-8')).toEqual(two);
      expect(await here.storage.findInvitation('WARM-9')).toBeUndefined();
      expect(await here.storage.invitations()).toEqual([two, one]);
    });

    it('never share a code', async () => {
      expect(await here.storage.makeInvitation(invitation())).toBe(true);
      expect(await here.storage.makeInvitation(invitation({ id: 'inv-2' }))).toBe(false);
      expect(await here.storage.makeInvitation(invitation({ code: 'OTHER' }))).toBe(false);
      expect(await here.storage.invitations()).toEqual([invitation()]);
    });

    it('are used exactly as often as they may be, by however many at once', async () => {
      await here.storage.makeInvitation(invitation({ usesLeft: 7 }));
      const used = await Promise.all(Array.from({ length: 30 }, () => here.storage.useInvitation('inv-1', NOON)));
      expect(used.flatMap((one) => (one ? [one.usesLeft] : [])).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(await here.storage.findInvitation('inv-1')).toMatchObject({ usesLeft: 0 });
    });

    it('without a count are used without end; expired or revoked ones not at all', async () => {
      await here.storage.makeInvitation(invitation());
      expect(await here.storage.useInvitation('inv-1', NOON)).toEqual(invitation());
      await here.storage.makeInvitation(invitation({ id: 'inv-2', code: 'B', expiresAt: NOON + 5 }));
      expect(await here.storage.useInvitation('inv-2', NOON + 4)).toMatchObject({ id: 'inv-2' });
      expect(await here.storage.useInvitation('inv-2', NOON + 5)).toBeUndefined();
      expect(await here.storage.revokeInvitation('inv-1', NOON + 1)).toBe(true);
      expect(await here.storage.revokeInvitation('inv-1', NOON + 2)).toBe(false);
      expect(await here.storage.useInvitation('inv-1', NOON)).toBeUndefined();
      expect(await here.storage.findInvitation('inv-1')).toMatchObject({ revokedAt: NOON + 1 });
      expect([await here.storage.useInvitation('none', NOON), await here.storage.revokeInvitation('none', NOON)]).toEqual([undefined, false]);
    });
  });

  describe('bans', () => {
    const banned = (id: string, more = {}) => ({ id, person: ana, invitation: undefined, until: undefined, reason: 'Shouting', by: ben, at: NOON, liftedAt: undefined, ...more });

    it('keep out the person, and whoever came by the link', async () => {
      await here.storage.ban(banned('b1'));
      await here.storage.ban(banned('b2', { person: undefined, invitation: 'inv-1', by: undefined, at: NOON + 1 }));
      expect(await here.storage.bansOn(ana, undefined, NOON)).toEqual([banned('b1')]);
      expect((await here.storage.bansOn(ana, 'inv-1', NOON)).map(({ id }) => id)).toEqual(['b1', 'b2']);
      expect((await here.storage.bansOn(cy, 'inv-1', NOON)).map(({ id }) => id)).toEqual(['b2']);
      expect(await here.storage.bansOn(cy, 'inv-2', NOON)).toEqual([]);
      expect(await here.storage.bansOn(undefined, undefined, NOON)).toEqual([]);
    });

    it('end at their time, or when they are lifted, once', async () => {
      await here.storage.ban(banned('b1', { until: NOON + 10 }));
      await here.storage.ban(banned('b2'));
      expect((await here.storage.bansOn(ana, undefined, NOON + 9)).map(({ id }) => id).sort()).toEqual(['b1', 'b2']);
      expect((await here.storage.bansOn(ana, undefined, NOON + 10)).map(({ id }) => id)).toEqual(['b2']);
      expect([await here.storage.liftBan('b2', NOON + 1), await here.storage.liftBan('b2', NOON + 2), await here.storage.liftBan('b3', NOON)]).toEqual([true, false, false]);
      expect(await here.storage.bansOn(ana, undefined, NOON + 10)).toEqual([]);
    });
  });

  describe('blocks', () => {
    it('are known to both, mutes only to who muted; each goes off alone', async () => {
      await here.storage.setBlock(ana, ben, 'mute', true, NOON);
      await here.storage.setBlock(ana, ben, 'block', true, NOON + 1);
      await here.storage.setBlock(ana, ben, 'block', true, NOON + 2);
      await here.storage.setBlock(ben, cy, 'mute', true, NOON + 3);
      const block = { blocker: ana, blocked: ben, kind: 'block', at: NOON + 1 };
      expect(await here.storage.blocksOf(ana)).toEqual([{ ...block, kind: 'mute', at: NOON }, block]);
      expect(await here.storage.blocksOf(ben)).toEqual([block, { blocker: ben, blocked: cy, kind: 'mute', at: NOON + 3 }]);
      expect(await here.storage.blocksOf(cy)).toEqual([]);
      await here.storage.setBlock(ana, ben, 'block', false, NOON + 4);
      expect([await here.storage.blocksOf(ben), await here.storage.blocksOf(ana)].map(({ length }) => length)).toEqual([1, 1]);
    });
  });

  describe('the tables', () => {
    it('are those that tables.ts names, so that a backup leaves none out', async () => {
      const db = new Kysely<Tables>({ dialect: toolDialect(here.place) });
      const found = await db.introspection.getTables().finally(() => db.destroy());
      const ours = found.filter(({ name }) => !name.startsWith('kysely_'));
      expect(ours.map(({ name }) => name).sort()).toEqual([...tableNames].sort());
      for (const { name, columns } of ours) expect(columns.map((column) => column.name).sort(), name).toEqual([...columnsOf[name as keyof Tables]].sort());
    });

    it('of a first version take up what they held', async () => {
      const older = await database.place();
      const { migrations } = await import('#server/storage/migrations.ts');
      const { Migrator } = await import('kysely/migration');
      const first = migrations['2026-11-24-first'];
      if (!first) throw new Error('The first migration is gone.');
      const db = new Kysely<Tables>({ dialect: toolDialect(older, { mayMake: true }) });
      await new Migrator({ db, provider: { getMigrations: async () => ({ '2026-11-24-first': first }) } }).migrateToLatest();
      await sql.raw(`insert into person (id, name, call_me, pronouns, standing, look, changed_at) values ('zoe', 'Zoe', '', '', 'owner', '0', ${NOON})`).execute(db);
      await sql.raw(`insert into snapshot (room, at, state) values ('commons', ${NOON}, '{}')`).execute(db);
      await sql.raw(`insert into activity (at, capability, room) values (${NOON}, 'hand.raise', 'commons')`).execute(db);
      await db.destroy();
      const { storage: now } = await openDatabase(older);
      expect(await now.findPerson(personId('zoe'))).toEqual(profile({ id: personId('zoe'), name: 'Zoe', callMe: '', pronouns: '', standing: 'owner', duties: [], venue: '' }));
      expect(await now.loadSnapshot(commons)).toEqual({ at: NOON, state: '{}', journal: 0 });
      expect(await now.activities(commons)).toHaveLength(1);
      await now.close();
    });

    it('of a newer version are refused in a sentence', async () => {
      await raw(`insert into kysely_migration (name, timestamp) values ('2999-01-01-later', 'then')`);
      await expect(openDatabase(here.place)).rejects.toThrow(/was written by a newer Hearth\. Start that one/);
    });
  });
});
