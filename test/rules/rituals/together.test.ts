import { describe, expect, it } from 'vitest';
import { askedOf } from '#shared/rituals/asked.ts';
import { keptOf, plainRecord, type RunRecord } from '#shared/rituals/record.ts';
import { personId } from '#shared/kernel/ids.ts';
import { MINUTE, Rite, scriptOf, stepOf } from '#test/support/ritual.ts';

const asked = (rite: Rite, name: string) => askedOf(rite.run, personId(name), rite.setting('ANA')).asked;
const endedRecord = (rite: Rite): RunRecord => {
  rite.do('ANA', { kind: 'end', leaving: rite.run.people.map(({ id }) => id) });
  const kept = keptOf(rite.run);
  if (!kept) throw new Error('There is no record.');
  return plainRecord(kept);
};

describe('what is done together', () => {
  it('RI12 is one press each, any time while it is open, and told as one', () => {
    const rite = new Rite(scriptOf(stepOf('act'), stepOf('say')), 'ANA', 'Ben', 'Cleo').start();
    expect([rite.do('Ben', { kind: 'act' }), rite.news]).toEqual(['done', [{ kind: 'acted', person: 'ben', count: 1, of: 3, whole: false }]]);
    expect([rite.do('Ben', { kind: 'act' }), asked(rite, 'ben'), asked(rite, 'ana')]).toEqual(['ritual.acted', 'done', 'act']);
    rite.at += 24 * 60 * MINUTE;
    expect([rite.do('ANA', { kind: 'act' }), rite.do('Cleo', { kind: 'act' }), rite.news]).toEqual(['done', 'done', [{ kind: 'acted', person: 'cleo', count: 3, of: 3, whole: true }]]);
    rite.come('Dan');
    expect([rite.do('Dan', { kind: 'act' }), rite.next(), rite.do('Dan', { kind: 'act' })]).toEqual(['done', 'done', 'ritual.noAct']);
  });

  it('RI13 a charter is signed once, at the version that was read, and asked about', () => {
    const rite = new Rite(scriptOf(stepOf('pledge'), stepOf('say')), 'ANA', 'Ben').start();
    expect([rite.do('Ben', { kind: 'sign', version: 2 }), rite.do('Ben', { kind: 'sign', version: 3 }), rite.do('Ben', { kind: 'sign', version: 3 })]).toEqual(['ritual.otherVersion', 'done', 'ritual.signed']);
    expect([asked(rite, 'ben'), asked(rite, 'ana')]).toEqual(['done', 'sign']);
    for (let count = 1; count <= 10; count++) expect([rite.do('Ben', { kind: 'ask', text: 'What is care?' }), rite.news]).toEqual(['done', [{ kind: 'asked', person: 'ben', count }]]);
    expect([rite.do('Ben', { kind: 'ask', text: 'And more?' }), rite.next(), rite.do('ANA', { kind: 'sign', version: 3 })]).toEqual(['ritual.manyQuestions', 'done', 'ritual.noPledge']);
  });

  it('RI14 somebody else who was there is recognised with a reason, and others respond once', () => {
    const rite = new Rite(scriptOf(stepOf('recognition'), stepOf('say')), 'ANA', 'Ben', 'Cleo').start();
    const give = (by: string, to: string) => rite.do(by, { kind: 'recognise', to: personId(to), why: 'She listened.' });
    expect([give('Ben', 'ben'), give('Ben', 'nobody'), give('Ben', 'ana')]).toEqual(['ritual.oneself', 'ritual.stranger', 'done']);
    const [first] = rite.news;
    expect(first).toMatchObject({ kind: 'recognised', person: 'ben', to: 'ana', why: 'She listened.' });
    const to = first?.kind === 'recognised' ? first.id : '';
    const respond = (by: string, id = to) => rite.do(by, { kind: 'respond', to: id });
    expect([respond('Cleo'), rite.news, respond('Cleo'), respond('ANA'), respond('Cleo', 'none')]).toEqual(['done', [{ kind: 'responded', id: to, count: 1 }], 'ritual.cheered', 'ritual.oneself', 'ritual.noSuchRecognition']);
    // Whoever has gone was there.
    rite.go('Cleo');
    for (let given = 1; given < 10; given++) expect(give('Ben', 'cleo')).toBe('done');
    expect([give('Ben', 'cleo'), rite.next(), give('ANA', 'ben')]).toEqual(['ritual.manyRecognitions', 'done', 'ritual.noRecognition']);
  });

  it('RI20 the record has who came, the steps, and what each leaves', () => {
    const script = scriptOf(
      stepOf('arrival'), stepOf('round', { leaves: 'names' }), stepOf('act', { act: 'candle' }), stepOf('act', { leaves: 'nothing' }), stepOf('pledge'), stepOf('recognition'), stepOf('close'));
    const rite = new Rite(script, 'ANA', 'Ben', 'Cleo', 'Bot 1').start();
    rite.next();
    rite.do('ANA', { kind: 'done' }, MINUTE);
    rite.do('Ben', { kind: 'write', step: 1, text: 'A question.' });
    rite.next('ANA', 'Cleo', 'Bot 1');
    for (const name of ['ANA', 'Bot 1', 'Cleo']) rite.do(name, { kind: 'act' });
    rite.next();
    rite.do('Ben', { kind: 'act' });
    rite.next();
    rite.do('Ben', { kind: 'sign', version: 3 });
    rite.do('Cleo', { kind: 'ask', text: 'Until when?' });
    rite.next();
    rite.do('Ben', { kind: 'recognise', to: personId('ana'), why: 'For the list.' });
    rite.do('Ben', { kind: 'recognise', to: personId('bot 1'), why: 'For nothing.' });
    rite.do('Cleo', { kind: 'respond', to: rite.run.parts[5]?.kind === 'recognition' ? (rite.run.parts[5].given[0]?.id ?? '') : '' });
    expect(keptOf(rite.run)).toBeUndefined();
    const record = endedRecord(rite);
    expect(record).toMatchObject({ version: 1, title: 'Check-in', lead: 'ANA', people: ['ANA', 'Ben', 'Cleo'], startedAt: rite.run.startedAt, endedAt: rite.at });
    expect(record.balance).toBeUndefined();
    expect(record.steps.map(({ name: _name, took, ...left }) => ({ ...left, took: took > 0 }))).toEqual([
      { kind: 'arrival', leftOut: false, took: true, count: 3, names: ['ANA', 'Ben', 'Cleo'] },
      { kind: 'round', leftOut: false, took: true, count: 3, names: ['ANA', 'Ben', 'Cleo'], written: [{ name: 'Ben', text: 'A question.' }] },
      { kind: 'act', leftOut: false, took: true, count: 2 },
      { kind: 'act', leftOut: false, took: true },
      { kind: 'pledge', leftOut: false, took: true, count: 1, names: ['Ben'], charter: expect.objectContaining({ title: 'How we are', version: 3, questions: ['Until when?'] }) as unknown },
      { kind: 'recognition', leftOut: false, took: true, count: 1, recognitions: [{ by: 'Ben', to: 'ANA', why: 'For the list.', responses: 1 }] },
      { kind: 'close', leftOut: true, took: false },
    ]);
  });

  it('RI20 how evenly the time was shared is said of five or more alone, and names nobody', () => {
    const balance = (...names: readonly string[]) => {
      const rite = new Rite(scriptOf(stepOf('round')), ...names).start();
      for (const [at, name] of names.entries()) rite.do(name, { kind: 'done' }, at === 0 ? 60_000 : 10_000);
      return endedRecord(rite).balance;
    };
    expect(balance('ANA', 'Ben', 'Cleo', 'Dan', 'Bot 1')).toBeUndefined();
    expect(balance('ANA', 'Ben', 'Cleo', 'Dan', 'Eve')).toEqual({ speakers: 5, most: 70 });
  });
});
