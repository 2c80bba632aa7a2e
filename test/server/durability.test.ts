/** What was acknowledged is there again, however the process ended. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotIn } from '#test/support/hearth.ts';
import { personId } from '#shared/kernel/ids.ts';
import { runOf } from '#shared/rituals/held.ts';
import { stepOf } from '#test/support/ritual.ts';
import { tokenBy, witness, witnessAs, type Witness } from '#test/support/witness.ts';
import { deafen, intruder } from './opened.ts';
import { spawnHearth } from './spawned.ts';

let hearth: Awaited<ReturnType<typeof spawnHearth>>;
const guests = (): string => hearth.linkOf('Guests') ?? '';
const texts = (someone: Witness): string[] => someone.lines.map(({ text }) => text);
beforeAll(async () => (hearth = await spawnHearth()));
afterAll(async () => {
  await hearth.end('SIGKILL');
  rmSync(hearth.folder, { recursive: true, force: true });
});

describe('after the server was stopped and started', () => {
  it('CH2 what was said is there with its sender’s name and time, for whoever comes', async () => {
    const ana = await witness(hearth.url, guests(), 'Ana');
    await ana.perform('chat.say', { text: 'I was here.' });
    await ana.until('the line', ({ cues }) => cues.some(({ kind }) => kind === 'chat.said'));
    const at = ana.cues.find(({ kind }) => kind === 'chat.said')?.at;
    const before = guests();
    expect(await hearth.end('SIGTERM')).toBe(0);
    await hearth.start();
    expect(guests()).toBe(before);
    const ben = await witness(hearth.url, guests(), 'Ben');
    await ben.until('the lines', ({ lines }) => lines.length > 0);
    expect(ben.lines).toMatchObject([{ text: 'I was here.', name: 'Ana' }]);
    expect(Math.abs((ben.lines[0]?.at ?? 0) - (at ?? 0))).toBeLessThan(1_000);
    await ben.leave();
  });

  it('everyone inside was told in words before their connection closed', async () => {
    const eve = await witness(hearth.url, guests(), 'Eve');
    expect(await hearth.end('SIGTERM')).toBe(0);
    expect(eve.cues.map(({ kind }) => kind)).toContain('people.restarting');
    await hearth.start();
  });

  it('ends in time, even when someone inside never reads', async () => {
    const deaf = await intruder(hearth.door, 'Deaf');
    deafen(deaf);
    const began = performance.now();
    expect(await hearth.end('SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    deaf.terminate();
    await hearth.start();
  });
});

describe('after the process was killed', () => {
  it('RI17 a ritual is in the middle of its step again, with everything that was done in it, written too', async () => {
    const [owner, guest] = [await tokenBy(hearth.url, hearth.linkOf('Owner') ?? '', 'Olga'), await tokenBy(hearth.url, guests(), 'Rita')];
    const [olga, rita] = [await witnessAs(hearth.url, owner), await witnessAs(hearth.url, guest)];
    const script = { version: 1, title: 'Ours', steps: [stepOf('arrival'), stepOf('round', { order: 'random' }), stepOf('close')] };
    expect(await olga.performRitual('ritual.start', { script })).toEqual({ accepted: true });
    expect(await olga.performRitual('ritual.next', { from: 0, leaving: [] })).toEqual({ accepted: true });
    expect(await rita.performRitual('ritual.write', { step: 1, text: 'Before the fall.' })).toEqual({ accepted: true });
    expect(await olga.performRitual('ritual.pause', {})).toEqual({ accepted: true });
    // What is stored in turn is stored once the next is acknowledged that must be.
    expect(await olga.perform('chat.say', { text: 'Stored.' })).toEqual({ accepted: true });
    const before = structuredClone(runOf({ facts: rita.facts }));
    await hearth.end('SIGKILL');
    await hearth.start();
    const again = await witnessAs(hearth.url, guest);
    expect(runOf({ facts: again.facts })).toEqual(before);
    expect(before?.phase.status).toBe('paused');
    expect(await again.performRitual('ritual.read', {})).toMatchObject({ reply: [{ text: 'Before the fall.' }] });
    const back = await witnessAs(hearth.url, owner);
    expect(await back.performRitual('ritual.end', { leaving: [...back.facts.people.keys()].map(personId) })).toEqual({ accepted: true });
    await Promise.all([again.leave(), back.leave()]);
  });

  it('CH2 nothing that was acknowledged is lost, though people were talking as it died', { timeout: 60_000 }, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round++) {
      const talkers = await Promise.all(['Dee', 'Eli', 'Fay'].map((name) => witness(hearth.url, guests(), `${name} ${round}`)));
      const killAt = acknowledged.length + 2 + round * 3;
      const enough = Promise.withResolvers<void>();
      for (const [who, talker] of talkers.entries()) {
        // One after the other, so that the end comes while some are said, some stored, some acknowledged.
        void (async () => {
          for (let line = 0; line < 5; line++) {
            const text = `${round}-${who}-${line}`;
            if ((await talker.perform('chat.say', { text })).accepted) acknowledged.push(text);
            if (acknowledged.length >= killAt) enough.resolve();
          }
        })().catch(() => undefined);
      }
      await enough.promise;
      await hearth.end('SIGKILL');
      await hearth.start();
    }
    const later = await witness(hearth.url, guests(), 'Later');
    await later.until('the lines', ({ lines }) => lines.length > 0);
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(texts(later)).toEqual(expect.arrayContaining(acknowledged));
    await later.leave();
  });

  it('HA6 SE6 people find their place, hand and seat kept, as they were within the last two seconds', { timeout: 40_000 }, async () => {
    const tab = await hearth.door.enter('Gil');
    const gil = await witnessAs(hearth.url, tab);
    await gil.perform('hand.raise', {});
    await gil.perform('seat.sit', { seat: 'hearth-6' as never });
    await gil.until('Gil to sit', ({ facts, id }) => facts.people.get(id)?.seated === true, 20_000);
    // The live state is kept every two seconds.
    await expect.poll(() => snapshotIn(hearth.folder), { timeout: 6_000 }).toMatch(/"seated":true/);
    await hearth.end('SIGKILL');
    await hearth.start();
    const back = await witnessAs(hearth.url, tab);
    expect(back.facts.people.get(gil.id)).toMatchObject({ name: 'Gil', seated: true, connected: true });
    expect([back.facts.seats.get('hearth-6'), back.facts.hands.has(gil.id)]).toEqual([gil.id, true]);
    await back.leave();
  });
});
