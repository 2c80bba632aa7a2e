/** A round: everyone's turn, in an order, with nobody passed over. */
import type { PersonId } from '../kernel/ids.ts';
import type { Setting } from './events.ts';
import { actsIn, between, MINUTE, type Run, type RoundPart, type Turn } from './run.ts';
import type { Order, StepOf } from './script.ts';

/** Somebody's turn that has not come to its end. */
export const isOpen = ({ state }: Turn): boolean => state === 'waiting' || state === 'called' || state === 'later' || state === 'speaking';
export const speakerOf = ({ turns }: Pick<RoundPart, 'turns'>): Extract<Turn, { readonly state: 'speaking' }> | undefined => turns.find((one) => one.state === 'speaking');
export const turnOf = ({ turns }: Pick<RoundPart, 'turns'>, id: PersonId): Turn | undefined => turns.find(({ person }) => person === id);

export const withTurn = (part: RoundPart, turn: Turn): RoundPart => ({ ...part, turns: part.turns.map((one) => (one.person === turn.person ? turn : one)) });

/** One of each group after another, for as long as they last. */
const alternating = <T>(groups: readonly (readonly T[])[]): readonly T[] =>
  Array.from({ length: Math.max(0, ...groups.map(({ length }) => length)) }, (_, at) => groups.flatMap((group) => group.slice(at, at + 1))).flat();

const shuffled = <T>(items: readonly T[], chance: () => number): readonly T[] =>
  items.map((item) => ({ item, lot: chance() })).toSorted((a, b) => a.lot - b.lot).map(({ item }) => item);

/** RI7. Those who are here come first, in the step's order; then who was there and is away. */
const ordered = (order: Order, run: Run, setting: Setting): readonly PersonId[] => {
  const here = setting.here.map(({ id }) => id);
  const away = run.people.map(({ id }) => id).filter((id) => !here.includes(id));
  const spoke = new Map(run.people.map(({ id, spoke: ms }) => [id, ms]));
  const inOrder = (): readonly PersonId[] => {
    switch (order) {
      case 'random': return shuffled(here, setting.chance);
      case 'least': return here.toSorted((a, b) => (spoke.get(a) ?? 0) - (spoke.get(b) ?? 0));
      case 'alternate': return alternating([...Map.groupBy(here, (id) => setting.venueOf(id)).values()]);
      case 'hand': return [...setting.hands.filter((id) => here.includes(id)), ...here.filter((id) => !setting.hands.includes(id))];
      case 'seat': return here;
    }
  };
  return [...new Set([...inOrder(), ...away])];
};

/** RI7, RI11, RI15. Adds a turn for everyone who acts in the step and has none yet, in its order; the first time that is everyone. */
export const seatTurns = (part: RoundPart, step: StepOf<'round'>, run: Run, setting: Setting): RoundPart => {
  const ranks = new Map(run.people.map(({ id, rank }) => [id, rank]));
  const missing = ordered(step.order, run, setting).filter((person) => actsIn(step, ranks.get(person) ?? 'guest') && ranks.has(person) && !turnOf(part, person));
  return missing.length === 0 ? part : { ...part, turns: [...part.turns, ...missing.map((person): Turn => ({ person, state: 'waiting' }))] };
};

/**
 * RI7, RI11. Those who are here in the order in which they will be asked as things stand, without whoever speaks: who was called, then who
 * waits, then who said later; by hand, of these two those alone whose hand is up.
 */
export const turnsToCome = ({ turns }: RoundPart, { order }: Pick<StepOf<'round'>, 'order'>, { here, hands }: Pick<Setting, 'here' | 'hands'>): readonly PersonId[] => {
  const present = new Set(here.map(({ id }) => id));
  const of = (state: Turn['state']): readonly PersonId[] => turns.filter((one) => one.state === state && present.has(one.person)).map(({ person }) => person);
  const rest = [...of('waiting'), ...of('later')];
  if (order !== 'hand') return [...of('called'), ...rest];
  const open = new Set(rest);
  return [...of('called'), ...hands.filter((id) => open.has(id))];
};

/** Whose turn comes next. `after` has just said later and does not come at once. */
export const nextUp = (part: RoundPart, step: Pick<StepOf<'round'>, 'order'>, company: Pick<Setting, 'here' | 'hands'>, after?: PersonId): PersonId | undefined =>
  turnsToCome(part, step, company).find((id) => id !== after);

/** Gives a turn to whoever is next, unless somebody has it. `at` is the run's own clock. */
export const giveTurn = (part: RoundPart, step: StepOf<'round'>, setting: Setting, at: number, after?: PersonId): { readonly part: RoundPart; readonly to: PersonId | undefined } => {
  const to = speakerOf(part) ? undefined : nextUp(part, step, setting, after);
  return { part: to === undefined ? part : beginTurn(part, step, to, at), to };
};

export const beginTurn = (part: RoundPart, step: Pick<StepOf<'round'>, 'turn'>, person: PersonId, at: number): RoundPart =>
  withTurn(part, { person, state: 'speaking', since: at, until: at + step.turn * MINUTE });

/** How long somebody has spoken in a turn that ends now; 0 for one that had not begun. */
export const tookOf = (turn: Turn | undefined, at: number): number => (turn?.state === 'speaking' ? between(turn.since, at) : 0);

/** RI9. What becomes of a round's turns when its step is over: whoever speaks has spoken, and who has not may still write. */
export const closeTurns = (part: RoundPart, at: number): RoundPart => ({
  ...part,
  turns: part.turns.map((one): Turn => (one.state === 'speaking' ? { person: one.person, state: 'spoken', took: tookOf(one, at) } : isOpen(one) ? { person: one.person, state: 'left' } : one)),
});

/** RI16. What becomes of them when one goes back from it, and of those that were left when one comes back to it: they wait. */
export const restTurns = (part: RoundPart): RoundPart => ({ ...part, turns: part.turns.map((one): Turn => (one.state === 'speaking' || one.state === 'left' ? { person: one.person, state: 'waiting' } : one)) });

/** RI9. Those here whose turns are open. */
export const openTurns = ({ turns }: Pick<RoundPart, 'turns'>, here: readonly { readonly id: PersonId }[]): readonly PersonId[] => {
  const present = new Set(here.map(({ id }) => id));
  return turns.filter((one) => isOpen(one) && present.has(one.person)).map(({ person }) => person);
};
