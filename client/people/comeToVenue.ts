import type { Visit } from '#client/app/context.tsx';
import { joinsVenue, sitsAtVenue } from '#shared/seats/seats.rules.ts';

type Here = Pick<Visit, 'hearth' | 'perform'>;

/** SE8. Says at which venue one is, empty for none, and sits down with those who are there. */
export const comeToVenue = async ({ hearth, perform }: Here, venue: string): Promise<void> => {
  if (!(await perform('people.venue', { venue }))) return;
  const { you } = hearth.store.current;
  if (you !== undefined && sitsAtVenue(hearth.view, you, venue)) await perform('seat.sit', {});
};

/** SE8. Through a portal, one sits down with those of one's venue who sit there. */
export const joinVenue = async ({ hearth, perform }: Here): Promise<void> => {
  const { you } = hearth.store.current;
  if (you !== undefined && joinsVenue(hearth.view, you)) await perform('seat.sit', {});
};
