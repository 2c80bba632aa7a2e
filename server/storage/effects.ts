import type { Transaction } from 'kysely';
import type { Effect } from '#shared/kernel/effect.ts';
import { changePlan, changeScript, dropPlan, dropScript, keepPlan, keepScript, keepWish } from './calendar.ts';
import { rowOfInvitation } from './invitations.ts';
import { writeRun } from './runs.ts';
import type { Tables } from './tables.ts';

type Store = Transaction<Tables>;
type Writers = { readonly [K in Effect['kind']]: (store: Store, effect: Extract<Effect, { kind: K }>) => Promise<unknown> };

/** How each effect of a command is written, within its transaction. A line has a column of its own in the fact. */
const writers: Writers = {
  line: async () => undefined,
  lineEdited: (store, { line, text, at }) => store.updateTable('line').set({ text, edited_at: at }).where('id', '=', line).where('removed_by', 'is', null).execute(),
  lineRemoved: (store, { line, by }) => store.updateTable('line').set({ text: '', removed_by: by }).where('id', '=', line).execute(),
  relation: (store, { from, to, relation, on, at }) =>
    on
      ? store.insertInto('block').values({ blocker: from, blocked: to, kind: relation, at }).onConflict((c) => c.doNothing()).execute()
      : store.deleteFrom('block').where('blocker', '=', from).where('blocked', '=', to).where('kind', '=', relation).execute(),
  ban: (store, { id, person, by, at, until, reason }) => store.insertInto('ban').values({ id, person, by, at, until, reason, invitation: null, lifted_at: null }).onConflict((c) => c.doNothing()).execute(),
  banLifted: (store, { id, at }) => store.updateTable('ban').set({ lifted_at: at }).where('id', '=', id).where('lifted_at', 'is', null).execute(),
  invitation: (store, { invitation }) => store.insertInto('invitation').values(rowOfInvitation(invitation)).onConflict((c) => c.doNothing()).execute(),
  invitationRevoked: (store, { id, at }) => store.updateTable('invitation').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null).execute(),
  linkOf: (store, { person, at }) =>
    store
      .updateTable('invitation')
      .set({ revoked_at: at })
      .where('revoked_at', 'is', null)
      .where('id', 'in', (query) => query.selectFrom('person').select('came_by').where('id', '=', person).where('came_by', 'is not', null).$castTo<{ came_by: string }>())
      .execute(),
  standing: (store, { person, standing, duties }) => store.updateTable('person').set({ standing, duties: JSON.stringify(duties) }).where('id', '=', person).execute(),
  held: (store, { person, by }) => store.updateTable('person').set({ held_by: by }).where('id', '=', person).execute(),
  run: (store, { run }) => writeRun(store, run),
  look: (store, { person, look, pronouns }) => store.updateTable('person').set({ look, pronouns }).where('id', '=', person).execute(),
  settings: (store, { person, settings }) => store.updateTable('person').set({ settings: JSON.stringify(settings) }).where('id', '=', person).execute(),
  venue: (store, { person, venue }) => store.updateTable('person').set({ venue }).where('id', '=', person).execute(),
  script: (store, { script, before }) => (before ? changeScript : keepScript)(store, script),
  scriptRemoved: (store, { script }) => dropScript(store, script.id),
  plan: (store, { plan, before }) => (before ? changePlan : keepPlan)(store, plan),
  planRemoved: (store, { plan }) => dropPlan(store, plan.id),
  wish: (store, { plan, person, on }) => keepWish(store, plan, person, on),
};

export const writeEffect = async (store: Store, effect: Effect): Promise<void> => {
  const write = writers[effect.kind] as (store: Store, effect: Effect) => Promise<unknown>;
  await write(store, effect);
};

/** Takes back what may have been stored though it was refused, where that would keep someone out, let someone in, or show everyone what is not so. */
export const undoEffect = async (store: Store, effect: Effect): Promise<void> => {
  if (effect.kind === 'ban') await store.deleteFrom('ban').where('id', '=', effect.id).execute();
  else if (effect.kind === 'invitation') await store.deleteFrom('invitation').where('id', '=', effect.invitation.id).execute();
  else if (effect.kind === 'held') await writeEffect(store, { ...effect, by: effect.before });
  else if (effect.kind === 'script') await (effect.before ? keepScript(store, effect.before) : dropScript(store, effect.script.id));
  else if (effect.kind === 'scriptRemoved') await keepScript(store, effect.script);
  else if (effect.kind === 'plan') await (effect.before ? keepPlan(store, effect.before) : dropPlan(store, effect.plan.id));
  else if (effect.kind === 'planRemoved') await keepPlan(store, effect.plan);
  else if (effect.kind === 'relation') await writeEffect(store, { ...effect, on: !effect.on });
};
