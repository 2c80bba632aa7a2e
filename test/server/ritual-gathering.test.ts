/** Where a step is held: who goes there, who is brought, who is asked and invited; and what those who run it note. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Campus } from '#server/campus/campus.ts';
import { createWords } from '#client/app/words.ts';
import { gatheringAt, isGathered } from '#shared/rituals/gathering.ts';
import { ritualCueKinds } from '#shared/rituals/ritual.registry.ts';
import { personId } from '#shared/kernel/ids.ts';
import { layoutNamed } from '#test/support/room.ts';
import { memoryStorage } from '#test/support/memory.ts';
import { stepOf } from '#test/support/ritual.ts';
import { profileOf, seeded, setTable, type Guest, type RoomAct } from '#test/support/table.ts';

beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));
const words = createWords('en', undefined);

const gather = async (step: object, ...names: readonly string[]) => {
  const table = setTable();
  await table.storage.savePerson({ ...profileOf('Ana'), duties: ['facilitator'] }, 0);
  await table.storage.savePerson({ ...profileOf('Bea'), duties: ['facilitator'] }, 0);
  const guests: Record<string, Guest> = {};
  for (const [at, name] of ['Ana', ...names].entries()) {
    const guest = (guests[name.toLowerCase()] = await table.enter(name));
    table.host.room.walks.place(guest.id, { x: -12 + at, z: 12, heading: 0 });
  }
  const guest = (name: string): Guest => guests[name] ?? (() => { throw new Error(name); })();
  const act = async (name: string, id: RoomAct, payload: object = {}): Promise<string> => {
    const answer = await table.did(guest(name), id, payload);
    return answer.accepted ? 'done' : answer.refusal.code;
  };
  const told = (name: string): readonly string[] => {
    const { id, heard } = guest(name);
    return heard.splice(0).flatMap(({ kind, by, values }) => {
      const declared = ritualCueKinds.get(kind);
      const message = by === id ? declared?.own : declared?.others;
      return message ? [words(message, values)] : [];
    });
  };
  await act('ana', 'ritual.start', { script: { version: 1, title: 'Check-in', steps: [step] } });
  for (const name of Object.keys(guests)) told(name);
  return { table, guests, act, told };
};
const ring = () => gatheringAt(layoutNamed('commons'), 'hearth-ring') ?? (() => { throw new Error('There is no ring.'); })();

describe('where a step is held', () => {
  it('RI28 one goes there by one press, to a seat, and walks; who is there is told so', async () => {
    const { table, act, told } = await gather(stepOf('say', { place: 'hearth-ring' }), 'Cleo');
    expect([await act('cleo', 'ritual.come'), told('cleo')]).toEqual(['done', ['You walk to the hearth.']]);
    table.pass(30_000);
    expect([table.host.facts.people.get('cleo')?.seated, [...table.host.facts.seats.keys()][0]?.startsWith('hearth-'), await act('cleo', 'ritual.come')]).toEqual([true, true, 'ritual.isThere']);
    const anywhere = await gather(stepOf('say'));
    expect(await anywhere.act('ana', 'ritual.come')).toBe('ritual.noPlace');
  });

  it('RI28 whoever stands about is brought, whoever sits, talks, is busy or away is asked, and all are told', async () => {
    const { table, act, told } = await gather(stepOf('say', { place: 'hearth-ring' }), 'Cleo', 'Dan', 'Eva', 'Fay', 'Gil');
    await act('dan', 'people.availability', { availability: 'focused' });
    await act('eva', 'seat.sit', { seat: 'west-bench-1' });
    await act('fay', 'circle.start');
    table.pass(30_000);
    for (const name of ['cleo', 'dan', 'eva', 'fay', 'gil']) told(name);
    expect(await act('cleo', 'ritual.gather')).toBe('ritual.cannotRun');
    expect([await act('ana', 'ritual.gather'), told('ana')]).toEqual(['done', ['2 people walk to the hearth. 3 more are asked to come.']]);
    expect(told('cleo')).toEqual(['Ana brings you to the hearth, for Check-in. You walk there; stop walking to stay where you are.']);
    for (const name of ['dan', 'eva', 'fay']) expect(told(name)).toEqual(['Ana asks you to come to the hearth, for Check-in. You can stay where you are.']);
    await act('gil', 'move.stop');
    table.pass(30_000);
    const there = ['cleo', 'dan', 'eva', 'fay', 'gil'].filter((name) => isGathered(table.host.room, personId(name), ring()));
    expect([there, table.host.facts.seats.get('west-bench-1')]).toEqual([['cleo'], 'eva']);
  });

  it('RI28 more than there are seats stand around it, each on a spot of their own', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `Guest ${at}`);
    const { table, act } = await gather(stepOf('say', { place: 'hearth-ring' }), ...names);
    await act('ana', 'ritual.gather');
    table.pass(40_000);
    const { room } = table.host;
    expect(names.filter((name) => !isGathered(room, profileOf(name).id, ring()))).toEqual([]);
    const spots = names.map((name) => room.poseOf(profileOf(name).id)).map((pose) => `${pose?.x.toFixed(1)} ${pose?.z.toFixed(1)}`);
    expect(new Set(spots).size).toBeGreaterThan(18);
  });

  it('RI28 every place that a room has can be come to, but a zone that is the whole room', () => {
    for (const name of ['commons', 'stage', 'studio', 'library', 'cafe', 'garden']) {
      const layout = layoutNamed(name);
      for (const { id } of [...layout.seatGroups, ...layout.objects]) expect({ name, id, is: gatheringAt(layout, id) !== undefined }).toEqual({ name, id, is: true });
    }
    expect([gatheringAt(layoutNamed('commons'), 'commons'), gatheringAt(layoutNamed('commons'), 'moon')]).toEqual([undefined, undefined]);
    expect(gatheringAt(layoutNamed('stage'), 'stage-deck')?.seats.length).toBeGreaterThan(20);
  });

  it('RI29 people in other rooms are invited, across no block', async () => {
    const storage = memoryStorage();
    let now = 1_000_000;
    const campus = new Campus([layoutNamed('commons'), layoutNamed('studio')], storage, { now: () => now, chance: seeded(1), newId: () => `id-${++now}` });
    const heard: Record<string, readonly { kind: string; values?: object }[]> = {};
    const come = async (room: string, name: string, duties: readonly 'facilitator'[] = []) => {
      const cues: { kind: string; values?: object }[] = (heard[name] = []) as never;
      const wire = new Proxy({ cue: (cue: { kind: string }) => void cues.push(cue) }, { get: (target, key) => (key in target ? target[key as 'cue'] : () => undefined) });
      await campus.hosts.get(room)?.enter({ ...profileOf(name), duties }, wire as never);
    };
    await come('commons', 'Ana', ['facilitator']);
    await come('studio', 'Cleo');
    await come('studio', 'Dan');
    campus.relations.set('block', personId('dan'), personId('ana'), true);
    const host = campus.hosts.get('commons');
    const act = async (id: RoomAct, payload: object = {}) => {
      const answer = host?.command(personId('ana'), { id, key: `key-${++now}-long`, payload });
      host?.flush(() => undefined);
      expect(await answer).toEqual({ accepted: true });
    };
    await act('ritual.start', { script: { version: 1, title: 'Launch', steps: [stepOf('say')] } });
    await act('ritual.gather');
    const invited = (name: string) => heard[name]?.filter(({ kind }) => kind === 'ritual.invited').map(({ values }) => values);
    expect([invited('Cleo'), invited('Dan'), invited('Ana')]).toEqual([[{ by: 'Ana', title: 'Launch', room: 'Commons', to: 'commons' }], [], []]);
  });
});

describe('notes', () => {
  it('RI27 reach those who run rituals here, and are in nobody’s copy of the room; a kill keeps them', async () => {
    const { table, act, guests } = await gather(stepOf('say'), 'Bea', 'Cleo');
    expect([await act('cleo', 'ritual.note', { text: 'Secret one' }), await act('ana', 'ritual.note', { text: 'Secret two' })]).toEqual(['ritual.cannotRun', 'done']);
    const secrets = (given: unknown): boolean => JSON.stringify(given).includes('Secret');
    const read = async (name: string): Promise<unknown> => {
      const answer = await table.did(guests[name] as Guest, 'ritual.read');
      return answer.accepted && answer.reply;
    };
    expect([secrets([...table.host.facts.ritual.values()]), secrets(guests['cleo']?.heard), secrets(guests['bea']?.heard)]).toEqual([false, false, true]);
    expect([secrets(await read('bea')), secrets(await read('ana')), secrets(await read('cleo'))]).toEqual([true, true, false]);
    table.host.flush(() => undefined);
    await table.host.settled();
    await table.restart();
    expect(table.host.room.ritual.run?.notes.map(({ text }) => text)).toEqual(['Secret two']);
  });
});
