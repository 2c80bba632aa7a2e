import type { PersonId } from '../kernel/ids.ts';
import type { Desk } from './desk.ts';

/** BO12. How many votes each has at most, and may give one note all of them. */
export const MOST_VOTES = 20;

/** A round of votes, as the server holds it. Nobody is sent another's ballot, whether it is open or closed. */
export interface Round {
  readonly budget: number;
  /** Counts are told only once it is closed. */
  readonly secret: boolean;
  readonly open: boolean;
  readonly ballots: ReadonlyMap<PersonId, readonly string[]>;
}

export const beginRound = (budget: number, secret: boolean): Round => ({ budget: Math.min(MOST_VOTES, Math.max(1, Math.round(budget))), secret, open: true, ballots: new Map() });

/** BO12. How many votes somebody has left. */
export const votesLeft = ({ budget, ballots }: Pick<Round, 'budget' | 'ballots'>, by: PersonId): number => budget - (ballots.get(by)?.length ?? 0);

/** BO12. Gives one vote to an element, where the round is open and there is one left; else the round as it was. */
export const vote = (round: Round, by: PersonId, id: string): Round =>
  !round.open || votesLeft(round, by) < 1 ? round : { ...round, ballots: new Map(round.ballots).set(by, [...(round.ballots.get(by) ?? []), id]) };

/** BO12. Takes one vote back. */
export const unvote = (round: Round, by: PersonId, id: string): Round => {
  const ballot = round.ballots.get(by) ?? [];
  const at = ballot.lastIndexOf(id);
  return !round.open || at < 0 ? round : { ...round, ballots: new Map(round.ballots).set(by, ballot.toSpliced(at, 1)) };
};

export const closeRound = (round: Round): Round => ({ ...round, open: false });

/** BO12. What everybody may know: how many votes each element has, or `undefined` while they are secret. */
export const tally = ({ secret, open, ballots }: Round): ReadonlyMap<string, number> | undefined => {
  if (secret && open) return undefined;
  const counts = new Map<string, number>();
  for (const id of [...ballots.values()].flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** BO12. Writes on the board what everybody may know of its round. */
export const tellRound = ({ board, round }: Pick<Desk, 'board' | 'round'>): void => {
  if (!round) return;
  const { budget, secret, open } = round;
  if (board.budget !== budget) board.budget = budget;
  if (board.secret !== secret) board.secret = secret;
  if (board.voting !== open) board.voting = open;
  const counts = tally(round) ?? new Map<string, number>();
  for (const id of board.votes.keys()) if (!counts.has(id)) board.votes.delete(id);
  for (const [id, count] of counts) if (board.votes.get(id) !== count) board.votes.set(id, count);
};
