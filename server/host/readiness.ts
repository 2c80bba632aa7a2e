import type { Store } from '../storage/storage.ts';

const PROBE = 'readiness';
/** A probe that does not answer within this (ms) has failed. */
const PATIENCE = 2_500;
/** Its answer holds for so long (ms): anybody may ask, and it writes. */
const REMEMBERED = 2_000;

/** Answers whether lasting facts can be stored now. Only a write can tell: a full disk is read as ever. */
export const readinessOf = (storage: Pick<Store, 'settleSetting' | 'forgetSetting'>, now: () => number): (() => Promise<boolean>) => {
  let asked = -Infinity;
  let answer = Promise.resolve(false);
  const probe = async (): Promise<boolean> => {
    const value = String(now());
    // Another process on the same database may have left its own.
    await storage.forgetSetting(PROBE, await storage.settleSetting(PROBE, value));
    return true;
  };
  return () => {
    if (now() - asked < REMEMBERED) return answer;
    asked = now();
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false).unref());
    answer = Promise.race([late, probe().catch(() => false)]);
    return answer;
  };
};
