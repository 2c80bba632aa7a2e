/** Voices from browser to browser: wherever the tests run. */
import { describe, expect, it, vi } from 'vitest';
import { button, isStill, listening, says, stand, type Speaker } from './listening.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

describe('voices on a mesh', () => {
  const meeting = listening('mesh');

  it('VO23 four who stand together hear the three others, by one connection each', async () => {
    const { ana, ben, come } = meeting();
    const [cho, dan] = [await come('Cho', 660), await come('Dan', 550)];
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
