import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { launch } from './chromium.ts';
import { startHearth, type TestHearth } from './hearth.ts';

interface Setup {
  readonly hearth: TestHearth;
  readonly browser: Browser;
}

/** One server and one browser for a file of tests; `roomsIn` makes a folder of layouts of their own. Pages are closed after each test: a picture that nobody looks at is drawn all the same. */
export const setUp = (roomsIn?: (folder: string) => string): Setup => {
  // Pictures drawn in software, on a machine that has other things to do.
  vi.setConfig({ testTimeout: 120_000 });
  const made: { hearth?: TestHearth; browser?: Browser } = {};
  beforeAll(async () => {
    made.hearth = await startHearth(roomsIn);
    made.browser = await launch();
  });
  afterEach(async () => {
    await Promise.all((made.browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await made.browser?.close();
    await made.hearth?.remove();
  });
  const ready = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('setUp() has not run yet.');
    return one;
  };
  return {
    get hearth() {
      return ready(made.hearth);
    },
    get browser() {
      return ready(made.browser);
    },
  };
};
