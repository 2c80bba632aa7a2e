/** What 300 people with their names cost a browser: the product's own loop and crowd in the Commons by day, beside a mesh per part. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { builtPage } from '#test/support/builtPage.ts';
import { launch } from '#test/support/chromium.ts';
import { atMost, percentile, ratioAtMost, tableOf, type Bench, type Goal, type Row } from '../bench.ts';
import type { Measure } from './page/page.ts';

const PEOPLE = 300;
/** Few enough that the slowest machine could draw more often than ambience may. */
const FEW = 6;
const steps = ['B', 'C', 'D', 'E'] as const;

const ask = <Name extends keyof Measure>(page: Page, name: Name, ...given: Parameters<Measure[Name]>): ReturnType<Measure[Name]> =>
  page.evaluate(([called, list]) => {
    const { measure } = window as unknown as { measure: Record<string, (...all: unknown[]) => unknown> };
    return measure[called as string]?.(...(list as unknown[]));
  }, [name, given] as const) as ReturnType<Measure[Name]>;

/** The mean of the quickest third: what a machine does besides only ever makes a frame longer. */
const quickest = (times: readonly number[]): number => {
  const list = times.toSorted((a, b) => a - b).slice(0, Math.max(1, Math.ceil(times.length / 3)));
  return list.reduce((sum, time) => sum + time, 0) / list.length;
};
const ratioOf = ({ base, step }: { readonly base: readonly number[]; readonly step: readonly number[] }): number => quickest(step) / quickest(base);

const scriptGoal: Goal = {
  words: 'script_p95_ms_300 ≤ 6, or ≤ 1 : 10 of naive_script_p95_ms_300',
  met: ({ script_p95_ms_300: ours, naive_script_p95_ms_300: naive }) => (ours === undefined || naive === undefined ? undefined : ours <= 6 || ours <= naive / 10),
};

export const crowd: Bench = {
  about: `what ${PEOPLE} people with their names cost a browser, beside a mesh per part; when it draws; and what each step of the ladder spares.`,
  goals: [
    atMost('draw_calls_300', 60), scriptGoal, atMost('triangles_300', 250_000), atMost('outlined_draw_calls_300', 60), atMost('outlined_triangles_300', 250_000),
    atMost('ambient_frames_per_s', 20), ratioAtMost('possible_frames_per_s', 'walking_frames_per_s', 1.3),
    atMost('idle_frames_per_s', 0), ratioAtMost('frames_ratio_e', 'frames_ratio_a', 0.8),
    // No step costs more than the one above; a twentieth is what two measurements of one step differ by.
    ...steps.map((step, i) => ratioAtMost(`frames_ratio_${step.toLowerCase()}`, `frames_ratio_${(steps[i - 1] ?? 'A').toLowerCase()}`, 1.05)),
  ],
  run: async ({ quick, note }) => {
    const served = await builtPage(join(import.meta.dirname, 'page'));
    const browser = await launch();
    try {
      const page = await browser.newPage({ viewport: { width: 320, height: 240 } });
      await page.goto(served.url);
      const seconds = quick ? 2 : 5;
      const alone = await ask(page, 'run', { people: 1, level: 'A', walks: false, still: false }, 0.5);
      const full = await ask(page, 'run', { people: PEOPLE, level: 'A', walks: true, still: false }, seconds);
      if (full.calls <= alone.calls || full.triangles <= alone.triangles) throw new Error('Counters of draws and triangles that do not move with people count nothing.');
      note(`${PEOPLE} people: ${full.calls} draws and ${full.triangles} triangles; one: ${alone.calls} and ${alone.triangles}.`);

      const outlined = await ask(page, 'run', { people: PEOPLE, level: 'A', walks: true, still: false, outlines: true }, 0.5);
      if (outlined.calls <= full.calls) throw new Error('Outlines that are no draw are not drawn.');
      note(`with clear outlines: ${outlined.calls} draws and ${outlined.triangles} triangles.`);

      // By turns, the better of each: what else a machine does comes and goes within seconds.
      const [possible, walking] = [{ frames: 0 }, { frames: 0 }];
      for (let turn = 0; turn < (quick ? 1 : 3); turn++) {
        for (const [best, wish] of [[possible, { walks: false, pressed: true }], [walking, { walks: true }]] as const) {
          best.frames = Math.max(best.frames, (await ask(page, 'run', { people: FEW, level: 'D', still: false, ...wish }, seconds / 2)).frames);
        }
      }
      const ambient = await ask(page, 'run', { people: FEW, level: 'D', walks: false, still: false }, seconds);
      const stepping = await ask(page, 'run', { people: FEW, level: 'D', walks: true, still: true }, seconds);
      const idle = await ask(page, 'run', { people: FEW, level: 'D', walks: false, still: true }, seconds);
      if (stepping.frames === 0) throw new Error('A counter of frames that does not move with people counts nothing.');
      note(`frames a second: ${possible.frames.toFixed(1)} where every frame asks for the next, ${walking.frames.toFixed(1)} while people walk, ${ambient.frames.toFixed(1)} of ambience, ${stepping.frames.toFixed(1)} while people walk with reduced motion, ${idle.frames} when nobody does.`);

      const { ours, naive, naiveCalls } = await ask(page, 'beside', PEOPLE, quick ? 30 : 120);
      const p95 = (list: readonly number[]): number => percentile(list, 0.95) ?? NaN;
      const p50 = (list: readonly number[]): number => percentile(list, 0.5) ?? NaN;
      note(`a mesh per part: ${naiveCalls} draws, script p50 ${p50(naive).toFixed(1)} ms; ours p50 ${p50(ours).toFixed(1)} ms.`);

      const dense = await browser.newPage({ viewport: { width: 320, height: 240 }, deviceScaleFactor: 1.5 });
      await dense.goto(served.url);
      const ratios: Record<string, number> = { frames_ratio_a: 1 };
      for (const step of steps) ratios[`frames_ratio_${step.toLowerCase()}`] = ratioOf(await ask(dense, 'pairs', PEOPLE, step, quick ? 12 : 30));
      ratios['frames_ratio_outlined'] = ratioOf(await ask(dense, 'pairs', PEOPLE, 'A', quick ? 12 : 30, true));
      note(`a frame with clear outlines takes ${ratios['frames_ratio_outlined'].toFixed(2)} times one at A without.`);
      note(`a frame at ${steps.map((step) => `${step} takes ${ratios[`frames_ratio_${step.toLowerCase()}`]?.toFixed(2)}`).join(', ')} times one at A.`);

      const figures = {
        draw_calls_300: full.calls, triangles_300: full.triangles, outlined_draw_calls_300: outlined.calls, outlined_triangles_300: outlined.triangles, script_p95_ms_300: p95(ours), naive_script_p95_ms_300: p95(naive),
        script_p50_ms_300: p50(ours), naive_script_p50_ms_300: p50(naive), naive_draw_calls_300: naiveCalls,
        ambient_frames_per_s: ambient.frames, idle_frames_per_s: idle.frames, walking_frames_per_s: walking.frames, possible_frames_per_s: possible.frames, ...ratios,
      };
      const rows: Row[] = [
        { what: 'ours', people: PEOPLE, draws: full.calls, triangles: full.triangles, 'script p50 ms': p50(ours), 'script p95 ms': p95(ours) },
        { what: 'with clear outlines', people: PEOPLE, draws: outlined.calls, triangles: outlined.triangles },
        { what: 'a mesh per part', people: PEOPLE, draws: naiveCalls, 'script p50 ms': p50(naive), 'script p95 ms': p95(naive) },
        { what: 'ours', people: 1, draws: alone.calls, triangles: alone.triangles },
      ];
      return {
        figures, rows,
        table: [...tableOf(rows), '', '  Script is what the page does for a frame: people, poses, names, camera, submitting. A mesh per part has neither room nor names.', '  The steps are compared by whole frames, by turns, the quickest third of each, in software WebGL where there is no other; on a graphics card pixels matter more.'],
      };
    } finally {
      await browser.close();
      await served.close();
    }
  },
};
