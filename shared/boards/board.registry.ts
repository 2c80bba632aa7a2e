/** Everything a person can do at a board, and hear there: the part of the registry that a page fetches when it opens a board. */
import type { Capability, PayloadOf } from '../kernel/capability.ts';
import { cueKindsIn } from '../kernel/cue.ts';
import { refusalKindsIn } from '../kernel/refusal.ts';
import { fingerprintOf, PROTOCOL } from '../registry.ts';
import type { BoardView } from './board.ts';
import { bringBack, keepCopy, letGuests, listCopies, renameBoard, ruleBoard, showAuthors } from './board.capabilities.ts';
import { boardCues } from './boards.cues.ts';
import { boardRefusals } from './boards.refusals.ts';
import type { Desk } from './desk.ts';
import { addElements, beginWriting, deleteElements, editElements, endWriting, moveElements, redoOnBoard, undoOnBoard, writeText } from './elements.capabilities.ts';
import { closeVotes, giveVote, openVotes, takeVoteBack } from './votes.capabilities.ts';

/** In the order in which both editors show them. */
export const boardCapabilities = {
  'board.add': addElements,
  'board.write': writeText,
  'board.move': moveElements,
  'board.edit': editElements,
  'board.delete': deleteElements,
  'board.undo': undoOnBoard,
  'board.redo': redoOnBoard,
  'board.hold': beginWriting,
  'board.release': endWriting,
  'board.vote': giveVote,
  'board.unvote': takeVoteBack,
  'board.openVotes': openVotes,
  'board.closeVotes': closeVotes,
  'board.rename': renameBoard,
  'board.mode': ruleBoard,
  'board.authors': showAuthors,
  'board.guests': letGuests,
  'board.keep': keepCopy,
  'board.copies': listCopies,
  'board.restore': bringBack,
} as const;

export type BoardCapabilityId = keyof typeof boardCapabilities;
export type BoardPayload<Id extends BoardCapabilityId> = PayloadOf<(typeof boardCapabilities)[Id]>;
export type AnyBoardCapability = Capability<BoardCapabilityId, import('zod/mini').ZodMiniType, unknown, BoardView, Desk>;

export const boardCapabilityIds = Object.keys(boardCapabilities) as readonly BoardCapabilityId[];
export const isBoardCapabilityId = (id: string): id is BoardCapabilityId => Object.hasOwn(boardCapabilities, id);
export const boardCapabilityOf = (id: BoardCapabilityId): AnyBoardCapability => boardCapabilities[id] as unknown as AnyBoardCapability;
export const boardCueKinds = cueKindsIn(boardCues);
export const boardRefusalKinds = refusalKindsIn(boardRefusals);

/** The handshake of a page with a board. */
export const BOARD_PROTOCOL = `${PROTOCOL}-${fingerprintOf([...boardCapabilityIds, ...boardCueKinds.keys(), ...boardRefusalKinds.keys()])}`;
