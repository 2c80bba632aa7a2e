/** What a ritual's step does with voices: who hears whom in each, and that all returns. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createWords } from '#client/app/words.ts';
import { ritualCueKinds } from '#shared/rituals/ritual.registry.ts';
import { runOf } from '#shared/rituals/held.ts';
import { openPhase } from '#shared/rituals/run.ts';
import { personAt } from '#shared/voice/news.ts';
import { stepOf } from '#test/support/ritual.ts';
import { setVoices } from '#test/support/voices.ts';
import { profileOf, type Guest, type RoomAct } from '#test/support/table.ts';

beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

const words = createWords('en', undefined);
/** Ana runs it; Ben is beside Cho, Dan far from all; all have the microphone on. */
const gather = async () => {
  const table = setVoices();
  await table.storage.savePerson({ ...profileOf('Ana'), duties: ['facilitator'] }, 0);
  const guests = { ana: await table.come('Ana', 8, 8), ben: await table.come('Ben', -8, 8), cho: await table.come('Cho', -8, 9), dan: await table.come('Dan', 0, -9) };
  const act = async (who: Guest, id: RoomAct, payload: object = {}): Promise<void> => expect({ id, answer: await table.did(who, id, payload) }).toEqual({ id, answer: { accepted: true } });
  const start = (...steps: readonly object[]) => act(guests.ana, 'ritual.start', { script: { version: 1, title: 'Check-in', steps } });
  const next = async () => {
    const run = runOf(table.host.room);
    await act(guests.ana, 'ritual.next', { from: (run && openPhase(run)?.step) ?? 0, leaving: run?.people.map(({ id }) => id) ?? [] });
  };
  /** Who hears whom a while later, such as `ana: ben cho`. */
  const hearing = (): string => {
    table.pass(6_000);
    return Object.entries(guests).map(([name, { hearing: { hear } }]) => `${name}: ${[...hear].map(personAt).toSorted().join(' ')}`.trim()).join(', ');
  };
  const told = ({ heard }: Guest): readonly string[] => heard.splice(0).flatMap(({ kind, values }) => (kind === 'ritual.quieted' || kind === 'ritual.heardAgain' ? [words(ritualCueKinds.get(kind)?.others ?? { id: '', defaultMessage: '' }, values)] : []));
  return { table, guests, act, start, next, hearing, told };
};
const usual = 'ana:, ben: cho, cho: ben, dan:';

describe('the voices of a step', () => {
  it('RI23 VO28 carry as it says, and when it is over as everywhere', async () => {
    const { guests: { ana, ben, cho, dan }, act, start, next, hearing, table } = await gather();
    expect(hearing()).toBe(usual);
    await start(stepOf('arrival'), stepOf('say'), stepOf('round'), stepOf('silence'), stepOf('close'));
    expect(hearing()).toBe(usual);
    await next();
    expect(hearing()).toBe('ana:, ben: ana, cho: ana, dan: ana');
    await next();
    expect(hearing()).toBe('ana:, ben: ana, cho: ana, dan: ana');
    await act(ana, 'ritual.done');
    // It is the turn of Ben, whom the whole room hears, and Ana runs it.
    expect(hearing()).toBe('ana: ben, ben: ana, cho: ana ben, dan: ana ben');
    expect([...dan.hearing.heardBy, ...cho.hearing.heardBy]).toEqual([]);
    expect([...ben.hearing.heardBy].map(personAt).toSorted()).toEqual(['ana', 'cho', 'dan']);
    await act(ana, 'ritual.pause');
    expect(hearing()).toBe(usual);
    await act(ana, 'ritual.resume');
    await act(ben, 'ritual.pass');
    expect(hearing()).toBe('ana: cho, ben: ana cho, cho: ana, dan: ana cho');
    await next();
    expect(hearing()).toBe('ana:, ben:, cho:, dan:');
    expect(['ana', 'ben', 'cho', 'dan'].map((name) => table.host.facts.people.get(name)?.microphone)).toEqual(['on', 'on', 'on', 'on']);
    await next();
    expect(hearing()).toBe(usual);
    await next();
    expect([hearing(), table.host.facts.floor]).toEqual([usual, '']);
  });

  it('RI23 VO12 end at once where nobody is to be heard, and whose turn has come is heard within a second or so, however many had it before', async () => {
    const { table, guests: { ana, ben, cho, dan }, act, start, next } = await gather();
    const heard = (listener: Guest): readonly string[] => [...listener.hearing.hear].map(personAt).toSorted();
    await start(stepOf('celebration'), stepOf('silence'));
    table.pass(6_000);
    expect(heard(ben)).toEqual(['cho']);
    await next();
    table.pass(100);
    expect([heard(ben), heard(cho)]).toEqual([[], []]);
    await next();
    await start(stepOf('round'));
    for (const one of [ana, ben, cho, dan]) {
      table.pass(1_400);
      for (const other of [ana, ben, cho, dan]) if (other !== one) expect(heard(other)).toContain(one.id);
      await act(one, 'ritual.done');
    }
  });

  it('RI23 whoever speaks and is heard no more is told, and of the end of it; who is silent anyway hears no more of it', async () => {
    const { guests: { ana, ben, cho }, act, start, next, told, table } = await gather();
    await act(cho, 'voice.off');
    await start(stepOf('say'), stepOf('round'), stepOf('silence'), stepOf('close'));
    expect([told(ben), told(ana), told(cho)]).toEqual([['Only the stage and those who run Check-in are heard in this step. Your microphone stays as it is.'], [], []]);
    await next();
    await act(ana, 'ritual.done');
    expect(told(ben)).toEqual([]);
    await next();
    expect(told(ben)).toEqual(['Nobody is heard in this step. Your microphone stays as it is.']);
    await next();
    expect([told(ben), told(ana), told(cho)]).toEqual([['You are heard again, with the microphone as it is.'], ['Nobody is heard in this step. Your microphone stays as it is.', 'You are heard again, with the microphone as it is.'], []]);
    await table.restart();
    expect(table.host.facts.floor).toBe('');
  });

  it('RI23 RI17 a kill in the middle of a turn leaves the floor to whom it was given', async () => {
    const { table, guests: { ana }, act, start } = await gather();
    await start(stepOf('round'), stepOf('close'));
    await act(ana, 'ritual.done');
    table.host.flush(() => undefined);
    await table.host.settled();
    const { floor } = table.host.facts;
    expect(floor).toBe('turn ben ana');
    await table.restart();
    expect(table.host.facts.floor).toBe(floor);
  });
});
