/** `npm run owner-link`, `npm run replay` and `npm run explain`, as people run them. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Identity } from '#server/people/identity.ts';
import { openDatabase, sqliteFile } from '#server/storage/open.ts';
import { explanationOf } from '#server/tools/explanation.ts';
import { readJournal } from '#server/tools/journal-source.ts';
import { toldOf } from '#server/tools/told.ts';
import { roomId } from '#shared/kernel/ids.ts';
import { ritualCapabilityIds } from '#shared/rituals/ritual.registry.ts';
import { capabilityIds } from '#shared/registry.ts';
import { databases, tempFolder } from './databases.ts';
import { ana, ben, commons, entry, fact, NOON, profile } from './kept.ts';
import { runTool } from './run-tool.ts';

const folder = tempFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(databases('owner-link and replay (test/storage/tools.test.ts)'))('$name', (database) => {
  beforeAll(() => database.open());
  afterAll(() => database.close());

  it('owner-link prints a link that makes an owner: at first, and again after the way in was lost', async () => {
    const place = await database.place();
    const settings = { DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir || '/nonexistent', PUBLIC_URL: 'https://hearth.example.org' };
    // Hearth may be running meanwhile.
    const { storage } = await openDatabase(place);
    const identity = await Identity.open(storage);
    const first = await runTool('owner-link', [], settings);
    expect(first).toMatchObject({ code: 0, err: '' });
    const secret = /^https:\/\/hearth\.example\.org\/join#(\S+) {3}\(makes whoever opens it first the owner\)\n$/.exec(first.out)?.[1] ?? '';
    expect(identity.readLink(secret)).toBe('owner');
    expect(await storage.setting('owner')).toBeUndefined();

    await storage.settleSetting('owner', ana);
    await storage.savePerson(profile({ standing: 'owner' }), NOON);
    const again = await runTool('owner-link', [], settings);
    expect(again.out).toMatch(/^Ana Šarić was the owner, and stays one beside the new one; .*\nhttps:\/\/hearth\.example\.org\/join#/);
    expect(await storage.findPerson(ana)).toMatchObject({ standing: 'owner' });
    expect(await storage.settleSetting('owner', ben)).toBe(ben);
    await storage.savePerson(profile({ id: ben, name: 'Ben', standing: 'owner' }), NOON);
    expect((await runTool('owner-link', ['--instead'], settings)).out).toMatch(/^Ben was the owner, and is a member from now on\./);
    expect(await storage.findPerson(ben)).toMatchObject({ standing: 'member' });
    expect(await storage.setting('owner')).toBeUndefined();
    const audit = await storage.audit({ limit: 9 });
    expect(audit.map(({ act, object }) => `${act} ${object}`).sort()).toEqual(['owner.release ana', 'owner.replace ben']);
    await storage.close();
  });

  it('rotate-keys signs with a new key from the next start on; what older keys signed works until they are forgotten', async () => {
    const place = await database.place();
    const settings = { DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir || '/nonexistent' };
    const { storage } = await openDatabase(place);
    const before = await Identity.open(storage);
    expect(await runTool('rotate-keys', [], settings)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Restart Hearth') as string });
    const rotated = await Identity.open(storage);
    expect(rotated.tokenOf(ana)).not.toBe(before.tokenOf(ana));
    expect([rotated.read(before.tokenOf(ana)), rotated.readLink(before.linkTo('guests'))]).toEqual([ana, 'guests']);
    expect((await runTool('rotate-keys', ['--forget'], settings)).out).toContain('forgotten');
    const anew = await Identity.open(storage);
    for (const old of [before, rotated]) expect([anew.read(old.tokenOf(ana)), anew.readLink(old.linkTo('guests'))]).toEqual([undefined, undefined]);
    expect(anew.read(anew.tokenOf(ana))).toBe(ana);
    expect((await storage.audit({ limit: 2 })).map(({ act }) => act).sort()).toEqual(['keys.forget', 'keys.rotate']);
    await storage.close();
  });

  it('owner-link knows the address at which Hearth was last reached', async () => {
    const place = await database.place();
    const { storage } = await openDatabase(place);
    for (const owner of [await storage.setting('owner')]) if (owner !== undefined) await storage.forgetSetting('owner', owner);
    await storage.settleSetting('address', 'https://learn.example.org');
    const settings = { DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir || '/nonexistent' };
    expect((await runTool('owner-link', [], { ...settings, PORT: '', PUBLIC_URL: '' })).out).toMatch(/^https:\/\/learn\.example\.org\/join#/);
    expect((await runTool('owner-link', [], { ...settings, PORT: '4321', PUBLIC_URL: '' })).out).toMatch(/^http:\/\/localhost:4321\/join#/);
    await storage.close();
  });

  it('replay says who did what, from the database and from its backup, without what they wrote', async () => {
    const place = await database.place();
    const { storage } = await openDatabase(place);
    await storage.savePerson(profile(), NOON);
    const garden = roomId('garden');
    await storage.commit([
      fact({ journal: entry(1, { payload: { text: 'a secret' } }) }),
      fact({ journal: entry(2, { actor: ben, capability: 'people.describe', payload: { person: 'ana' } }) }),
      fact({ journal: entry(4, { actor: undefined, capability: 'hand.raise', payload: {} }) }),
      fact({ journal: entry(5, { capability: 'board.fold', payload: {} }) }),
      fact({ journal: entry(6, { payload: { words: 'another secret' } }) }),
      { ...fact({ journal: entry(1, { room: garden }) }), room: garden },
    ]);
    const source = place.databaseUrl || sqliteFile(place.dataDir);
    const file = join(folder, `journal-${database.name}`);
    await runTool('backup', [file], { DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir || '/nonexistent' });
    for (const from of [source, file]) {
      const { code, out, err } = await runTool('replay', [from, 'commons']);
      expect([code, err]).toEqual([0, '']);
      const [say = '', describe = '', raise = '', fold = '', broken = '', sum = ''] = out.split('\n');
      expect(say).toBe(`#1  ${new Date(NOON + 1).toISOString()}  Ana Šarić  Say to the room (chat.say): done`);
      expect(describe).toMatch(/ {2}ben {2}.* \(people\.describe\).*: done$/);
      expect(raise).toMatch(/^#4 .* {2}the server {2}Raise hand \(hand\.raise\): done$/);
      expect(fold).toMatch(/board\.fold: this version does not know it$/);
      expect(broken).toMatch(/Say to the room \(chat\.say\): this version cannot read its payload$/);
      expect(sum).toMatch(/^5 done by 3 in commons; numbers are missing in one place/);
      expect(out).not.toMatch(/secret/);
      const journal = await readJournal(from);
      expect(toldOf(journal, 'commons', true).join('\n')).toMatch(/"a secret"/);
      expect(() => toldOf(journal, undefined, false)).toThrow('There are journals of several rooms. Name one of: commons, garden.');
      expect(() => toldOf(journal, 'attic', false)).toThrow('There is no journal of the room attic. There are: commons, garden.');
    }
    expect(await storage.journalSince(commons, 0)).toHaveLength(5);
    await storage.close();
  });
});

describe('replay', () => {
  it('says in one sentence what it cannot read', async () => {
    const file = join(folder, 'letter');
    writeFileSync(file, 'Dear Ana,\n');
    const refused = (why: string) => expect(readJournal(file)).rejects.toThrow(why);
    await refused('Line 1 of this file is not JSON: it is neither a backup, nor a journal, nor a database.');
    writeFileSync(file, '{"table":"journal","row":{"room":"commons"}}\n');
    await refused('The journal is damaged in line 1.');
    writeFileSync(file, '{"hearth":"backup"}\n');
    expect(toldOf(await readJournal(file), undefined, false)).toEqual(['The journal has no entries.']);
    expect(await runTool('replay', [join(folder, 'none')])).toEqual({ code: 1, out: '', err: `There is no file ${join(folder, 'none')}.\n` });
  });
});

describe('explain', () => {
  it.each([...capabilityIds, ...ritualCapabilityIds])('%s: its declaration, rules with tests, cells and cues', async (id) => {
    const out = `${(await explanationOf(id)).join('\n')}\n`;
    for (const part of ['label', 'help', 'shortcut', 'anchor', 'durable', 'record', 'rate', 'payload']) expect(out).toMatch(new RegExp(`^ {2}${part} +\\S`, 'm'));
    expect(out).toMatch(/^ {2}declared +shared\/\w+\/\w+\.capabilities\.ts:\d+$/m);
    expect(out).toMatch(/^ {2}[A-Z]{2}\d+ {2}\S.*\n {8}test\/\S+: /m);
    expect(out).not.toMatch(/no test wears it/);
    expect(out).toMatch(/\n {2}3D pointer\n {2}3D keyboard\n {2}2D keyboard\n {2}2D screen reader\n/);
  });

  it('shows a payload as JSON schema, and each cue with its words', async () => {
    const { code, out, err } = await runTool('explain', ['hand.raise']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/payload +\{.*"type":"object"/);
    expect(out).toMatch(/\nCues\n {2}hand\.raised \(hands, priority 2, sound hand, effect turn\)\n {6}own {6}Hand is up\./);
    expect(out).toMatch(/HA1 {2}Raising a hand puts it last in the queue/);
  });

  it('names what there is where it is asked for something else', async () => {
    expect(await runTool('explain', ['hand.wave'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^There is no capability hand\.wave\. There are: .*hand\.raise, /) });
  });
});
