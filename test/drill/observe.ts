/** What the product shows and answers after a restart, as facts that the oracle judges. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { parseSettings } from '#client/settings/settings.ts';
import type { Line } from '#shared/chat/chat.ts';
import { untilIn } from '#test/support/visitors.ts';
import { auditOf, isBack, linksOf, type Crowd, type Drilled } from './people.ts';
import type { Observed } from './oracle.ts';

/** As many lines as a newcomer is shown. */
const SHOWN = 100;
/** How long everyone has to come back (ms). */
const PATIENCE = 30_000;

type Kept = Pick<Line, 'id' | 'text'>;

/** Every line that is stored, oldest first. */
const storedLines = (folder: string): readonly Kept[] => {
  const database = new DatabaseSync(join(folder, 'hearth.sqlite'), { readOnly: true });
  try {
    return database.prepare('select id, text from line order by at, id').all().map((row) => ({ id: String(row['id']) as Line['id'], text: String(row['text']) }));
  } finally {
    database.close();
  }
};

/** Every picture that is stored, by how large it is. */
const storedPictures = (folder: string): readonly string[] => {
  const database = new DatabaseSync(join(folder, 'hearth.sqlite'), { readOnly: true });
  try {
    return database.prepare('select width, height from board_image').all().map(({ width, height }) => `${Number(width)} × ${Number(height)}`);
  } finally {
    database.close();
  }
};

/** Waits until everyone is back as who they were; those who are not, in words. */
export const allBack = async ({ all }: Crowd): Promise<readonly string[]> => {
  const back = async ({ name, id, visit }: Drilled): Promise<readonly string[]> => {
    const status = await isBack({ visit }, PATIENCE).catch(() => 'away' as const);
    const { you, facts } = visit.store.current;
    if (status !== 'here') return [`${name} did not come back within ${PATIENCE / 1000} s: ${status}`];
    return you === id && facts.people.get(id)?.name === name ? [] : [`${name} came back as someone else`];
  };
  return (await Promise.all(all.map(back))).flat();
};

/** The last lines as the watcher is shown them, against those that are stored. */
const shownFaults = async ({ visit }: Drilled, stored: readonly Kept[]): Promise<readonly string[]> => {
  const last = stored.slice(-SHOWN).map(({ id }) => id);
  const isShown = (): boolean => {
    const shown = new Set(visit.store.current.lines.map(({ id }) => id));
    return last.every((id) => shown.has(id));
  };
  return untilIn(visit, 'the lines', isShown, 5_000).then(() => [], () => [`Of the last ${last.length} stored lines the watcher is shown ${visit.store.current.lines.length}, and some are missing`]);
};

export interface Look {
  readonly facts: Observed;
  /** What is wrong whatever anybody did. */
  readonly faults: readonly string[];
}

/** Looks at everything, once all are back. */
export const observe = async (crowd: Crowd, folder: string): Promise<Look> => {
  const facts = new Map<string, string>();
  const stored = storedLines(folder);
  for (const { text } of stored) facts.set(`line ${text}`, facts.has(`line ${text}`) ? 'said twice' : 'said once');
  for (const size of storedPictures(folder)) facts.set(`picture ${size}`, 'kept');
  for (const { label, revokedAt } of await linksOf(crowd.owner)) if (/ invites /.test(label)) facts.set(`link ${label}`, revokedAt === null ? 'open' : 'closed');
  const { people, hands, seats, mood, plans } = crowd.watcher.visit.store.current.facts;
  for (const { title } of plans.values()) facts.set(`plan ${title}`, 'set');
  const names = new Set([...people.values()].map(({ name }) => name));
  const faults: string[] = [];
  for (const { name } of (await auditOf(crowd.owner)).bans) {
    facts.set(`ban ${name}`, 'in force');
    if (names.has(name)) faults.push(`${name} is banned, and has a place in the room`);
  }
  const nameOf = new Map(crowd.all.map(({ id, name }) => [id as string, name]));
  for (const { name, id, visit } of crowd.guests) {
    const { muted, blocked } = visit.store.current.own;
    for (const other of muted) facts.set(`mute ${name} ${nameOf.get(other)}`, 'set');
    for (const other of blocked) facts.set(`block ${name} ${nameOf.get(other)}`, 'set');
    const seen = people.get(id);
    if (seen && seen.standing !== 'guest') facts.set(`standing ${name}`, seen.standing);
  }
  for (const [id, person] of people) if (person.venue !== '') facts.set(`venue ${nameOf.get(id)}`, person.venue);
  if (mood !== '') facts.set('light', mood);
  for (const [id, { look, pronouns }] of people) if (pronouns !== '') facts.set(`look ${nameOf.get(id)}`, `${look} ${pronouns}`);
  for (const { name, visit } of crowd.all) {
    const { language } = parseSettings(visit.store.current.kept?.settings);
    if (language !== '') facts.set(`settings ${name}`, language);
  }
  for (const id of hands.keys()) facts.set(`hand ${nameOf.get(id)}`, 'up');
  for (const [seat, id] of seats) facts.set(`seat ${nameOf.get(id)}`, seat);
  return { facts, faults: [...faults, ...(await shownFaults(crowd.watcher, stored))] };
};
