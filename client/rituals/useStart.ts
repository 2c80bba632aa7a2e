import type { Script } from '#shared/rituals/script.ts';
import { toRitual } from './toRitual.ts';
import { useRitualActs } from './useRitual.ts';

/** Starts a ritual, at the time that was set for it or another; whoever did runs it now, and `onStarted` has closed what they started it from. */
export const useStart = (onStarted?: () => void): ((script: Script, plan?: string) => Promise<void>) => {
  const { perform } = useRitualActs();
  return async (script, plan) => {
    if (!(await perform('ritual.start', { script, plan }))) return;
    onStarted?.();
    toRitual('anywhere');
  };
};
