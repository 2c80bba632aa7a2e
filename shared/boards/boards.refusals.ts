import { refusalKind } from '../kernel/refusal.ts';

export const boardRefusals = {
  viewer: refusalKind('board.viewer', 'You may read this board. A facilitator can let you change it.', 'standing'),
  frozen: refusalKind('board.frozen', 'The board is frozen: nobody but a facilitator changes it now.'),
  notYours: refusalKind('board.notYours', 'On this board you change what you made yourself. You can add a note beside it.'),
  locked: refusalKind('board.locked', 'This is locked. Whoever made it, or a facilitator, can unlock it.'),
  held: refusalKind('board.held', '{name} is writing in this. You can go on when {name} stops.'),
  gone: refusalKind('board.gone', 'This is not on the board any more.'),
  taken: refusalKind('board.taken', 'There is something of this id already. Nothing has changed.'),
  noSuchTarget: refusalKind('board.noSuchTarget', 'This leads to, or stands in, something that is not on the board. Nothing has changed.'),
  notOfKind: refusalKind('board.notOfKind', 'This cannot be changed in that way. Nothing has changed.'),
  stale: refusalKind('board.stale', 'The text changed while you were writing. Now it reads: {now}. Yours is kept: read both, then send it again.'),
  full: refusalKind('board.full', 'The board is full: it holds {most} things. Delete some, or start another board.'),
  invalid: refusalKind('board.invalid', 'The board cannot take this: {field} is not as it has to be. Nothing has changed.'),
  noVotes: refusalKind('board.noVotes', 'No votes are open. A facilitator can open them.'),
  noVotesLeft: refusalKind('board.noVotesLeft', 'You have given all your votes. Take one back to give it to another note.'),
  noVoteOfYours: refusalKind('board.noVoteOfYours', 'You have given this no vote.'),
  noCopy: refusalKind('board.noCopy', 'There is no such copy any more.'),
  copiesFull: refusalKind('board.copiesFull', 'The board has {most} copies with a name, and takes no more. What is on it now is kept every ten minutes of work, without one.'),
  notHere: refusalKind('board.notHere', 'You are not at this board any more. Reload to come back to it.'),
  nothingToUndo: refusalKind('board.nothingToUndo', 'You have nothing here to undo.'),
  nothingToRedo: refusalKind('board.nothingToRedo', 'You have nothing here to redo.'),
} as const;
