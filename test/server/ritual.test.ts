/** Rituals as a room's server keeps them: who may, what is heard, and what a kill leaves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { takeSnapshot } from '#server/rooms/snapshot.ts';
import { createWords } from '#client/app/words.ts';
import { runOf } from '#shared/rituals/held.ts';
import { ritualCapabilityIds, ritualCueKinds, ritualRefusalKinds } from '#shared/rituals/ritual.registry.ts';
import { openPart, openPhase, type Run } from '#shared/rituals/run.ts';
import { stepOf } from '#test/support/ritual.ts';
import { profileOf, seeded, setTable, type Guest, type RoomAct } from '#test/support/table.ts';

beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

const words = createWords('en', undefined);
const template = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, `../../assets/rituals/en/${name}.json`), 'utf8'));
const script = (...steps: readonly object[]) => ({ version: 1, title: 'Check-in', steps });

type Table = ReturnType<typeof setTable>;
/** A room with two who may run rituals, and others. */
const ritualTable = async (...others: readonly string[]) => {
  const table = setTable();
  for (const name of ['Ana', 'Ben']) await table.storage.savePerson({ ...profileOf(name), duties: ['facilitator'] }, 0);
  const guests: Record<string, Guest> = {};
  for (const name of ['Ana', 'Ben', ...others]) guests[name.toLowerCase()] = await table.enter(name);
  const guest = (name: string): Guest => guests[name] ?? (() => { throw new Error(name); })();
  const run = (): Run => runOf(table.host.room) ?? (() => { throw new Error('There is no run.'); })();
  const act = async (name: string, id: RoomAct, payload: object = {}): Promise<string> => {
    const answer = await table.did(guest(name), id, payload);
    return answer.accepted ? 'done' : answer.refusal.code;
  };
  const next = (name: string, leaving: readonly string[] = []) => act(name, 'ritual.next', { from: openPhase(run())?.step ?? 0, leaving });
  const turns = (): string => openPart(run(), 'round')?.turns.map(({ person, state }) => `${person} ${state}`).join(', ') ?? '';
  /** What somebody has heard of rituals since they were asked last, as it is said. */
  const told = (name: string): readonly string[] => {
    const { id, heard } = guest(name);
    return heard.splice(0).flatMap(({ kind, by, values }) => {
      const declared = ritualCueKinds.get(kind);
      const message = by === id ? declared?.own : declared?.others;
      return message ? [`${declared?.priority} ${words(message, values)}`] : [];
    });
  };
  return { table, guests, guest, run, act, next, turns, told };
};

describe('a ritual in a room', () => {
  it('RI2 RI6 is started by whoever may, one at a time, and a bad script is refused with its place', async () => {
    const { table, act, run, guest, next } = await ritualTable('Cleo');
    expect(await act('cleo', 'ritual.start', { script: template('launch') })).toBe('ritual.cannotRun');
    expect(await act('ana', 'ritual.next', { from: 0, leaving: [] })).toBe('ritual.none');
    const answer = await table.did(guest('ana'), 'ritual.start', { script: script(stepOf('say'), stepOf('say', { place: 'moon', minutes: 5 }), stepOf('say', { place: 'sun' })) });
    expect(answer.accepted ? '' : words(ritualRefusalKinds.get(answer.refusal.code)?.words ?? { id: '', defaultMessage: '' }, answer.refusal.values)).toBe('Step 2, place: the room has no such object, group of seats or zone. One more thing is wrong with it. Nothing has changed.');
    expect(runOf(table.host.room)).toBeUndefined();
    expect(await act('ana', 'ritual.start', { script: template('launch') })).toBe('done');
    expect([run().lead, run().people.map(({ name }) => name), run().script.title]).toEqual(['ana', ['Ana', 'Ben', 'Cleo'], 'Community launch']);
    expect(await act('ben', 'ritual.start', { script: template('check-in') })).toBe('ritual.underWay');
    expect([await act('cleo', 'ritual.end', { leaving: [] }), await act('ben', 'ritual.end', { leaving: [] }), await next('ana')]).toEqual(['ritual.cannotRun', 'done', 'ritual.ended']);
    expect(await act('ben', 'ritual.start', { script: template('check-in') })).toBe('done');
  });

  it('RI3 two facilitators who press at once make one step, and the second is told whose it was', async () => {
    const { table, act, run, guest } = await ritualTable();
    await act('ana', 'ritual.start', { script: template('launch') });
    const press = { from: 0, leaving: [] };
    const answers = [guest('ben').ask('ritual.next', press), guest('ana').ask('ritual.next', press)];
    table.host.flush(() => undefined);
    const [first, second] = await Promise.all(answers);
    expect([first, second]).toEqual([{ accepted: true }, { accepted: false, refusal: { code: 'ritual.moved', values: { by: 'Ben', step: 2, name: 'Why we are here' } } }]);
    expect(openPhase(run())?.step).toBe(1);
  });

  it('RI7 RI8 RI19 takes turns, each told once whose it is, who is next, and what became of one\'s own', async () => {
    const { act, next, turns, told } = await ritualTable('Cleo');
    await act('cleo', 'seat.sit', { seat: 'hearth-1' });
    await act('ana', 'ritual.start', { script: script(stepOf('round'), stepOf('say')) });
    expect(turns()).toBe('cleo speaking, ana waiting, ben waiting');
    expect(told('cleo')).toEqual(['1 Ana started Check-in. Step 1 of 2: The round. What is new?', '0 Your turn, in Check-in. There is no hurry: you can also pass, speak later, or write.']);
    expect(told('ana')).toEqual(['1 You started Check-in. Step 1 of 2: The round. What is new?', '2 It is the turn of Cleo.', '1 You are next, after Cleo.']);
    expect([await act('cleo', 'ritual.later'), await act('ana', 'ritual.write', { step: 0, text: ' Hello. ' }), await act('ben', 'ritual.moreTime')]).toEqual(['done', 'done', 'done']);
    expect(told('cleo')).toEqual(['3 You speak later.', '2 It is the turn of Ana.', '3 Ana wrote instead.', '2 It is the turn of Ben.', '1 You are next, after Ben.', '3 Ben takes more time.']);
    expect([await next('ana'), await next('ana', ['cleo', 'ben']), await act('cleo', 'ritual.write', { step: 0, text: 'Me too.' })]).toEqual(['ritual.openTurns', 'done', 'done']);
  });

  it('RI11 whoever comes late is told where it stands, and has the last turn; whoever is away is not called', async () => {
    const { table, act, guests, turns, told } = await ritualTable('Cleo');
    await act('ana', 'ritual.start', { script: script(stepOf('round'), stepOf('say')) });
    guests['dan'] = await table.enter('Dan');
    expect(told('dan')).toEqual(['1 Check-in is under way. Step 1 of 2: The round. What is new?']);
    expect(turns()).toBe('ana speaking, ben waiting, cleo waiting, dan waiting');
    guests['ben']?.leave(0);
    await act('ana', 'ritual.done');
    expect(turns()).toBe('ana spoken, ben waiting, cleo speaking, dan waiting');
    await act('dan', 'ritual.pass');
    await act('cleo', 'ritual.done');
    guests['ben'] = await table.enter('Ben');
    expect(turns()).toBe('ana spoken, ben speaking, cleo spoken, dan passed');
    expect(told('ben')).toContain('0 Your turn, in Check-in. There is no hurry: you can also pass, speak later, or write.');
  });

  it('RI12 a ribbon is cut by one press each, and heard by all as one', async () => {
    const { act, next, told } = await ritualTable('Cleo');
    await act('ana', 'ritual.start', { script: script(stepOf('act'), stepOf('act', { act: 'candle' }), stepOf('say')) });
    for (const name of ['ana', 'ben', 'cleo']) expect(await act(name, 'ritual.act')).toBe('done');
    expect(told('ben').slice(1)).toEqual(['2 Ana cut the ribbon: 1 of 3 have.', '2 You cut the ribbon. 2 of 3 have.', '2 Cleo cut the ribbon: 3 of 3 have.', '1 The ribbon is cut: 3 of 3 did it together.']);
    await next('ana');
    await act('cleo', 'ritual.act');
    await next('ben');
    expect(told('cleo').slice(-2)).toEqual(['1 The candles burn: 1 of 3 did it together.', '1 Step 3 of 3: The say. What is new?']);
  });

  it('RI13 RI14 charters are signed and people recognised; nothing shows a block', async () => {
    const { act, next, told, run } = await ritualTable('Cleo');
    await act('ana', 'ritual.start', { script: script(stepOf('pledge'), stepOf('recognition')) });
    expect([await act('cleo', 'ritual.sign', { version: 2 }), await act('cleo', 'ritual.sign', { version: 3 }), await act('cleo', 'ritual.ask', { text: 'Until when?' })]).toEqual(['ritual.otherVersion', 'done', 'done']);
    await next('ana');
    expect(await act('cleo', 'people.block', { person: 'ben' })).toBe('done');
    told('cleo');
    expect([await act('ben', 'ritual.recognise', { person: 'cleo', why: 'So.' }), await act('ben', 'ritual.recognise', { person: 'nobody', why: 'So.' })]).toEqual(['ritual.stranger', 'ritual.stranger']);
    expect(await act('ana', 'ritual.recognise', { person: 'cleo', why: 'She listened.' })).toBe('done');
    const recognition = openPart(run(), 'recognition')?.given[0]?.id ?? '';
    expect([await act('ben', 'ritual.respond', { recognition }), await act('cleo', 'ritual.respond', { recognition })]).toEqual(['ritual.noSuchRecognition', 'ritual.oneself']);
    expect(told('cleo')).toEqual(['1 Ana recognises you: She listened.']);
  });

  it('RI22 what is written reaches nobody across a block, in no way that it travels', async () => {
    const { table, act, guest, run, next } = await ritualTable('Cleo');
    await act('ana', 'ritual.start', { script: script(stepOf('round'), stepOf('recognition')) });
    await act('cleo', 'people.block', { person: 'ben' });
    await act('ben', 'people.mute', { person: 'ana' });
    for (const name of ['ana', 'ben', 'cleo']) expect(await act(name, 'ritual.write', { step: 0, text: `Secret of ${name}` })).toBe('done');
    await next('ana');
    // Where the ritual is, everyone hears, also of somebody whom they have muted.
    expect(guest('ben').heard.filter(({ kind }) => kind === 'ritual.stepped')).toHaveLength(1);
    await act('ana', 'ritual.recognise', { person: 'cleo', why: 'Secret thanks' });
    const secrets = (given: unknown): readonly string[] => [...JSON.stringify(given).matchAll(/Secret \w+(?: \w+)?/g)].map(([text]) => text).filter((text, at, all) => all.indexOf(text) === at);
    expect(secrets([...table.host.facts.ritual.values()])).toEqual([]);
    const read = async (name: string): Promise<unknown> => {
      const answer = await table.did(guest(name), 'ritual.read');
      return answer.accepted && answer.reply;
    };
    expect(secrets(await read('ana')).toSorted()).toEqual(['Secret of ana', 'Secret of ben', 'Secret of cleo', 'Secret thanks']);
    expect([secrets(await read('ben')), secrets(await read('cleo'))]).toEqual([['Secret of ben'], ['Secret of ana', 'Secret of cleo', 'Secret thanks']]);
    expect([secrets(guest('ben').heard), secrets(guest('cleo').heard)]).toEqual([['Secret of ben'], ['Secret of ana', 'Secret of cleo', 'Secret thanks']]);
    const before = structuredClone(run());
    await table.host.save();
    await table.restart();
    expect(runOf(table.host.room)).toEqual(before);
    // RI24. Nor whoever comes when it is over.
    const [again, late] = [await table.enter('Ana'), await table.enter('Cleo')];
    expect(await table.did(again, 'ritual.end', { leaving: ['ana', 'ben', 'cleo'] })).toMatchObject({ accepted: true });
    const dan = await table.enter('Dan');
    expect([secrets(await table.did(late, 'ritual.read')).length, secrets(await table.did(dan, 'ritual.read'))]).toEqual([3, []]);
  });

  it('the room has the light of the step, and after it the light that it had', async () => {
    const { table, act, next } = await ritualTable();
    await act('ana', 'mood.evening');
    await act('ana', 'ritual.start', { script: script(stepOf('say', { mood: 'day' }), stepOf('celebration'), stepOf('close')) });
    const seen = [table.host.facts.mood];
    for (let step = 0; step < 3; step++) {
      await next('ana');
      seen.push(table.host.facts.mood);
    }
    expect(seen).toEqual(['day', 'celebration', 'evening', 'evening']);
  });
});

describe('a kill', () => {
  const stateOf = (table: Table) => takeSnapshot(table.host.room, { through: 0, open: [] });

  it('RI17 RI4 in the middle of a step leaves it exactly as it was, and no time passes for anybody', async () => {
    const { table, act, next, run } = await ritualTable('Cleo', 'Dan');
    const steps = [stepOf('round', { order: 'random', turn: 1 }), stepOf('act'), stepOf('recognition')];
    await act('ana', 'ritual.start', { script: script(...steps) });
    table.pass(3_000);
    await table.host.save();
    await act('cleo', 'ritual.later');
    await act('dan', 'ritual.write', { step: 0, text: 'In writing.' });
    await act('ben', 'ritual.pause');
    const check = async (): Promise<void> => {
      table.host.flush(() => undefined);
      await table.host.settled();
      const [state, before] = [stateOf(table), structuredClone(run())];
      await table.restart();
      expect(runOf(table.host.room)).toEqual(before);
      expect(stateOf(table)).toEqual(state);
      for (const name of ['Ana', 'Ben', 'Cleo', 'Dan']) await table.enter(name);
    };
    await check();
    table.pass(60_000);
    await check();
    await act('ben', 'ritual.resume');
    await next('ana', ['ana', 'ben', 'cleo', 'dan']);
    await act('cleo', 'ritual.act');
    await check();
    await act('dan', 'ritual.act');
    expect(openPart(run(), 'act')?.done.map(({ person }) => person)).toEqual(['cleo', 'dan']);
  });

  it('RI17 after any acts at all the run is what it was', async () => {
    for (let seed = 1; seed <= Number(process.env['RUNS'] ?? 25); seed++) {
      const chance = seeded(seed);
      const names = ['ana', 'ben', 'cleo', 'dan'];
      const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T;
      const { table, act, run, guests } = await ritualTable('Cleo', 'Dan');
      await act('ana', 'ritual.start', { script: script(stepOf('round', { order: pick(['random', 'hand', 'seat', 'least', 'alternate']) }), stepOf('act'), stepOf('round', { order: 'random' }), stepOf('recognition')) });
      for (let done = 0; done < 40; done++) {
        const [name, person, from] = [pick(names), pick(names), openPhase(run())?.step ?? 0];
        if (chance() < 0.1) {
          if (table.host.has(guests[name]?.id ?? ('' as never))) guests[name]?.leave(0);
          guests[name] = await table.enter(`${name[0]?.toUpperCase()}${name.slice(1)}`);
        } else if (chance() < 0.05) await table.host.save();
        else await act(name, pick([...ritualCapabilityIds, 'hand.raise', 'seat.sit', 'ritual.done', 'ritual.done', 'ritual.later'] as const), pick([{}, {}, { person }, { from, leaving: names }, { from }, { step: 0, text: 'x' }, { person, why: 'y' }, { from, minutes: 3 }, { leaving: [] }]));
        table.pass(100);
      }
      table.host.flush(() => undefined);
      await table.host.settled();
      const before = structuredClone(run());
      await table.restart();
      expect({ seed, run: runOf(table.host.room) }).toEqual({ seed, run: before });
    }
  });
});

describe('hostile input', () => {
  it('is refused, and changes nothing', async () => {
    const { table, act, run, guest } = await ritualTable('Cleo');
    await act('ana', 'ritual.start', { script: script(stepOf('round'), stepOf('pledge'), stepOf('recognition')) });
    const before = structuredClone(run());
    const round: unknown[] = [];
    round.push(round);
    const deep = Array.from({ length: 200 }).reduce<unknown>((inside) => ({ steps: [inside] }), {});
    const junk: readonly unknown[] = [
      null, 5, 'x', [], { extra: 1 }, { script: null }, { script: deep }, { script: 10n }, { script: round }, { script: { version: 1, title: 'x', steps: [{ kind: '__proto__' }] } }, { script: 'x'.repeat(100_000) }, { from: -1, leaving: [] }, { from: 1e9, leaving: [] },
      { from: 0, leaving: Array.from({ length: 5_000 }, () => 'x') }, { from: 0, leaving: [{}] }, { from: NaN, leaving: [] }, { person: '__proto__' }, { person: 'x'.repeat(500) }, { person: { toString: 'x' } }, { step: 0, text: ' ' }, { step: 0, text: 'x'.repeat(9_000) },
      { step: -1, text: 'x' }, { step: 1.5, text: 'x' }, { version: 0 }, { version: '3' }, { text: '' }, { person: 'ben', why: '' }, { recognition: '__proto__' }, { recognition: 5 }, { minutes: 1e9, from: 0 }, { leaving: [] },
    ];
    for (const id of ritualCapabilityIds.filter((one) => !['ritual.pass', 'ritual.later', 'ritual.moreTime', 'ritual.take', 'ritual.done', 'ritual.act'].includes(one)))
      for (const payload of junk) {
        table.pass(100);
        // Whoever may not run rituals, with whatever they say.
        const answer = await table.did(guest('cleo'), id, payload);
        expect({ id, payload, answer }).toMatchObject({ answer: { accepted: false, refusal: { code: expect.not.stringMatching('crashed') as string } } });
      }
    expect(run()).toEqual(before);
    expect(table.host.tally.refused).toBeGreaterThan(500);
  });
});
