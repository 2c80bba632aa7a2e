/** Undo that is one's own: it takes back what oneself did and nobody has changed since, and passes the checks of any change. */
import type { Moment } from '../kernel/capability.ts';
import type { PersonId } from '../kernel/ids.ts';
import { andThen, grant, refuse, type Permit } from '../kernel/refusal.ts';
import { readValues } from './board.state.ts';
import { boardRefusals } from './boards.refusals.ts';
import { MOST_LIVE, type Setting } from './changes.ts';
import { write, type Act, type Deed, type Desk, type Past } from './desk.ts';
import { sameValue, type Field, type Values } from './fields.ts';
import { mayChange, mayTouch, mayWriteIn, unlocksOnly, type Hand } from './permission.ts';

/** BO10. How many acts of each person are kept. */
export const MOST_PAST = 100;

export const pastOf = (desk: Desk, id: PersonId): Past => {
  const past = desk.pasts.get(id) ?? { done: [], undone: [], go: undefined };
  desk.pasts.set(id, past);
  return past;
};

/** What both did to an element, as if it were one. */
const joined = (first: Deed, then: Deed): Deed => {
  const [before, after] = [{ ...then.before.values, ...first.before.values }, { ...first.after.values, ...then.after.values }];
  const [was, is] = [first.before.live ?? then.before.live, then.after.live ?? first.after.live];
  return { id: first.id, before: { values: before, ...(was !== undefined && { live: was }) }, after: { values: after, ...(is !== undefined && { live: is }) } };
};
const asOne = (first: Act, then: Act): Act => {
  const deeds = new Map(first.map((deed) => [deed.id, deed]));
  for (const deed of then) deeds.set(deed.id, deeds.has(deed.id) ? joined(deeds.get(deed.id) ?? deed, deed) : deed);
  return [...deeds.values()];
};

/** Keeps what somebody did, to be undone: acts of one `go` as one. What they had undone cannot be redone after that. */
export const remember = (desk: Desk, id: PersonId, act: Act, go?: number): void => {
  const past = pastOf(desk, id);
  const { done, undone } = past;
  const last = go !== undefined && past.go === go ? done.pop() : undefined;
  done.push(last ? asOne(last, act) : act);
  past.go = go;
  undone.length = 0;
  if (done.length > MOST_PAST) done.shift();
};

/** What would still change: fields that are as the act left them, and life where it still is as it left it. */
const standing = (desk: Desk, { id, before, after }: Deed): Deed | undefined => {
  const element = desk.board.elements.get(id);
  if (!element) return undefined;
  const names = Object.keys(after.values) as Field[];
  const now = readValues(element, names);
  const kept = names.filter((name) => sameValue(now[name], after.values[name]) && !sameValue(now[name], before.values[name]));
  const only = (values: Values): Values => Object.fromEntries(kept.map((name) => [name, values[name]])) as Values;
  const turns = after.live !== undefined && after.live !== before.live && after.live === (element.deletedAt === 0);
  // What is deleted is only brought back; its fields come back with it.
  if (!turns && (kept.length === 0 || element.deletedAt > 0)) return undefined;
  return { id, before: { values: only(before.values), ...(turns && { live: before.live ?? false }) }, after: { values: only(after.values), ...(turns && { live: after.live ?? false }) } };
};

type Way = 'undo' | 'redo';
const sideOf = (way: Way): 'done' | 'undone' => (way === 'undo' ? 'done' : 'undone');

/** The newest act of which something still stands, and how many newer ones others have wiped out. */
const newest = (desk: Desk, id: PersonId, way: Way): { readonly act: Act; readonly over: number } | undefined => {
  const stack = desk.pasts.get(id)?.[sideOf(way)] ?? [];
  for (let at = stack.length - 1; at >= 0; at--) {
    const act = (stack[at] ?? []).flatMap((deed) => standing(desk, deed) ?? []);
    if (act.length > 0) return { act, over: stack.length - at };
  }
  return undefined;
};

/** BO10. May one undo, or redo, now? */
export const acceptsUndo = (desk: Desk, by: Hand, way: Way, { at, nameOf }: Setting): Permit =>
  andThen(mayChange(desk.board, by), () => {
    const found = newest(desk, by.id, way);
    if (!found) return refuse(way === 'undo' ? boardRefusals.nothingToUndo : boardRefusals.nothingToRedo);
    const back = found.act.filter(({ before }) => before.live === true).length;
    if (desk.live + back > MOST_LIVE) return refuse(boardRefusals.full, { most: MOST_LIVE });
    for (const { id, before } of found.act) {
      const element = desk.board.elements.get(id);
      const permit = element ? mayTouch(desk.board, by, element, desk.authors.get(id) === by.id, unlocksOnly(before.values)) : refuse(boardRefusals.gone);
      const writes = before.values.text !== undefined || before.live === false;
      const free = andThen(permit, () => (writes ? mayWriteIn(desk, by, id, at, nameOf) : grant));
      if (!free.granted) return free;
    }
    return grant;
  });

/** Takes back, or does again, what was accepted; the other way it can be turned again. */
export const applyUndo = (desk: Desk, by: Hand, way: Way, moment: Moment): Act => {
  const found = newest(desk, by.id, way);
  if (!found) return [];
  const past = pastOf(desk, by.id);
  past.go = undefined;
  past[sideOf(way)].length -= found.over;
  const act = found.act.toReversed().map(({ id, before }) => write(desk, id, before, moment));
  past[sideOf(way === 'undo' ? 'redo' : 'undo')].push(act);
  return act;
};
