/** Times for rituals and scripts that were saved, in a campus of several rooms: who may, who is told, and what a restart leaves. */
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Campus } from '#server/campus/campus.ts';
import { readLayouts } from '#server/rooms/layouts.ts';
import type { Wire } from '#server/rooms/presences.ts';
import { createWords } from '#client/app/words.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { KEPT_AFTER, MOST_PLANS, MOST_SCRIPTS } from '#shared/rituals/calendar.ts';
import { runOf } from '#shared/rituals/held.ts';
import { ritualCueKinds, type RitualCapabilityId } from '#shared/rituals/ritual.registry.ts';
import type { Shelf } from '#shared/rituals/shelf.ts';
import { memoryStorage, type MemoryStorage } from '#test/support/memory.ts';
import { stepOf } from '#test/support/ritual.ts';
import { profileOf } from '#test/support/table.ts';

beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));

const layouts = [...readLayouts(join(import.meta.dirname, '../../assets/rooms')).values()];
const words = createWords('en', undefined);
const HOUR = 3_600_000;
const script = (title = 'Check-in', ...steps: readonly object[]) => ({ version: 1, title, steps: steps.length > 0 ? steps : [stepOf('say')] });

interface Visitor extends Wire {
  readonly id: PersonId;
  readonly room: string;
  readonly heard: HeardCue[];
}

let now: number;
let made: number;
let keys: number;
let storage: MemoryStorage;
let campus: Campus;
const open = (): Campus => new Campus(layouts, storage.opened(), { now: () => now, chance: () => 0.5, newId: () => `id-${++made}` });
const hostOf = (room: string) => campus.hosts.get(room) ?? (() => { throw new Error(room); })();

/** Names in capitals may run rituals. */
const enter = async (name: string, room: string): Promise<Visitor> => {
  const heard: HeardCue[] = [];
  const quiet = () => undefined;
  const visitor: Visitor = { id: profileOf(name).id, room, heard, cue: (cue) => void heard.push(cue), lines: quiet, own: quiet, voice: quiet, audio: quiet, signals: quiet, settings: quiet, welcome: quiet, motion: quiet, through: quiet, end: quiet };
  await hostOf(room).enter({ ...profileOf(name), ...(name === name.toUpperCase() ? { duties: ['facilitator'] } : {}) }, visitor, {});
  return visitor;
};
const did = async (visitor: Visitor, id: RitualCapabilityId, payload: unknown = {}, key = `key-number-${++keys}`) => {
  now += 200;
  const host = hostOf(visitor.room);
  const answer = host.command(visitor.id, { id, key, payload });
  host.flush(quietPatch);
  return answer;
};
const quietPatch = (): void => undefined;
const act = async (...given: Parameters<typeof did>): Promise<string> => {
  const answer = await did(...given);
  return answer.accepted ? 'done' : answer.refusal.code;
};
const shelf = async (visitor: Visitor): Promise<Shelf> => {
  const answer = await did(visitor, 'ritual.shelf');
  return (answer.accepted && 'reply' in answer ? answer.reply : undefined) as Shelf;
};
const plans = (room = 'commons') => [...hostOf(room).facts.plans.values()].map(({ title, room: where, at }) => `${title} ${where} ${at - T}`);
/** What somebody has heard of rituals since they were asked last, without days and hours, as it is said. */
const told = ({ id, heard }: Visitor): readonly string[] =>
  heard.splice(0).flatMap(({ kind, by, values }) => {
    const declared = ritualCueKinds.get(kind);
    const message = by === id ? declared?.own : declared?.others;
    return message ? [`${declared?.priority} ${words(message, values).replace(/: .*, in /, ': …, in ')}`] : [];
  });
const T = 2_000_000_000_000;
const restart = async (): Promise<void> => {
  for (const host of campus.hosts.values()) {
    host.flush(quietPatch);
    await host.settled();
  }
  campus = open();
  await campus.restore();
  await campus.openCalendar(storage);
};

beforeEach(() => {
  [now, made, keys] = [T, 0, 0];
  storage = memoryStorage();
  campus = open();
});

describe('a time for a ritual', () => {
  it('RI30 is set by whoever may run rituals, and seen in all rooms, after a restart too', async () => {
    const [ana, ben, cleo] = [await enter('ANA', 'commons'), await enter('Ben', 'commons'), await enter('Cleo', 'library')];
    const payload = { room: 'studio', at: T + HOUR, script: script() };
    expect(await act(ben, 'ritual.schedule', payload)).toBe('ritual.cannotRun');
    expect(await act(ana, 'ritual.schedule', payload)).toBe('done');
    expect([plans('commons'), plans('library'), plans('studio')]).toEqual(Array.from({ length: 3 }, () => [`Check-in studio ${HOUR}`]));
    expect([told(ana), told(ben), told(cleo)]).toEqual([['2 You planned Check-in: …, in Studio.'], ['2 ANA planned Check-in: …, in Studio.'], []]);
    await restart();
    expect([plans('commons'), plans('garden')]).toEqual(Array.from({ length: 2 }, () => [`Check-in studio ${HOUR}`]));
    expect([runOf(hostOf('studio').room), runOf(hostOf('commons').room)]).toEqual([undefined, undefined]);
  });

  it('RI30 is one to come, in a room that is there and has each place of the script', async () => {
    const ana = await enter('ANA', 'commons');
    const plan = { room: 'commons', at: T + HOUR, script: script() };
    expect(await act(ana, 'ritual.schedule', { ...plan, at: T - 1 })).toBe('ritual.past');
    expect(await act(ana, 'ritual.schedule', { ...plan, at: T + 800 * 24 * HOUR })).toBe('ritual.tooFar');
    expect(await act(ana, 'ritual.schedule', { ...plan, room: 'moon' })).toBe('ritual.noSuchRoom');
    const byHearth = script('By the fire', stepOf('say', { place: 'hearth' }));
    expect(await act(ana, 'ritual.schedule', { ...plan, room: 'library', script: byHearth })).toBe('ritual.badScript');
    expect(await act(ana, 'ritual.schedule', { ...plan, script: byHearth })).toBe('done');
    expect(await act(ana, 'ritual.schedule', { ...plan, script: { version: 1 } })).toBe('ritual.badScript');
    for (const at of [NaN, Infinity, '5', null]) expect(await act(ana, 'ritual.schedule', { ...plan, at })).toBe('dispatch.malformed');
    for (let count = 1; count < MOST_PLANS; count++) expect(await act(ana, 'ritual.schedule', { ...plan, at: T + HOUR + count })).toBe('done');
    expect(await act(ana, 'ritual.schedule', plan)).toBe('ritual.manyPlans');
  });

  it('RI30 RI33 begins nothing: a facilitator starts it, earlier or later, and who asked for it is told in whichever room', async () => {
    const [ana, ben, cleo, dan] = [await enter('ANA', 'commons'), await enter('Ben', 'library'), await enter('Cleo', 'library'), await enter('Dan', 'commons')];
    for (const after of [HOUR, 2 * HOUR]) expect(await act(ana, 'ritual.schedule', { room: 'commons', at: T + after, script: script(`In ${after / HOUR}`) })).toBe('done');
    const [first, second] = (await shelf(ana)).plans;
    expect(await act(ben, 'ritual.tellMe', { plan: first?.id ?? '' })).toBe('done');
    expect(await act(dan, 'ritual.tellMe', { plan: first?.id ?? '' })).toBe('done');
    expect(await act(ben, 'ritual.tellMe', { plan: 'nothing' })).toBe('ritual.noPlan');
    expect(await act(cleo, 'ritual.tellMe', { plan: second?.id ?? '' })).toBe('done');
    expect(await act(cleo, 'ritual.tellMeNot', { plan: second?.id ?? '' })).toBe('done');
    // Nobody else can know who has asked.
    expect([(await shelf(ben)).wishes, (await shelf(ana)).wishes, JSON.stringify([...hostOf('library').facts.plans.values()]).includes('ben')]).toEqual([[first?.id], [], false]);
    await restart();
    const [ana2, ben2, cleo2, dan2] = [await enter('ANA', 'commons'), await enter('Ben', 'library'), await enter('Cleo', 'library'), await enter('Dan', 'commons')];
    now = T + 1.5 * HOUR;
    for (const host of campus.hosts.values()) host.tick();
    campus.look();
    expect(plans()).toHaveLength(2);
    expect(runOf(hostOf('commons').room)).toBeUndefined();
    for (const one of [ana2, ben2, cleo2, dan2]) told(one);
    for (const plan of [first, second]) {
      if (!plan) throw new Error('It is not there.');
      expect(await act(ana2, 'ritual.start', { script: plan.script, plan: plan.id })).toBe('done');
      expect(runOf(hostOf('commons').room)?.script.title).toBe(plan.script.title);
      expect(await act(ana2, 'ritual.end', { leaving: [] })).toBe('done');
    }
    expect([plans('commons'), plans('studio')]).toEqual([[], []]);
    expect([told(ben2), told(cleo2)]).toEqual([['1 In 1 begins now, in Commons. You asked to be told.'], []]);
    // Beside it one hears what everybody there hears, once.
    expect(told(dan2).filter((text) => text.includes('In 1'))).toHaveLength(2);
    await restart();
    expect([plans(), (await shelf(await enter('Ben', 'library'))).wishes]).toEqual([[], []]);
  });

  it('RI17 RI30 that was started just before a kill is under way after it', async () => {
    const ana = await enter('ANA', 'commons');
    await act(ana, 'ritual.schedule', { room: 'commons', at: T + HOUR, script: script('Ours') });
    const [plan] = (await shelf(ana)).plans;
    await act(ana, 'ritual.start', { script: plan?.script, plan: plan?.id });
    await restart();
    expect([runOf(hostOf('commons').room)?.script.title, plans()]).toEqual(['Ours', []]);
  });

  it('RI30 is forgotten when nobody has started it for long', async () => {
    const ana = await enter('ANA', 'commons');
    await act(ana, 'ritual.schedule', { room: 'commons', at: T + HOUR, script: script() });
    now = T + HOUR + KEPT_AFTER - 1;
    campus.look();
    expect(plans()).toHaveLength(1);
    now += 2;
    campus.look();
    expect([plans(), plans('studio')]).toEqual([[], []]);
  });

  it('RI31 RI33 is changed and called off by whoever may, who has seen it as it is; who asked hears', async () => {
    const [ana, ben, cleo] = [await enter('ANA', 'commons'), await enter('BEN', 'studio'), await enter('Cleo', 'garden')];
    await act(ana, 'ritual.schedule', { room: 'commons', at: T + HOUR, script: script() });
    const [plan] = (await shelf(ana)).plans;
    const seen = { plan: plan?.id, revision: plan?.revision };
    await act(cleo, 'ritual.tellMe', { plan: plan?.id });
    // Who moves it is of no matter to whether one is told.
    campus.relations.set('block', cleo.id, ben.id, true);
    for (const one of [ana, ben, cleo]) told(one);
    const change = { ...seen, room: 'studio', at: T + 2 * HOUR, script: script('Longer') };
    expect(await act(cleo, 'ritual.reschedule', change)).toBe('ritual.cannotRun');
    expect(await act(ben, 'ritual.reschedule', change)).toBe('done');
    expect(plans('garden')).toEqual([`Longer studio ${2 * HOUR}`]);
    expect(await did(ana, 'ritual.reschedule', { ...change, room: 'commons' })).toEqual({ accepted: false, refusal: { code: 'ritual.planChanged', values: { by: 'BEN' } } });
    expect([told(ana), told(ben), told(cleo)]).toEqual([[], ['1 Longer has another time or place: …, in Studio.'], ['1 BEN moved Longer: …, in Studio.']]);
    expect(await act(cleo, 'ritual.callOff', { plan: plan?.id })).toBe('ritual.cannotRun');
    expect(await act(ana, 'ritual.callOff', { plan: plan?.id })).toBe('done');
    expect([plans(), plans('garden'), told(cleo)]).toEqual([[], [], ['1 ANA called Longer off.']]);
    expect([await act(ana, 'ritual.callOff', { plan: plan?.id }), await act(ben, 'ritual.reschedule', { ...change, revision: 2 })]).toEqual(['ritual.noPlan', 'ritual.noPlan']);
    await restart();
    expect(plans()).toEqual([]);
  });

  it('RI31 is changed by one of two who do it at once; the other is told who did, and after a failure anybody may', async () => {
    const [ana, ben] = [await enter('ANA', 'commons'), await enter('BEN', 'studio')];
    await act(ana, 'ritual.schedule', { room: 'commons', at: T + HOUR, script: script() });
    const [plan] = (await shelf(ana)).plans;
    const change = (title: string, revision = plan?.revision) => ({ plan: plan?.id, revision, room: 'commons', at: T + HOUR, script: script(title) });
    const asked = [hostOf('commons').command(ana.id, { id: 'ritual.reschedule', key: 'key-of-ana-1', payload: change('Hers') }), hostOf('studio').command(ben.id, { id: 'ritual.reschedule', key: 'key-of-ben-1', payload: change('His') }), hostOf('studio').command(ben.id, { id: 'ritual.callOff', key: 'key-of-ben-2', payload: { plan: plan?.id } })];
    for (const room of ['commons', 'studio']) hostOf(room).flush(quietPatch);
    expect(await Promise.all(asked)).toEqual([{ accepted: true }, ...Array.from({ length: 2 }, () => ({ accepted: false, refusal: { code: 'ritual.planChanged', values: { by: 'ANA' } } }))]);
    expect(plans()).toEqual([`Hers commons ${HOUR}`]);
    storage.broken = true;
    expect(await act(ana, 'ritual.reschedule', change('Lost', 2))).toBe('dispatch.notStored');
    storage.broken = false;
    now += 5_000;
    expect(await act(ben, 'ritual.reschedule', change('His', 2))).toBe('done');
    expect(plans('studio')).toEqual([`His commons ${HOUR}`]);
  });

  it('RI30 RI31 that begins while its change is stored is over', async () => {
    const ana = await enter('ANA', 'commons');
    await act(ana, 'ritual.schedule', { room: 'commons', at: T + HOUR, script: script() });
    const [plan] = (await shelf(ana)).plans;
    const release = storage.hold();
    const change = hostOf('commons').command(ana.id, { id: 'ritual.reschedule', key: 'key-of-change', payload: { plan: plan?.id, revision: 1, room: 'studio', at: T + HOUR, script: script() } });
    hostOf('commons').flush(quietPatch);
    const start = hostOf('commons').command(ana.id, { id: 'ritual.start', key: 'key-of-start', payload: { script: plan?.script, plan: plan?.id } });
    hostOf('commons').flush(quietPatch);
    release();
    await Promise.all([change, start]);
    expect([plans(), plans('studio'), runOf(hostOf('commons').room)?.script.title]).toEqual([[], [], 'Check-in']);
  });

  it('RI30 that could not be stored is not there', async () => {
    const ana = await enter('ANA', 'commons');
    storage.broken = true;
    expect(await act(ana, 'ritual.schedule', { room: 'commons', at: T + HOUR, script: script() })).toBe('dispatch.notStored');
    expect([plans(), plans('studio')]).toEqual([[], []]);
  });

  it('RI30 is set once, however often the same is asked', async () => {
    const ana = await enter('ANA', 'commons');
    const payload = { room: 'commons', at: T + HOUR, script: script() };
    for (let time = 0; time < 2; time++) expect(await act(ana, 'ritual.schedule', payload, 'the-same-key')).toBe('done');
    await restart();
    expect(await act(await enter('ANA', 'commons'), 'ritual.schedule', payload, 'the-same-key')).toBe('done');
    expect(plans()).toHaveLength(1);
  });
});

describe('a script that was changed', () => {
  it('RI34 is saved for all who may run rituals, changed and removed by whoever has seen it as it is', async () => {
    const [ana, cleo] = [await enter('ANA', 'commons'), await enter('Cleo', 'garden')];
    expect(await act(cleo, 'ritual.save', { script: script(), over: null })).toBe('ritual.cannotRun');
    expect(await act(ana, 'ritual.save', { script: { version: 1, title: 'x', steps: [] }, over: null })).toBe('ritual.badScript');
    expect(await act(ana, 'ritual.save', { script: script('Ours'), over: null })).toBe('done');
    expect(told(ana)).toEqual(['1 Ours is saved. It stands with the templates.']);
    await restart();
    const [ana2, ben2, cleo2] = [await enter('ANA', 'commons'), await enter('BEN', 'studio'), await enter('Cleo', 'garden')];
    expect((await shelf(cleo2)).scripts).toEqual([]);
    const [kept] = (await shelf(ben2)).scripts;
    expect(kept).toMatchObject({ revision: 1, byName: 'ANA', script: { title: 'Ours' } });
    const over = { id: kept?.id, revision: kept?.revision };
    expect(await act(ben2, 'ritual.save', { script: script('Renamed'), over })).toBe('done');
    expect(await did(ana2, 'ritual.save', { script: script('Mine'), over })).toEqual({ accepted: false, refusal: { code: 'ritual.scriptChanged', values: { by: 'BEN' } } });
    expect((await shelf(ana2)).scripts.map((one) => [one.id === kept?.id, one.script.title])).toEqual([[true, 'Renamed']]);
    expect([await act(ana2, 'ritual.discard', { script: kept?.id, revision: 1 }), await act(ana2, 'ritual.discard', { script: kept?.id, revision: 2 })]).toEqual(['ritual.scriptChanged', 'done']);
    expect([await act(ben2, 'ritual.save', { script: script('Late'), over: { ...over, revision: 2 } }), await act(ben2, 'ritual.discard', { script: kept?.id, revision: 2 })]).toEqual(['ritual.noScript', 'ritual.noScript']);
    await restart();
    expect((await shelf(await enter('ANA', 'commons'))).scripts).toEqual([]);
  });

  it('RI34 is one of so many at most', async () => {
    const ana = await enter('ANA', 'commons');
    for (let count = 0; count < MOST_SCRIPTS; count++) expect(await act(ana, 'ritual.save', { script: script(`No ${count}`), over: null })).toBe('done');
    expect(await act(ana, 'ritual.save', { script: script(), over: null })).toBe('ritual.manyScripts');
    const [newest] = (await shelf(ana)).scripts;
    expect(await act(ana, 'ritual.save', { script: script(), over: { id: newest?.id, revision: 1 } })).toBe('done');
  });
});
