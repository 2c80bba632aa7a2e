import type { PersonId } from '../kernel/ids.ts';
import { floorText } from '../voice/floor.ts';
import { speakerOf } from './round.ts';
import { openStep, type Run } from './run.ts';

/** RI23. Whose voices carry now, as the room's state has it. While the run is paused, and after it, they carry as everywhere. */
export const floorOf = (run: Run): string => {
  const here = openStep(run);
  if (run.phase.status !== 'running' || !here) return '';
  const { voice } = here.step;
  if (voice === 'none') return floorText(voice, []);
  const speaker = here.part.kind === 'round' ? speakerOf(here.part)?.person : undefined;
  // Who runs it has a word to say where others have none; where all may speak, they speak as all.
  const running = voice === 'open' ? [] : [run.lead, ...run.people.filter(({ rank }) => rank === 'runs').map(({ id }) => id)];
  return floorText(voice, [speaker, run.spotlight ?? undefined, ...running].filter((id): id is PersonId => id !== undefined));
};
