import type { Visit } from '#client/app/context.tsx';
import { sitsAtVenue } from '#shared/seats/seats.rules.ts';

/** SE8. Says at which venue one is, empty for none, and sits down with those who are there. */
export const comeToVenue = async ({ hearth, perform }: Pick<Visit, 'hearth' | 'perform'>, venue: string): Promise<void> => {
  if (!(await perform('people.venue', { venue }))) return;
  const { you } = hearth.store.current;
  if (you !== undefined && sitsAtVenue(hearth.view, you, venue)) await perform('seat.sit', {});
};
