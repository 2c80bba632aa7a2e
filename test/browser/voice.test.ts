/** Voices through a real LiveKit where there is one; else this says aloud that it was skipped. */
import { describe, expect, it, vi } from 'vitest';
import { findLivekit } from '#server/voice/livekit/supervisor.ts';
import { livekitOf } from '#test/support/livekit.ts';
import { comeDoctored, speakDoctored } from '#test/support/doctored.ts';
import { connectionsOf, microphoneIn, unplug } from '#test/support/tones.ts';
import { BOOTH, button, flow, flows, isStill, listening, says, stand } from './listening.ts';

const file = findLivekit();
if (file === undefined) console.warn('SKIPPED: there is no LiveKit server on this machine; npm run livekit gets one.');
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

describe.skipIf(file === undefined)('voices through LiveKit', () => {
  const meeting = listening('livekit', async ({ ben }) => {
    // It asks LiveKit for every voice, over and over.
    await comeDoctored(ben.page, await ben.ear.seat());
    return () => flows(ben);
  });

  it('VO17 a hold holds against a client that publishes anew, and one that comes back with a token from before', async () => {
    const { ana, ben, olga } = meeting();
    const seat = await ana.ear.seat();
    await comeDoctored(ana.page, seat);
    await speakDoctored(ana.page);
    await ana.ear.perform('voice.on', {});
    await flows(ben);
    await olga.perform('voice.hold', { person: ana.ear.id });
    await isStill(ben);
    await speakDoctored(ana.page);
    for (let time = 0; time < 2; time++) expect(await flow(ben)).toBe(0);
    // LiveKit lets it in, or not: either is well.
    await comeDoctored(ana.page, seat).catch(() => undefined);
    await speakDoctored(ana.page);
    for (let time = 0; time < 4; time++) expect(await flow(ben)).toBe(0);
    await olga.perform('voice.release', { person: ana.ear.id });
    await ana.page.reload();
    await says(ana, /Microphone is off/);
    await button(ana).click();
    await flows(ben);
  });

  it('VO6 outside a private zone nothing reaches even a client that asks for every voice, a step from its edge', async () => {
    const { ana, ben } = meeting();
    await stand(ana, BOOTH.x, BOOTH.z);
    await stand(ben, BOOTH.x, BOOTH.z - 1.8);
    await says(ana, /Nobody can hear you yet/);
    await isStill(ben);
    await comeDoctored(ben.page, await ben.ear.seat());
    for (let time = 0; time < 4; time++) expect(await flow(ben)).toBe(0);
    await ben.page.reload();
    await stand(ben, BOOTH.x, BOOTH.z - 0.6);
    await flows(ben);
    await Promise.all([stand(ana, 6, 8), stand(ben, 7.5, 8)]);
    await flows(ben);
  });

  it('a removed person hears nothing, and nothing by the token from before', async () => {
    const { olga, come } = meeting();
    const cho = await come('Cho', 660);
    await stand(cho, 7, 9);
    const seat = await cho.ear.seat();
    await comeDoctored(cho.page, seat);
    await flows(cho);
    expect(await olga.perform('people.remove', { person: cho.ear.id, for: 'hour', reason: '', link: false })).toMatchObject({ accepted: true });
    await isStill(cho);
    // LiveKit lets it in, or not: either is well.
    await comeDoctored(cho.page, seat).catch(() => undefined);
    for (let time = 0; time < 4; time++) expect(await flow(cho)).toBe(0);
    await cho.context.close();
  });

  it('is there again when LiveKit has died', async () => {
    const { ben, hearth } = meeting();
    const before = await connectionsOf(ben.page);
    process.kill(livekitOf(hearth), 'SIGKILL');
    const killedAt = Date.now();
    // The silence may be shorter than one can listen for it.
    await expect.poll(() => connectionsOf(ben.page), { timeout: 20_000 }).toBeGreaterThan(before);
    await flows(ben);
    console.log(`Voices were back ${Date.now() - killedAt} ms after LiveKit was killed.`);
  });

  it('VO21 whoever only listens has no microphone open, and can turn it on again', async () => {
    const { ana, ben } = meeting();
    expect(await microphoneIn(ana.page)).toBe('open');
    await ana.ear.perform('voice.listen', {});
    await says(ana, /Listening only/);
    await expect.poll(() => microphoneIn(ana.page)).toBe('given back');
    await isStill(ben);
    await button(ana).click();
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Turn microphone on' }).click();
    await says(ana, /Microphone is on/);
    await flows(ben);
  });

  it('VO22 an unplugged microphone is off, said, and there is a way on', async () => {
    const { ana, ben } = meeting();
    await unplug(ana.page);
    await says(ana, /No microphone.*It was unplugged/);
    await ana.page.locator('[data-live-announcer]').getByText(/The microphone is gone/).first().waitFor({ state: 'attached' });
    await isStill(ben);
    expect(await microphoneIn(ana.page)).toBe('given back');
    await ana.page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    await says(ana, /Microphone is off/);
    await button(ana).click();
    await flows(ben);
  });

  it('VO15 whoever goes to another room gives the microphone back to the browser, and comes in with it off', async () => {
    const { ana } = meeting();
    expect(await microphoneIn(ana.page)).toBe('open');
    await ana.page.locator('#room [data-capability="portal.enter"][data-target="to-library"] button').click();
    await ana.page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    await expect.poll(() => microphoneIn(ana.page)).toBe('given back');
    await says(ana, /Microphone is off/);
  });
});
