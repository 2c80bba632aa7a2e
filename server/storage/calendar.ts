import type { Kysely, Transaction } from 'kysely';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { planSchema, savedScriptSchema, type Plan, type SavedScript } from '#shared/rituals/calendar.ts';
import type { Tables } from './tables.ts';

/** What is kept of rituals beyond rooms and runs; it is written as effects. */
export interface KeptCalendar {
  readonly scripts: readonly SavedScript[];
  readonly plans: readonly Plan[];
  readonly wishes: readonly { readonly plan: string; readonly person: PersonId }[];
  /** The ids of what a newer Hearth wrote, or somebody by hand: it stays as it is, and is not shown. */
  readonly unread: readonly string[];
}

export interface CalendarStorage {
  calendar(): Promise<KeptCalendar>;
  /** Forgets plans whose time was before `before` (ms since 1970). */
  forgetPlans(before: number): Promise<void>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

export const calendarStorage = (db: Kysely<Tables>): CalendarStorage => ({
  calendar: async () => {
    const scripts = await db.selectFrom('ritual_script').selectAll().execute();
    const plans = await db.selectFrom('ritual_plan').selectAll().execute();
    const wishes = await db.selectFrom('ritual_wish').selectAll().execute();
    const read = <T>(rows: typeof scripts, parse: (given: unknown) => T | undefined) => rows.map(({ id, state }) => ({ id, kept: parse(parsed(state)) }));
    const [readScripts, readPlans] = [read(scripts, (given) => savedScriptSchema.safeParse(given).data), read(plans, (given) => planSchema.safeParse(given).data)];
    return {
      scripts: readScripts.flatMap(({ kept }) => kept ?? []),
      plans: readPlans.flatMap(({ kept }) => kept ?? []),
      wishes: wishes.map(({ plan, person }) => ({ plan, person: personId(person) })),
      unread: [...readScripts, ...readPlans].flatMap(({ id, kept }) => (kept ? [] : [id])),
    };
  },
  forgetPlans: async (before) => {
    await db.deleteFrom('ritual_plan').where('at', '<', before).execute();
    await db.deleteFrom('ritual_wish').where('plan', 'not in', (query) => query.selectFrom('ritual_plan').select('id')).execute();
  },
});

type Store = Transaction<Tables>;

const keep = (table: 'ritual_script' | 'ritual_plan') => (store: Store, id: string, at: number, kept: unknown): Promise<unknown> => {
  const state = JSON.stringify(kept);
  return store.insertInto(table).values({ id, at, state }).onConflict((c) => c.column('id').doUpdateSet({ at, state })).execute();
};

/** The same of one that is there; one that is gone meanwhile stays gone. */
const change = (table: 'ritual_script' | 'ritual_plan') => (store: Store, id: string, at: number, kept: unknown): Promise<unknown> => store.updateTable(table).set({ at, state: JSON.stringify(kept) }).where('id', '=', id).execute();

/** A saved script's `at` is when it was changed last; a plan's, when it is to begin. */
export const keepScript = (store: Store, script: SavedScript): Promise<unknown> => keep('ritual_script')(store, script.id, script.changedAt, script);
export const keepPlan = (store: Store, plan: Plan): Promise<unknown> => keep('ritual_plan')(store, plan.id, plan.at, plan);
export const changeScript = (store: Store, script: SavedScript): Promise<unknown> => change('ritual_script')(store, script.id, script.changedAt, script);
export const changePlan = (store: Store, plan: Plan): Promise<unknown> => change('ritual_plan')(store, plan.id, plan.at, plan);
export const dropScript = (store: Store, id: string): Promise<unknown> => store.deleteFrom('ritual_script').where('id', '=', id).execute();
export const dropPlan = async (store: Store, id: string): Promise<unknown> => {
  await store.deleteFrom('ritual_wish').where('plan', '=', id).execute();
  return store.deleteFrom('ritual_plan').where('id', '=', id).execute();
};
export const keepWish = (store: Store, plan: string, person: PersonId, on: boolean): Promise<unknown> =>
  on
    ? store.insertInto('ritual_wish').values({ plan, person }).onConflict((c) => c.doNothing()).execute()
    : store.deleteFrom('ritual_wish').where('plan', '=', plan).where('person', '=', person).execute();
