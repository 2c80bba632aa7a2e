import { useHearth, usePage } from '#client/app/context.tsx';
import type { Reading } from './talks.ts';

/** What was said and how much of it one has read. */
export const useReading = (): Reading => {
  const lines = useHearth((state) => state.lines);
  const you = useHearth((state) => state.you);
  const linesSince = useHearth((state) => state.linesSince);
  const readAt = usePage((state) => state.readAt);
  return { lines, you, linesSince, readAt };
};
