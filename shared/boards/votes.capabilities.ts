import * as z from 'zod/mini';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { andThen, dispatchRefusals, grant, refuse, type Permit } from '../kernel/refusal.ts';
import { handOf, roleOf, type BoardView } from './board.ts';
import { boardCues, toOthers } from './boards.cues.ts';
import { boardRefusals } from './boards.refusals.ts';
import type { Desk } from './desk.ts';
import { elementId } from './fields.ts';
import { mayChange } from './permission.ts';
import { beginRound, closeRound, MOST_VOTES, tellRound, unvote, vote } from './votes.ts';

/** BO7. Only whoever guides a board. */
export const facilitatesBoard = ({ board }: BoardView, actor: Actor): Permit => (roleOf(board, actor) === 'facilitator' ? grant : refuse(dispatchRefusals.standing));

/** BO12. Also on a frozen board: a vote changes nothing that lies on it. */
const mayVote = (view: BoardView, actor: Actor): Permit =>
  andThen(mayChange({ mode: 'open' }, handOf(view, actor)), () => (view.board.voting ? grant : refuse(boardRefusals.noVotes)));
const isThere = ({ board }: BoardView, id: string): Permit => (board.elements.get(id)?.deletedAt === 0 ? grant : refuse(boardRefusals.gone));

// Whoever knows when somebody voted, and then sees a count, knows for what: the log keeps no name.
const common = { anchor: 'board', record: 'anonymous', scope: 'board' } as const;

export const giveVote = defineCapability({
  ...common,
  id: 'board.vote',
  label: 'Vote',
  help: 'Give a note one of your votes. You may give it several. Nobody is told who voted for what.',
  undo: 'board.unvote',
  payload: z.strictObject({ element: elementId }),
  permit: (view: BoardView, actor) => andThen(mayVote(view, actor), () => (view.ballotOf(actor.id).length < view.board.budget ? grant : refuse(boardRefusals.noVotesLeft))),
  accepts: (view: BoardView, _actor, { element }) => isThere(view, element),
  apply: (desk: Desk, actor, { element }) => {
    if (desk.round) desk.round = vote(desk.round, actor.id, element);
    tellRound(desk);
  },
});

export const takeVoteBack = defineCapability({
  ...common,
  id: 'board.unvote',
  label: 'Take a vote back',
  help: 'Take one of your votes back from a note.',
  undo: 'board.vote',
  payload: z.strictObject({ element: elementId }),
  permit: mayVote,
  accepts: (view: BoardView, actor, { element }) => (view.ballotOf(actor.id).includes(element) ? grant : refuse(boardRefusals.noVoteOfYours)),
  apply: (desk: Desk, actor, { element }) => {
    if (desk.round) desk.round = unvote(desk.round, actor.id, element);
    tellRound(desk);
  },
});

export const openVotes = defineCapability({
  ...common,
  record: 'named',
  id: 'board.openVotes',
  label: 'Open votes',
  help: 'Give everybody at the board so many votes. Earlier counts go.',
  payload: z.strictObject({ budget: z.int().check(z.gte(1), z.lte(MOST_VOTES)), secret: z.boolean() }),
  permit: facilitatesBoard,
  apply: (desk: Desk, _actor, { budget, secret }) => {
    desk.round = beginRound(budget, secret);
    tellRound(desk);
    return { budget, secret };
  },
  cues: ({ budget, secret }, actor, desk: Desk) => [toOthers(desk, actor, boardCues.votesBegun, { budget, secret: secret ? 'yes' : 'no' })],
});

export const closeVotes = defineCapability({
  ...common,
  record: 'named',
  id: 'board.closeVotes',
  label: 'Close votes',
  help: 'End the votes. Everybody sees the counts.',
  payload: z.strictObject({}),
  permit: (view: BoardView, actor) => andThen(facilitatesBoard(view, actor), () => (view.board.voting ? grant : refuse(boardRefusals.noVotes))),
  apply: (desk: Desk) => {
    if (desk.round) desk.round = closeRound(desk.round);
    tellRound(desk);
  },
  cues: (_outcome, actor, desk: Desk) => [toOthers(desk, actor, boardCues.votesClosed)],
});
