import { describe, expect, it } from 'vitest';
import { LINES_A_PAGE } from '#shared/chat/chat.ts';
import { setTable, type Guest } from '#test/support/table.ts';

type Table = ReturnType<typeof setTable>;
const textsOf = (guest: Guest): readonly string[] => guest.heard.filter(({ kind }) => kind.startsWith('chat.')).map(({ values }) => String(values['text'] ?? ''));
const lineOf = (table: Table, text: string): string => table.storage.lines.find((line) => line.text === text)?.id ?? 'none';
/** Everything that a tab was ever told, and the facts that everyone has. */
const allOf = (table: Table, guest: Guest): string => JSON.stringify([guest.heard, guest.known, guest.private, table.host.facts]);

/** Ana and Ben in a circle on the east bench; Cy and Olga about, Olga a steward. */
const together = async () => {
  const table = setTable();
  const [ana, ben, cy, olga] = [await table.enter('Ana'), await table.enter('Ben'), await table.enter('Cy'), await table.enter('Olga')];
  const steward = table.host.facts.people.get(olga.id);
  if (steward) steward.standing = 'steward';
  await table.did(ana, 'seat.sit', { seat: 'east-bench-1' });
  await table.did(ben, 'seat.sit', { seat: 'east-bench-2' });
  table.pass(60_000);
  return { table, ana, ben, cy, olga };
};

describe('what is said to some', () => {
  it('CH6 a message to a circle reaches its people, and nobody else gets a byte of it, then or later, whatever their standing', async () => {
    const { table, ana, ben, cy, olga } = await together();
    expect(await table.did(ana, 'chat.say', { text: 'only among us', to: { kind: 'circle' } })).toEqual({ accepted: true });
    expect([ana, ben].map(textsOf)).toEqual([['only among us'], ['only among us']]);
    for (const other of [cy, olga]) expect(allOf(table, other)).not.toContain('only among us');
    // Who joins later was not there when it was said; who was there may read it for ever.
    await table.did(cy, 'circle.join', { circle: 'circle-east-bench' });
    await table.did(ben, 'circle.leave');
    const [later, again] = [await table.enter('Cy'), await table.enter('Ben')];
    expect(later.known.lines).toEqual([]);
    expect(again.known.lines).toMatchObject([{ text: 'only among us', to: { kind: 'circle', readers: expect.arrayContaining([ana.id, ben.id]) as unknown } }]);
    const asked = await table.did(olga, 'chat.earlier', { before: { at: table.now + 1, line: 'zzz' } });
    expect(asked).toEqual({ accepted: true, reply: [] });
  });

  it('CH6 a message to one person is for the two, in all their tabs', async () => {
    const { table, ana, ben, cy, olga } = await together();
    const tab = await table.enter('Ana');
    await table.did(cy, 'chat.say', { text: 'for your ears', to: { kind: 'person', person: ana.id } });
    for (const one of [ana, tab, cy]) expect(textsOf(one)).toEqual(['for your ears']);
    for (const other of [ben, olga]) expect(allOf(table, other)).not.toContain('for your ears');
    expect((await table.enter('Ana')).known.lines).toHaveLength(1);
    expect((await table.enter('Olga')).known.lines).toEqual([]);
  });

  it('refuses a circle one is not in, oneself, somebody who is not here and somebody one is parted from', async () => {
    const { table, ana, cy } = await together();
    const say = async (who: Guest, to: unknown) => {
      const answer = await table.did(who, 'chat.say', { text: 'hi', to });
      return answer.accepted ? 'said' : answer.refusal.code;
    };
    expect(await say(cy, { kind: 'circle' })).toBe('circle.none');
    expect(await say(cy, { kind: 'person', person: cy.id })).toBe('chat.toYourself');
    expect(await say(cy, { kind: 'person', person: 'nobody' })).toBe('people.notHere');
    await table.did(ana, 'people.block', { person: cy.id });
    expect(await say(cy, { kind: 'person', person: ana.id })).toBe('chat.parted');
    expect(table.storage.lines).toEqual([]);
  });
});

describe('what was said', () => {
  it('CH7 is changed and removed by whoever wrote it, for everyone who has it, and after a restart', async () => {
    const { table, ana, ben, cy } = await together();
    await table.did(ana, 'chat.say', { text: 'helo' });
    await table.did(ana, 'chat.say', { text: 'oops' });
    const [typo, slip] = [lineOf(table, 'helo'), lineOf(table, 'oops')];
    expect(await table.did(ana, 'chat.edit', { line: typo, text: 'hello' })).toEqual({ accepted: true });
    expect(await table.did(ana, 'chat.remove', { line: slip })).toEqual({ accepted: true });
    expect(cy.heard.slice(-2)).toMatchObject([{ kind: 'chat.edited', values: { line: typo, text: 'hello' } }, { kind: 'chat.removed', values: { line: slip } }]);
    expect(await table.did(ben, 'chat.edit', { line: typo, text: 'mine' })).toMatchObject({ refusal: { code: 'chat.notYours' } });
    expect(await table.did(ana, 'chat.edit', { line: slip, text: 'back' })).toMatchObject({ refusal: { code: 'chat.noSuchLine' } });
    await table.host.save();
    await table.restart();
    const back = await table.enter('Ana');
    expect(back.known.lines).toMatchObject([{ text: 'hello', by: ana.id }, { text: '', removedBy: ana.id }]);
    expect(back.known.lines[0]?.editedAt).toBeGreaterThan(0);
    expect(await table.did(back, 'chat.edit', { line: typo, text: 'hello again' })).toEqual({ accepted: true });
  });

  it('CH7 tells nobody of a message that they cannot read: to them it is as if there were none', async () => {
    const { table, ana, ben, olga } = await together();
    await table.did(ana, 'chat.say', { text: 'only among us', to: { kind: 'circle' } });
    const line = lineOf(table, 'only among us');
    for (const act of ['chat.edit', 'chat.remove', 'chat.takeDown'] as const) {
      expect(await table.did(olga, act, { line, ...(act === 'chat.edit' ? { text: 'x' } : {}) })).toMatchObject({ refusal: { code: 'chat.noSuchLine' } });
    }
    await table.did(ana, 'chat.edit', { line, text: 'among us two' });
    expect(textsOf(ben).at(-1)).toBe('among us two');
    expect(allOf(table, olga)).not.toContain('among us');
  });

  it('CH8 to the room is taken down by a steward alone', async () => {
    const { table, ana, ben, olga } = await together();
    await table.did(ana, 'chat.say', { text: 'rude' });
    const line = lineOf(table, 'rude');
    expect(await table.did(ben, 'chat.takeDown', { line })).toMatchObject({ refusal: { code: 'dispatch.standing' } });
    expect(await table.did(olga, 'chat.takeDown', { line })).toEqual({ accepted: true });
    expect(ben.heard.at(-1)).toMatchObject({ kind: 'chat.takenDown', by: olga.id, values: { line } });
    expect((await table.enter('Ben')).known.lines).toMatchObject([{ text: '', removedBy: olga.id }]);
  });

  it('CH9 is read page by page, to the first', async () => {
    const table = setTable();
    const ana = await table.enter('Ana');
    for (let number = 0; number < LINES_A_PAGE + 5; number++) {
      await table.did(ana, 'chat.say', { text: `line ${number}` });
      table.pass(1_000);
    }
    const { lines } = (await table.enter('Ana')).known;
    expect([lines.length, lines[0]?.text]).toEqual([LINES_A_PAGE, 'line 5']);
    const earlier = await table.did(ana, 'chat.earlier', { before: { at: lines[0]?.at, line: lines[0]?.id } });
    expect(earlier).toMatchObject({ accepted: true, reply: [{ text: 'line 0' }, {}, {}, {}, { text: 'line 4' }] });
  });
});
