/** How long it takes until somebody is heard, in two browser pages through a real LiveKit. */
import type { Browser, Page } from 'playwright-core';
import { findLivekit } from '#server/voice/livekit/supervisor.ts';
import { launch } from '#test/support/chromium.ts';
import { startHearth, type TestHearth } from '#test/support/hearth.ts';
import { livekitOf } from '#test/support/livekit.ts';
import { enter, tokenOf, visitor, type Visitor } from '#test/support/page.ts';
import { connectionsOf, withTone, WITH_SOUND } from '#test/support/tones.ts';
import { witnessAs, type Witness } from '#test/support/witness.ts';
import { percentile } from '../bench.ts';

/** Sounds that are softer (RMS) are silence. */
const SILENCE = 0.002;
/** How long (ms) one waits for something to be heard at most. */
const PATIENCE = 20_000;

interface Ears {
  readonly connections: readonly RTCPeerConnection[];
  readonly analysers: readonly (readonly AnalyserNode[])[];
}

/** When (ms since 1970) a page sounds, or is silent for a third of a second. */
const when = (page: Page, what: 'sound' | 'silence'): Promise<number> =>
  page.evaluate(({ wanted, softest, patience }) => new Promise<number>((resolve, reject) => {
    const { ears } = globalThis as unknown as { ears: Ears };
    const begun = Date.now();
    let silentSince = begun;
    const timer = setInterval(() => {
      const level = Math.max(0, ...ears.analysers.flat().map((analyser) => {
        const samples = new Float32Array(analyser.fftSize);
        analyser.getFloatTimeDomainData(samples);
        return Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
      }));
      if (level > softest) silentSince = Date.now();
      const isSo = wanted === 'sound' ? level > softest : Date.now() - silentSince > 350;
      if (!isSo && Date.now() - begun < patience) return;
      clearInterval(timer);
      if (isSo) resolve(Date.now());
      else reject(new Error(`No ${wanted} came.`));
    }, 10);
  }), { wanted: what, softest: SILENCE, patience: PATIENCE });

/** When (ms since 1970) sound comes by a connection that was not there before. */
const whenAnew = (page: Page, before: number): Promise<number> =>
  page.evaluate(({ known, patience }) => new Promise<number>((resolve, reject) => {
    const { ears } = globalThis as unknown as { ears: Ears };
    const begun = Date.now();
    const timer = setInterval(() => {
      void Promise.all(ears.connections.slice(known).map((one) => one.getStats())).then((all) => {
        const isHeard = all.some((stats) => [...stats.values()].some((one) => one.type === 'inbound-rtp' && one.packetsReceived > 3));
        if (!isHeard && Date.now() - begun < patience) return;
        clearInterval(timer);
        if (isHeard) resolve(Date.now());
        else reject(new Error('Voices did not come back.'));
      });
    }, 25);
  }), { known: before, patience: PATIENCE });

const says = ({ page }: Visitor, words: string): Promise<unknown> => page.locator('#controls [data-focus-key="voice.on"] button').getByText(words).waitFor();
const press = ({ page }: Visitor): Promise<number> => page.evaluate(() => {
  document.querySelector<HTMLElement>('#controls [data-focus-key="voice.on"] button')?.click();
  return Date.now();
});

const stand = async (ear: Witness, name: string, x: number, z: number): Promise<void> => {
  await ear.perform('move.goTo', { to: 'spot', x, z });
  await ear.until(`${name} stands there`, () => {
    const at = ear.pose(name);
    return at?.speed === 0 && Math.hypot(at.x - x, at.z - z) < 0.3;
  });
};

export interface HeardFigures {
  /** From the press that turns the microphone on, opened for the first time, to the sound at a listener. */
  readonly firstVoice: readonly number[];
  /** From the news that one hears somebody to their sound. */
  readonly audibleChange: readonly number[];
  /** From LiveKit's death to the first packets through the one that runs then. */
  readonly rejoin: readonly number[];
}

/** So many of each; `undefined` where there is no LiveKit. */
export const measureHeard = async (times: number): Promise<HeardFigures | undefined> => {
  if (findLivekit() === undefined) return undefined;
  let [hearth, browser]: [TestHearth | undefined, Browser | undefined] = [undefined, undefined];
  try {
    [hearth, browser] = await Promise.all([startHearth(undefined, { VOICE: 'livekit' }), launch(WITH_SOUND)]);
    const come = async (name: string, hertz: number) => {
      const one = await visitor(browser as Browser, hearth as TestHearth);
      await withTone(one.context, hertz);
      await enter(one, hearth as TestHearth, name, '2d');
      return { ...one, ear: await witnessAs((hearth as TestHearth).url, await tokenOf(one.context)) };
    };
    const [ana, ben] = [await come('Ana', 440), await come('Ben', 880)];
    await Promise.all([stand(ana.ear, 'Ana', 6, 8), stand(ben.ear, 'Ben', 7.5, 8)]);
    // While somebody has another tab, a page that opens anew finds the microphone as it was.
    await ana.ear.leave();
    const found = { firstVoice: [] as number[], audibleChange: [] as number[], rejoin: [] as number[] };
    for (let time = 0; time < times; time++) {
      if (time > 0) await ana.page.reload();
      await says(ana, 'Turn on: 1 person will hear you');
      await when(ben.page, 'silence');
      const heard = when(ben.page, 'sound');
      const pressed = await press(ana);
      found.firstVoice.push((await heard) - pressed);
    }
    for (let time = 0; time < times; time++) {
      await ben.ear.perform('people.mute', { person: ana.ear.id });
      await when(ben.page, 'silence');
      const heard = when(ben.page, 'sound');
      await ben.ear.perform('people.unmute', { person: ana.ear.id });
      await ben.ear.until('Ben hears Ana', ({ hearing }) => hearing.hear.size > 0);
      const told = Date.now();
      found.audibleChange.push((await heard) - told);
    }
    for (let time = 0; time < Math.min(times, 4); time++) {
      const before = await connectionsOf(ben.page);
      const back = whenAnew(ben.page, before);
      const killed = Date.now();
      process.kill(livekitOf(hearth), 'SIGKILL');
      found.rejoin.push((await back) - killed);
      await says(ana, 'Microphone is on');
      await says(ben, 'Microphone is off');
    }
    await ben.ear.leave();
    return found;
  } finally {
    await browser?.close();
    await hearth?.remove();
  }
};

/** The 95th of a hundred. */
export const p95 = (values: readonly number[]): number => Math.max(0, percentile(values, 0.95) ?? 0);
