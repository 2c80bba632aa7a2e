/** Voices between browsers, over a real LiveKit where there is one; else this says aloud that it was skipped. */
import { execFileSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { panOf } from '#shared/voice/direction.ts';
import { findLivekit } from '#server/voice/livekit/supervisor.ts';
import { launch } from '#test/support/chromium.ts';
import { startHearth, type TestHearth } from '#test/support/hearth.ts';
import { enter, tokenOf, visitor, type Visitor } from '#test/support/page.ts';
import { comeDoctored, speakDoctored } from '#test/support/doctored.ts';
import { connectionsOf, levels, microphoneIn, packets, unplug, withTone, WITH_SOUND } from '#test/support/tones.ts';
import { witness, witnessAs, type Witness } from '#test/support/witness.ts';

const file = findLivekit();
if (file === undefined) console.warn('SKIPPED: there is no LiveKit server on this machine; npm run livekit gets one.');
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

describe.skipIf(file === undefined)('voices', () => {
  let hearth: TestHearth;
  let browser: Browser;
  let ana: Visitor;
  let ben: Visitor;
  let [anaToo, benToo, olga] = [undefined as unknown as Witness, undefined as unknown as Witness, undefined as unknown as Witness];
  beforeAll(async () => {
    [hearth, browser] = await Promise.all([startHearth(undefined, { VOICE: 'auto' }), launch(WITH_SOUND)]);
    olga = await witness(hearth.url, hearth.ownerLink, 'Olga');
    await olga.perform('move.goTo', { to: 'spot', x: -14, z: -4 });
    [ana, ben] = [await visitor(browser, hearth), await visitor(browser, hearth)];
    await withTone(ana.context, 440);
    await withTone(ben.context, 880);
    await enter(ana, hearth, 'Ana', '2d');
    await enter(ben, hearth, 'Ben', '2d');
    [anaToo, benToo] = [await witnessAs(hearth.url, await tokenOf(ana.context)), await witnessAs(hearth.url, await tokenOf(ben.context))];
  });
  afterAll(async () => {
    for (const one of [olga, anaToo, benToo]) await one?.leave();
    await browser?.close();
    await hearth?.remove();
  });
  const button = ({ page }: Visitor) => page.locator('#controls [data-focus-key="voice.on"] button');
  const says = (visiting: Visitor, words: RegExp) => expect.poll(() => button(visiting).textContent(), { timeout: 20_000 }).toMatch(words);
  /** How many packets of sound come in within half a second. */
  const flow = async ({ page }: Visitor): Promise<number> => {
    const before = await packets(page);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    return (await packets(page)) - before;
  };
  const flows = (visiting: Visitor) => expect.poll(() => flow(visiting), { timeout: 20_000 }).toBeGreaterThan(10);
  const isStill = (visiting: Visitor) => expect.poll(() => flow(visiting), { timeout: 20_000 }).toBe(0);
  const stand = async (who: Witness, name: string, x: number, z: number): Promise<void> => {
    await who.perform('move.goTo', { to: 'spot', x, z });
    await who.until(`${name} stands there`, () => {
      const at = who.pose(name);
      return at?.speed === 0 && Math.hypot(at.x - x, at.z - z) < 0.3;
    });
  };

  it('VO1 VO11 one is heard by who is near, seen to speak, and counted', async () => {
    await Promise.all([stand(anaToo, 'Ana', 6, 8), stand(benToo, 'Ben', 7.5, 8)]);
    await says(ana, /Microphone is off.*Turn on: 1 person will hear you/);
    await button(ana).click();
    await says(ana, /Microphone is on.*1 person can hear you/);
    await flows(ben);
    await ben.page.locator('[data-person]', { hasText: 'Ana' }).getByText(/speaking/).first().waitFor();
  });

  it('VO9 from the side where the speaker is, and softer from further away', async () => {
    // Ben has come from the west and looks east: Ana, behind him and a little to the north, is to his left.
    await stand(benToo, 'Ben', 7.5, 9.2);
    await stand(benToo, 'Ben', 8.2, 9.2);
    const loud = (): Promise<readonly number[]> => levels(ben.page);
    const heading = benToo.pose('Ben')?.heading ?? 0;
    const at = { x: 8.2, z: 9.2, heading };
    const side = panOf(at, { x: 6, z: 8 });
    expect(Math.abs(side)).toBeGreaterThan(0.2);
    await expect.poll(async () => {
      const [left = 0, right = 0] = await loud();
      return Math.min(left, right) > 0 ? (side < 0 ? left / right : right / left) : 0;
    }).toBeGreaterThan(1.3);
    const near = Math.max(...(await loud()));
    await stand(benToo, 'Ben', 10, 8);
    await expect.poll(async () => Math.max(...(await loud()))).toBeLessThan(near * 0.8);
  });

  it('VO13 out of hearing nothing reaches one, not even a client that asks LiveKit for every voice', async () => {
    await stand(benToo, 'Ben', 14, 8);
    await says(ana, /Nobody can hear you yet/);
    await isStill(ben);
    await comeDoctored(ben.page, await benToo.seat());
    for (let time = 0; time < 4; time++) expect(await flow(ben)).toBe(0);
    // It could hear: near by it does.
    await stand(benToo, 'Ben', 7.5, 8);
    await flows(ben);
    await ben.page.reload();
    await flows(ben);
  });

  it('VO17 held muted nobody is heard, after a reload as before, until it is ended', async () => {
    const holds = async (): Promise<void> => {
      expect(await olga.perform('voice.hold', { person: anaToo.id, reason: 'There is an echo.' })).toMatchObject({ accepted: true });
      await says(ana, /Muted by Olga/);
      await isStill(ben);
    };
    await holds();
    await olga.perform('voice.release', { person: anaToo.id });
    // The tone goes on, and nobody hears it.
    await says(ana, /You are muted but talking/);
    await button(ana).click();
    await flows(ben);
    await holds();
    await ana.page.reload();
    await says(ana, /Muted by Olga/);
    expect(await anaToo.perform('voice.on', {})).toMatchObject({ accepted: false });
    await olga.perform('voice.release', { person: anaToo.id });
    await says(ana, /Microphone is off/);
    await button(ana).click();
    await flows(ben);
  });

  it('VO17 a hold holds against a client that publishes anew, and one that comes back with a token from before', async () => {
    const seat = await anaToo.seat();
    await comeDoctored(ana.page, seat);
    await speakDoctored(ana.page);
    await anaToo.perform('voice.on', {});
    await flows(ben);
    await olga.perform('voice.hold', { person: anaToo.id });
    await isStill(ben);
    await speakDoctored(ana.page);
    for (let time = 0; time < 2; time++) expect(await flow(ben)).toBe(0);
    // LiveKit lets it in, or not: either is well.
    await comeDoctored(ana.page, seat).catch(() => undefined);
    await speakDoctored(ana.page);
    for (let time = 0; time < 4; time++) expect(await flow(ben)).toBe(0);
    await olga.perform('voice.release', { person: anaToo.id });
    await ana.page.reload();
    await says(ana, /Microphone is off/);
    await button(ana).click();
    await flows(ben);
  });

  it('is there again when LiveKit has died', async () => {
    const [pid] = execFileSync('pgrep', ['-f', '-P', String(hearth.pid()), 'exec 3'], { encoding: 'utf8' }).trim().split('\n');
    const [server] = execFileSync('pgrep', ['-P', String(pid), '-x', 'server|livekit-server'], { encoding: 'utf8' }).trim().split('\n');
    const before = await connectionsOf(ben.page);
    process.kill(Number(server), 'SIGKILL');
    const killedAt = Date.now();
    // The silence may be shorter than one can listen for it.
    await expect.poll(() => connectionsOf(ben.page), { timeout: 20_000 }).toBeGreaterThan(before);
    await flows(ben);
    console.log(`Voices were back ${Date.now() - killedAt} ms after LiveKit was killed.`);
  });

  it('VO21 whoever only listens has no microphone open, and can turn it on again', async () => {
    expect(await microphoneIn(ana.page)).toBe('open');
    await anaToo.perform('voice.listen', {});
    await says(ana, /Listening only/);
    await expect.poll(() => microphoneIn(ana.page)).toBe('given back');
    await isStill(ben);
    await button(ana).click();
    await says(ana, /Microphone is on/);
    await flows(ben);
  });

  it('VO22 an unplugged microphone is off, said, and there is a way on', async () => {
    await unplug(ana.page);
    await says(ana, /No microphone/);
    await ana.page.locator('[data-live-announcer]').getByText(/The microphone is gone/).first().waitFor({ state: 'attached' });
    await isStill(ben);
    expect(await microphoneIn(ana.page)).toBe('given back');
    await ana.page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    await says(ana, /Microphone is off/);
    await button(ana).click();
    await flows(ben);
  });

  it('VO15 whoever goes to another room gives the microphone back to the browser, and comes in with it off', async () => {
    expect(await microphoneIn(ana.page)).toBe('open');
    await ana.page.locator('#room [data-capability="portal.enter"][data-target="to-library"] button').click();
    await ana.page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    await expect.poll(() => microphoneIn(ana.page)).toBe('given back');
    await says(ana, /Microphone is off/);
  });
});
