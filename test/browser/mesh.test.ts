/** Voices from browser to browser: wherever the tests run. */
import { describe, expect, it, vi } from 'vitest';
import { connectionsOf } from '#test/support/tones.ts';
import { button, isStill, listening, says, stand, type Speaker } from './listening.ts';

const OFFER = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n';
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

describe('voices on a mesh', () => {
  const meeting = listening('mesh', async ({ ana, ben }, address) => {
    const before = await connectionsOf(ana.page);
    await ben.ear.seat();
    const signal = (call: number): void => ben.ear.signal([{ to: address, signal: { kind: 'ask' } }, { to: address, signal: { kind: 'offer', call, sdp: OFFER } }]);
    for (let call = 1; call <= 20; call++) signal(call);
    // What was signalled before this has been read by now.
    await ben.ear.perform('place.where', {});
    expect(await connectionsOf(ana.page)).toBe(before);
    return () => expect.poll(() => {
      signal(21);
      return connectionsOf(ana.page);
    }).toBeGreaterThan(before);
  });

  it('VO23 four who stand together hear the three others, by one connection each', async () => {
    const { ana, ben, come } = meeting();
    const [cho, dan] = await Promise.all([come('Cho', 660), come('Dan', 550)]);
    await Promise.all([stand(cho, 6, 9), stand(dan, 7, 9)]);
    for (const one of [ben, cho, dan]) await button(one).click();
    const voicesTo = ({ page }: Speaker): Promise<number> => page.evaluate(async () => {
      const { connections } = (globalThis as unknown as { ears: { connections: RTCPeerConnection[] } }).ears;
      let heard = 0;
      for (const connection of connections.filter(({ connectionState }) => connectionState === 'connected')) {
        for (const [, report] of await connection.getStats()) if (report.type === 'inbound-rtp' && report.packetsReceived > 10) heard++;
      }
      return heard;
    });
    for (const one of [ana, ben, cho, dan]) await expect.poll(() => voicesTo(one), { timeout: 20_000 }).toBe(3);
    await says(ana, /3 people can hear you/);
    for (const { page } of [ana, ben, cho, dan]) {
      expect(await page.evaluate(() => (globalThis as unknown as { ears: { connections: RTCPeerConnection[] } }).ears.connections.flatMap((one) => one.getConfiguration().iceServers ?? []))).toEqual([]);
    }
    for (const one of [cho, dan]) await one.context.close();
    await button(ben).click();
    await isStill(ana);
  });
});
