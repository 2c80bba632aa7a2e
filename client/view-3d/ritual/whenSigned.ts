import type { Hearth } from '#client/net/hearth.ts';
import { onceSigned } from '#client/rituals/records/charter.ts';

/** What hangs the charter, fetched once there is one: where none was ever signed nothing more is. */
export const whenSigned = async (hearth: Hearth): Promise<typeof import('./hangCharter.ts')> => {
  await onceSigned(hearth);
  return import('./hangCharter.ts');
};
