import { describe, expect, it } from 'vitest';
import { KEPT_AFTER_CLOSING, KEPT_AFTER_LOSS } from '#server/rooms/presences.ts';
import { personId } from '#shared/kernel/ids.ts';
import { addressOf, personAt, type Hearing } from '#shared/voice/news.ts';
import { layoutNamed } from '#test/support/room.ts';
import { setTable, type Guest } from '#test/support/table.ts';
import { setVoices } from '#test/support/voices.ts';

const names = (addresses: Hearing['hear']): readonly string[] => [...addresses].map(personAt).toSorted();

const hears = (guest: Guest): readonly string[] => names(guest.hearing.hear);
const heardBy = (guest: Guest): readonly string[] => names(guest.hearing.heardBy);

describe('whom one hears', () => {
  it('VO12 everyone is told whom they hear and who hears them, and then only what is new', async () => {
    const table = setVoices();
    const [ana, ben, cho] = [await table.come('Ana', 8, 8), await table.come('Ben', 8, 10), await table.come('Cho', -8, 8)];
    table.pass(300);
    expect([hears(ana), heardBy(ana), hears(cho), heardBy(cho)]).toEqual([['ben'], ['ben'], [], []]);
    const [before, quiet] = [ana.news.length, cho.news.length];
    table.pass(5_000);
    expect([ana.news.length, cho.news.length]).toEqual([before, quiet]);
    table.move(cho, 9, 9);
    table.pass(300);
    expect(ana.news.at(-1)).toEqual({ isWhole: false, hear: { come: ['cho~lot'], gone: [] }, heardBy: { come: ['cho~lot'], gone: [] } });
    expect(hears(ben)).toEqual(['ana', 'cho']);
  });

  it('VO12 a lone change is told at once, a second one within the second waits', async () => {
    const table = setVoices();
    const ana = await table.come('Ana', 8, 8);
    const [ben, cho] = [await table.come('Ben', -8, 8), await table.come('Cho', -8, 8)];
    table.pass(3_000);
    const before = ana.news.length;
    table.move(ben, 8, 9);
    table.pass(300);
    expect([ana.news.length - before, hears(ana)]).toEqual([1, ['ben']]);
    table.move(cho, 9, 8);
    table.pass(300);
    expect([ana.news.length - before, hears(ana)]).toEqual([1, ['ben']]);
    table.pass(700);
    expect([ana.news.length - before, hears(ana)]).toEqual([2, ['ben', 'cho']]);
  });

  it('VO12 of many who turn the microphone on one after the other each is heard within a second or so, and whoever walks into hearing then waits five', async () => {
    const table = setVoices();
    const ana = await table.come('Ana', 8, 8);
    const others = [];
    for (const [at, name] of ['Ben', 'Cho', 'Dov', 'Eva', 'Fay', 'Gil', 'Hal'].entries()) others.push(await table.come(name, 7 + at / 3, 9, false));
    const late = await table.come('Ian', -8, 8);
    table.pass(30_000);
    for (const [at, one] of others.entries()) {
      await table.did(one, 'voice.on');
      table.pass(1_300);
      expect(hears(ana)).toHaveLength(at + 1);
    }
    table.move(late, 8, 9.5);
    table.pass(3_000);
    expect(hears(ana)).not.toContain('ian');
    table.pass(3_000);
    expect(hears(ana)).toContain('ian');
  });

  it('VO12 those who turn it on and off by turns, or come under ever new addresses, change what others hear twice in five seconds at most', async () => {
    const table = setVoices();
    const ana = await table.come('Ana', 8, 8);
    for (let at = 0; at < 15; at++) await table.come(`Other ${at}`, 9 + at / 50, 9);
    const restless = [await table.come('Ben', 8, 8.2, false), await table.come('Cho', 8.2, 8, false)];
    table.pass(60_000);
    const byTurns = async (at: number): Promise<void> => {
      for (const [place, one] of restless.entries()) await table.did(one, (at + place) % 2 === 0 ? 'voice.on' : 'voice.off');
    };
    const anew = async (at: number): Promise<void> => {
      for (const { id } of restless) table.host.voices.join(id, addressOf(id, `lot${at}`));
    };
    for (const act of [byTurns, anew]) {
      let before = 0;
      for (let at = 0; at < 120; at++) {
        // The first half uses up what is in reserve.
        if (at === 60) before = ana.news.length;
        await act(at);
        table.pass(1_000);
      }
      expect(ana.news.slice(before).filter(({ hear }) => hear.come.length > 0).length, act.name).toBeLessThanOrEqual(2 * 12 + 1);
      for (const one of restless) await table.did(one, 'voice.on');
      table.pass(6_000);
      expect(hears(ana), act.name).toHaveLength(16);
      expect(hears(ana)).toEqual(expect.arrayContaining(['ben', 'cho']));
    }
  });

  it('VO13 whoever walks out of hearing is carried three seconds more, and back within them nothing has changed', async () => {
    const table = setVoices();
    const [ana, ben] = [await table.come('Ana', 8, 8), await table.come('Ben', 8, 10)];
    table.pass(2_000);
    const before = ana.news.length;
    table.move(ben, -8, 8);
    table.pass(2_500);
    table.move(ben, 8, 10);
    table.pass(2_500);
    expect([ana.news.length, hears(ana)]).toEqual([before, ['ben']]);
    table.move(ben, -8, 8);
    table.pass(2_500);
    expect(hears(ana)).toEqual(['ben']);
    table.pass(1_500);
    expect([hears(ana), heardBy(ben)]).toEqual([[], []]);
  });

  it('VO13 BL1 MU1 whoever is parted by a block or a mute, or is held, is lost at once, and is told of nothing else', async () => {
    const table = setVoices();
    const [ana, ben, cho, sam] = [await table.come('Ana', 8, 8), await table.come('Ben', 8, 9), await table.come('Cho', 9, 8), await table.come('Sam', -8, 8)];
    table.raise(sam, 'steward');
    table.pass(2_000);
    table.host.room.relations.set('mute', ana.id, ben.id, true);
    table.pass(300);
    expect([hears(ana), heardBy(ana), hears(ben), heardBy(ben)]).toEqual([['cho'], ['ben', 'cho'], ['ana', 'cho'], ['cho']]);
    table.host.room.relations.set('block', ana.id, ben.id, true);
    table.pass(300);
    expect([hears(ben), heardBy(ana)]).toEqual([['cho'], ['cho']]);
    await table.did(sam, 'voice.hold', { person: cho.id });
    table.pass(100);
    expect([hears(ana), hears(ben), heardBy(cho), hears(cho)]).toEqual([[], [], [], ['ana', 'ben']]);
  });

  it('VO6 VO13 through the door of a quiet or private zone nothing lingers', async () => {
    const library = layoutNamed('library');
    const table = setVoices({ ...library, zones: library.zones.map((zone) => (zone.id === 'rug' ? { ...zone, rule: 'private' as const } : zone)) });
    const [ana, ben] = [await table.come('Ana', 0, 0), await table.come('Ben', 1, 0)];
    table.pass(2_000);
    expect(hears(ana)).toEqual(['ben']);
    table.move(ben, 0, 2);
    table.pass(300);
    expect([hears(ana), heardBy(ana), hears(ben)]).toEqual([[], [], []]);
  });

  it('VO8 VO15 at a venue one’s microphone goes off, and one hears nobody', async () => {
    const table = setVoices();
    const [ana, ben] = [await table.come('Ana', 8, 8), await table.come('Ben', 8, 9)];
    table.pass(1_000);
    const set = ben.ask('people.venue', { venue: 'Library Hall' });
    table.pass(100);
    await set;
    table.pass(300);
    expect([table.host.facts.people.get(ben.id)?.microphone, hears(ana), hears(ben)]).toEqual(['off', [], []]);
    expect(await table.did(ben, 'voice.on')).toMatchObject({ accepted: false, refusal: { code: 'voice.atVenue', values: { venue: 'Library Hall' } } });
  });

  it('VO10 VO14 sixteen voices at most; whoever turns the microphone off keeps their place until it is needed', async () => {
    const table = setVoices();
    const ana = await table.come('Ana', 8, 8);
    const ring: Guest[] = [];
    for (let k = 0; k < 18; k++) ring.push(await table.come(`P${k}`, 8 + (1 + k / 10) * Math.sin(k), 8 + (1 + k / 10) * Math.cos(k)));
    table.pass(2_000);
    expect(hears(ana)).toHaveLength(16);
    const [nearest, last] = [ring[0], ring[17]];
    if (!nearest || !last) throw new Error('nobody');
    expect(hears(ana)).not.toContain(last.id);
    expect(heardBy(last)).not.toContain(ana.id);
    await table.did(nearest, 'voice.off');
    table.pass(2_000);
    expect(hears(ana)).toHaveLength(16);
    expect(hears(ana)).not.toContain(nearest.id);
    expect(heardBy(nearest)).toContain(ana.id);
    for (const one of ring.slice(8)) await table.did(one, 'voice.off');
    table.pass(2_000);
    // Those who were heard stay, as there is room; nobody comes with the microphone off.
    expect(hears(ana)).toHaveLength(16);
    expect(hears(ana)).not.toContain(last.id);
  });

  it('VO11 whoever has the microphone off is told who would hear them', async () => {
    const table = setVoices();
    const [ana, ben] = [await table.come('Ana', 8, 8, false), await table.come('Ben', 8, 9, false)];
    table.pass(300);
    expect([hears(ben), heardBy(ana)]).toEqual([[], ['ben']]);
    await table.did(ana, 'voice.who');
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'voice.heardBy', values: { microphone: 'off', count: 1, names: 'Ben' } });
    await table.did(ana, 'voice.on');
    table.pass(100);
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'voice.on', values: { count: 1 } });
    expect(hears(ben)).toEqual([]);
    table.pass(1_000);
    expect(hears(ben)).toEqual(['ana']);
  });

  it('is told to one more tab whole, and forgotten with whoever leaves', async () => {
    const table = setVoices();
    const [ana, ben] = [await table.come('Ana', 8, 8), await table.come('Ben', 8, 9)];
    table.pass(2_000);
    const second = await table.enter('Ana');
    expect([second.news.map(({ isWhole }) => isWhole), hears(second)]).toEqual([[true], ['ben']]);
    ben.leave(0);
    table.pass(100);
    expect([hears(ana), hears(second), heardBy(ana)]).toEqual([[], [], []]);
  });
});

describe('the microphone', () => {
  it('VO15 is off on coming in and after a reload, and stays on through a lost connection', async () => {
    const table = setVoices();
    const ana = await table.enter('Ana');
    const microphone = () => table.host.facts.people.get(ana.id)?.microphone;
    expect(microphone()).toBe('off');
    await table.did(ana, 'voice.on');
    ana.leave(KEPT_AFTER_LOSS);
    await table.enter('Ana', { epoch: ana.known.epoch, number: 0 });
    expect(microphone()).toBe('on');
    // One more tab is no reload.
    await table.enter('Ana');
    expect(microphone()).toBe('on');
  });

  it('VO15 a page that is opened again begins with it off', async () => {
    const table = setVoices();
    const ana = await table.enter('Ana');
    await table.did(ana, 'voice.on');
    ana.leave(KEPT_AFTER_CLOSING);
    await table.enter('Ana');
    expect(table.host.facts.people.get(ana.id)?.microphone).toBe('off');
  });

  it('VO15 goes on, off, and to listening only; each that is so already is refused', async () => {
    const table = setVoices();
    const ana = await table.enter('Ana');
    expect(await table.did(ana, 'voice.off')).toMatchObject({ refusal: { code: 'voice.alreadyOff' } });
    await table.did(ana, 'voice.on');
    expect(await table.did(ana, 'voice.on')).toMatchObject({ refusal: { code: 'voice.alreadyOn' } });
    await table.did(ana, 'voice.listen');
    expect(table.host.facts.people.get(ana.id)?.microphone).toBe('listening');
    expect(await table.did(ana, 'voice.listen')).toMatchObject({ refusal: { code: 'voice.listening' } });
    expect(await table.did(ana, 'voice.on')).toEqual({ accepted: true });
  });

  it('VO22 VO26 a key that is held is confirmed in a word, and of a microphone that is gone the page speaks itself', async () => {
    const table = setVoices();
    const ana = await table.enter('Ana');
    await table.did(ana, 'voice.on', { by: 'key' });
    await table.did(ana, 'voice.off', { by: 'key' });
    await table.did(ana, 'voice.on');
    expect(await table.did(ana, 'voice.off', { by: 'device' })).toEqual({ accepted: true });
    expect(table.host.facts.people.get(ana.id)?.microphone).toBe('off');
    table.pass(300);
    expect(ana.kinds().filter((kind) => kind.startsWith('voice.'))).toEqual(['voice.talks', 'voice.talked', 'voice.on']);
    expect(await table.did(ana, 'voice.on', { by: 'somebody' })).toMatchObject({ accepted: false });
  });

  it('VO19 where nothing carries voice all of it is refused, as what one’s standing does not allow', async () => {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    const person = table.host.facts.people.get(ben.id);
    if (person) person.standing = 'owner';
    for (const id of ['voice.on', 'voice.off', 'voice.listen', 'voice.who', 'voice.muteAll'] as const) expect(await table.did(ben, id)).toMatchObject({ accepted: false, refusal: { code: 'voice.none' } });
    for (const id of ['voice.mute', 'voice.hold', 'voice.release'] as const) expect(await table.did(ben, id, { person: ana.id })).toMatchObject({ accepted: false, refusal: { code: 'voice.none' } });
    table.host.voices.join(personId('nobody'), 'nobody~lot');
    table.pass(300);
    expect(ana.news).toEqual([]);
  });
});
