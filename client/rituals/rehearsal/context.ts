import { createContext, useContext } from 'react';
import type { RitualCapabilityId, RitualPayload } from '#shared/rituals/ritual.registry.ts';

/** Why something of a ritual cannot be done now, in words, and the doing of it. */
export interface RitualActs {
  readonly refusalOf: (id: RitualCapabilityId, payload: unknown) => string | undefined;
  /** The same, whatever it would be done with. */
  readonly permitOf: (id: RitualCapabilityId) => string | undefined;
  readonly perform: <Id extends RitualCapabilityId>(id: Id, payload: RitualPayload<Id>) => Promise<boolean>;
}

/** RI42. Within a rehearsal, what is done is done in it, and nothing of the room is shown. */
export const RehearsalContext = createContext<RitualActs | undefined>(undefined);
export const useIsRehearsal = (): boolean => useContext(RehearsalContext) !== undefined;
