/**
 * What a community keeps of its rituals beyond a room and a run: scripts that it changed, times that are set, and who wants to be told.
 * The server's storage is the truth of it; this is what all rooms of the campus share of it while the server lives.
 */
import * as z from 'zod/mini';
import { personId, type PersonId } from '../kernel/ids.ts';
import type { Layout } from '../rooms/layout.ts';
import type { Room } from '../rooms/room.ts';
import { PlanSign } from './plan.state.ts';
import { estimate, scriptSchema, type Frozen } from './script.ts';

/** RI34. */
export const MOST_SCRIPTS = 60;
/** RI30. */
export const MOST_PLANS = 60;
export const LONGEST_AHEAD = 2 * 366 * 24 * 3_600_000;
/** RI30. So long (ms) after its time a ritual that nobody has started is still there to be started late. */
export const KEPT_AFTER = 12 * 3_600_000;
/** For how many people a length is given where nobody knows how many will come. */
export const USUAL_COMPANY = 6;

const person = z.pipe(z.string(), z.transform(personId));
const common = { id: z.string(), /** Grows with each change. */ revision: z.int(), script: scriptSchema, by: person, byName: z.string(), /** When it was last changed (ms since 1970). */ changedAt: z.number() };

/** RI34. A script that somebody saved for everyone who runs rituals. */
export const savedScriptSchema = z.strictObject(common);
export type SavedScript = Frozen<z.output<typeof savedScriptSchema>>;

/** RI30. A ritual's time. */
export const planSchema = z.strictObject({ ...common, room: z.string(), at: z.number() });
export type Plan = Frozen<z.output<typeof planSchema>>;

export interface Claim {
  readonly by: string;
  readonly at: number;
}
/** Longer (ms) than it takes to store, or to learn that it cannot be. */
export const CLAIM_LASTS = 5_000;

export interface Calendar {
  readonly scripts: Map<string, SavedScript>;
  readonly plans: Map<string, Plan>;
  /** RI33. Who wants to be told when which one starts. */
  readonly wishes: Map<string, Set<PersonId>>;
  /** RI31. What is being changed, until it is stored: whoever changes the same meanwhile has not seen it. */
  readonly claims: Map<string, Claim>;
  /** The rooms of the campus. */
  layoutOf(room: string): Pick<Layout, 'name' | 'objects' | 'seatGroups' | 'zones'> | undefined;
}

export const emptyCalendar = (layouts: Iterable<Layout> = []): Calendar => {
  const byId = new Map<string, Layout>([...layouts].map((layout) => [layout.id, layout]));
  return { scripts: new Map(), plans: new Map(), wishes: new Map(), claims: new Map(), layoutOf: (room) => byId.get(room) };
};

/** RI33. Whoever wants to be told of a plan. */
export const askersOf = ({ wishes }: Pick<Calendar, 'wishes'>, plan: string): readonly PersonId[] => [...(wishes.get(plan) ?? [])];

export const forgetPlan = ({ plans, wishes, claims }: Pick<Calendar, 'plans' | 'wishes' | 'claims'>, id: string): void => {
  claims.delete(id);
  plans.delete(id);
  wishes.delete(id);
};

/** RI30. Lets go of what nobody has started, long after its time. */
export const forgetOldPlans = (calendar: Calendar, at: number): void => {
  for (const plan of calendar.plans.values()) if (plan.at < at - KEPT_AFTER) forgetPlan(calendar, plan.id);
};

/** Brings what a room shows of the plans up to date. */
export const showPlans = ({ facts, calendar }: Pick<Room, 'facts' | 'calendar'>): void => {
  for (const id of [...facts.plans.keys()]) if (!calendar.plans.has(id)) facts.plans.delete(id);
  for (const { id, room, at, script, byName, revision } of calendar.plans.values())
    if (facts.plans.get(id)?.revision !== revision)
      facts.plans.set(id, new PlanSign({ room, at, revision, by: byName, title: script.title, language: script.language, minutes: estimate(script, USUAL_COMPANY) }));
};
