/** What is one's own: settings and look, as the server keeps them. */
import { describe, expect, it } from 'vitest';
import { personalOf, usual } from '#client/settings/settings.ts';
import { defaultLook, packLook } from '#shared/people/look.ts';
import { setTable } from '#test/support/table.ts';

const dark = { ...personalOf(usual), theme: 'dark', textSize: '150' } as const;
const look = packLook({ ...defaultLook, hair: 'bun', moving: 'cane' });

describe('settings', () => {
  it('PE9 are stored, told to each of one’s browsers and to nobody else, and told again on coming in', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    expect(ana.private.settings).toBeNull();
    const second = await table.enter('Ana');
    expect(await table.did(ana, 'people.settings', { settings: dark })).toEqual({ accepted: true });
    expect([ana.private.settings, second.private.settings]).toEqual([dark, dark]);
    expect(ben.private.settings).toBeNull();
    expect([ana.kinds(), ben.kinds()].flat()).not.toContain('people.settings');
    ana.leave(0);
    second.leave(0);
    expect((await table.enter('Ana')).private.settings).toEqual(dark);
    // Nothing of them is in the journal, which a tool can read.
    expect(JSON.stringify(table.storage.journal)).not.toContain('textSize');
  });

  it('PE9 are known ones with known values, and no more of each list than there can be', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, number) => [`act.${number}`, 'x']));
    for (const bad of [{ ...dark, theme: 'pink' }, { ...dark, secret: 'x' }, { theme: 'dark' }, { ...dark, keys: many }, { ...dark, keys: { 'hand.raise': 'long' } }, { ...dark, language: 'x'.repeat(13) }, 'dark', null]) {
      expect(await table.did(ana, 'people.settings', { settings: bad })).toMatchObject({ accepted: false, refusal: { code: 'dispatch.malformed' } });
    }
    expect(ana.private.settings).toBeNull();
  });

  it('PE9 that could not be stored are refused, and told to nobody', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    table.storage.broken = true;
    expect(await table.did(ana, 'people.settings', { settings: dark })).toMatchObject({ accepted: false, refusal: { code: 'dispatch.notStored' } });
    expect(ana.private.settings).toBeNull();
    table.storage.broken = false;
    expect(await table.did(ana, 'people.settings', { settings: dark })).toEqual({ accepted: true });
  });
});

describe('a look', () => {
  it('PE10 is changed for everyone at once, with pronouns as a name is cleaned, and outlasts a restart', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    expect(await table.did(ana, 'people.look', { look, pronouns: ' she\u202e ' })).toEqual({ accepted: true });
    expect(table.host.facts.people.get(ana.id)).toMatchObject({ look, pronouns: 'she' });
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'people.changedLook', by: ana.id });
    expect(ben.kinds()).not.toContain('people.changedLook');
    await table.restart();
    expect(table.host.facts.people.get(ana.id)).toMatchObject({ look, pronouns: 'she' });
  });

  it('PE10 that is none changes nothing', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    for (const junk of ['', '!', '~']) expect(await table.did(ana, 'people.look', { look: junk, pronouns: '' })).toMatchObject({ accepted: false, refusal: { code: 'people.badLook' } });
    expect(table.host.facts.people.get(ana.id)?.look).toBe('0');
  });
});
