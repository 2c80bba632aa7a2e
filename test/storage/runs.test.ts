/** What is kept of rituals, on every database that Hearth runs on. */
import { describe, expect, it } from 'vitest';
import type { Store } from '#server/storage/storage.ts';
import { personId, roomId } from '#shared/kernel/ids.ts';
import { databases, openEach } from './databases.ts';
import { ana, ben, charter, commons, cy, fact, keptRun, NOON } from './kept.ts';

describe.each(databases('what is kept of rituals (test/storage/runs.test.ts)'))('$name', (database) => {
  const here = openEach(database);

  const ended = (id: string, at: number, more: object = {}, words = charter()) => {
    const run = keptRun({ id, ...more }, words);
    return { ...run, record: { ...run.record, endedAt: at } };
  };

  it('RI24 is stored once, with the fact of its end, and listed by room and by who was there', async () => {
    await here.storage.commit([fact({ effects: [{ kind: 'run', run: keptRun() }] })]);
    await here.storage.keepRun({ ...keptRun(), notes: [] });
    await here.storage.keepRun(ended('run-2', NOON + 120_000, { people: [ana] }));
    await here.storage.keepRun(ended('run-3', NOON, { room: roomId('studio') }));
    await here.restart();
    expect(await here.storage.findRun('run-1')).toEqual(keptRun());
    expect(await here.storage.findRun('run-9')).toBeUndefined();
    const ids = async (...asked: Parameters<Store['runsIn']>) => (await here.storage.runsIn(...asked)).map(({ id }) => id);
    expect([await ids(commons, 9), await ids(commons, 1), await ids(commons, 9, ben), await ids(commons, 9, cy)]).toEqual([['run-2', 'run-1'], ['run-2'], ['run-1'], []]);
    expect((await here.storage.runsIn(commons, 1))[0]).toEqual({ id: 'run-2', title: 'Launch', endedAt: NOON + 120_000 });
  });

  it('RI26 the charter is the one that was signed last; other words are another, and a signature is once', async () => {
    expect(await here.storage.signedCharter()).toBeUndefined();
    await here.storage.keepRun(keptRun());
    await here.storage.keepRun(ended('run-2', NOON + 120_000));
    const signed = [{ id: ana, name: 'Ana Šarić' }, { id: ben, name: 'Ben' }];
    expect(await here.storage.signedCharter()).toEqual({ language: 'en', charter: charter(), signed });
    await here.storage.keepRun(ended('run-3', NOON + 180_000, {}, charter({ sections: [{ heading: 'Care', text: 'We take more care.' }] })));
    expect((await here.storage.signedCharter())?.charter.sections[0]?.text).toBe('We take more care.');
    await here.storage.keepRun(ended('run-4', NOON + 240_000));
    expect(await here.storage.signedCharter()).toEqual({ language: 'en', charter: charter(), signed });
  });

  it('RI25 RI26 whoever leaves a record is in it no more, nor is their signature', async () => {
    await here.storage.keepRun(keptRun());
    expect([await here.storage.leaveRun('run-1', cy), await here.storage.leaveRun('run-9', ben), await here.storage.leaveRun('run-1', ben), await here.storage.leaveRun('run-1', ben)]).toEqual([false, false, true, false]);
    const kept = await here.storage.findRun('run-1');
    expect([kept?.people, JSON.stringify(kept?.record).includes('Ben'), JSON.stringify(kept?.record).includes(ben)]).toEqual([[ana], false, false]);
    expect(kept?.record.steps.map(({ count }) => count)).toEqual([2, 1]);
    expect((await here.storage.signedCharter())?.signed).toEqual([{ id: ana, name: 'Ana Šarić' }]);
  });

  it('RI25 of all who leave a record at once nobody stays in it', async () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ id: personId(`one-${n}`), name: `Name ${n}` }));
    const run = keptRun({ people: many.map(({ id }) => id) });
    await here.storage.keepRun({ ...run, record: { ...run.record, people: many, steps: [] } });
    await Promise.all(many.map(({ id }) => here.storage.leaveRun('run-1', id)));
    expect((await here.storage.findRun('run-1'))?.record.people).toEqual([]);
  });
});
