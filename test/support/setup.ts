import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { launch } from './chromium.ts';
import { startHearth, type TestHearth } from './hearth.ts';
import type { Environment } from './server-process.ts';

interface Setup {
  readonly hearth: TestHearth;
  readonly browser: Browser;
}

/**
 * One browser for a file of tests, and one server for the file or for each test: where who was there before would still stand
 * where one arrives. `roomsIn` makes a folder of layouts of their own. Pages are closed after each test: a picture that nobody
 * looks at is drawn all the same.
 */
export const setUp = (roomsIn?: (folder: string) => string, serverFor: 'file' | 'test' = 'file', settings: Environment = {}): Setup => {
  // Pictures drawn in software, on a machine that has other things to do.
  vi.setConfig({ testTimeout: 120_000 });
  const made: { hearth?: TestHearth; browser?: Browser } = {};
  const [before, after] = serverFor === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach];
  beforeAll(async () => {
    made.browser = await launch();
  });
  before(async () => {
    made.hearth = await startHearth(roomsIn, settings);
  });
  after(() => made.hearth?.remove());
  // Hooks after a test run from the last to the first.
  afterEach(async () => {
    await Promise.all((made.browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(() => made.browser?.close());
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
