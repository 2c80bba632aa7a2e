import type { BoardCapabilityId } from '#shared/boards/board.registry.ts';

/** Where the outline offers each capability: one that is missing does not compile. `data-board` marks the control. */
export const outlineControls = {
  'board.add': 'tool',
  'board.write': 'note',
  'board.move': 'note',
  'board.edit': 'note',
  'board.delete': 'note',
  'board.undo': 'tool',
  'board.redo': 'tool',
  'board.hold': 'dialog',
  'board.release': 'dialog',
  'board.vote': 'note',
  'board.unvote': 'note',
  'board.openVotes': 'dialog',
  'board.closeVotes': 'dialog',
  'board.rename': 'dialog',
  'board.mode': 'dialog',
  'board.authors': 'dialog',
  'board.guests': 'dialog',
  'board.keep': 'dialog',
  'board.copies': 'dialog',
  'board.restore': 'dialog',
} as const satisfies Record<BoardCapabilityId, 'tool' | 'note' | 'dialog'>;
