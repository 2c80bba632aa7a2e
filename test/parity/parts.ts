/** Everything that a person can do, in whichever part of the registry it is declared: the rows of the matrix. */
import { boardCapabilities, boardCapabilityIds, type BoardCapabilityId } from '#shared/boards/board.registry.ts';
import { capabilities, capabilityIds, type CapabilityId } from '#shared/registry.ts';
import { ritualCapabilities, ritualCapabilityIds, type RitualCapabilityId } from '#shared/rituals/ritual.registry.ts';

export type AnyId = CapabilityId | RitualCapabilityId | BoardCapabilityId;

/** In the order in which they are played: what is done at a board comes last, for it lies over the room. */
export const allIds: readonly AnyId[] = [...capabilityIds, ...ritualCapabilityIds, ...boardCapabilityIds];

const declared = { ...capabilities, ...ritualCapabilities, ...boardCapabilities };
export const labelOf = (id: AnyId): string => declared[id].label.defaultMessage;

/** The board at which what is done at a board is played. */
export const NOTICES = 'commons_notice-board';
