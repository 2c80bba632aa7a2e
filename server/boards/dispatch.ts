import { boardCapabilityOf, isBoardCapabilityId, type AnyBoardCapability } from '#shared/boards/board.registry.ts';
import { boardRefusals } from '#shared/boards/boards.refusals.ts';
import type { Desk } from '#shared/boards/desk.ts';
import type { Actor, Moment } from '#shared/kernel/capability.ts';
import type { Command } from '#shared/kernel/command.ts';
import { refuse } from '#shared/kernel/refusal.ts';
import { dispatchBy, type Catalogue, type Dispatched } from '../host/dispatch.ts';
import type { Rates } from '../host/rates.ts';

const ofBoards: Catalogue<Desk, AnyBoardCapability> = {
  find: (id) => (isBoardCapabilityId(id) ? boardCapabilityOf(id) : undefined),
  permit: (desk, actor, capability) => capability.permit(desk, actor),
  // BO20. The first field that is wrong, as it is written: `elements.0.link`.
  malformed: ({ issues: [issue] }) => refuse(boardRefusals.invalid, { field: (issue?.path ?? []).map(String).join('.').slice(0, 80) || 'payload' }),
};

/** The same one door as that of rooms, for what is done on a board. */
export const dispatchOnBoard = (desk: Desk, actor: Actor, command: Command, moment: Moment, rates: Pick<Rates, 'take'>): Dispatched<Desk, AnyBoardCapability> => dispatchBy(ofBoards, desk, actor, command, moment, rates);
