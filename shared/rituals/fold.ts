/**
 * A run as it is synced: a flat table of paths, so that a patch has what changed of it and no more. An object stands at its path as JSON in
 * which each list is its length alone, and the list's items stand at paths of their own: `parts.2.turns.5`. What a long list has when it
 * first appears is one entry, at the list's own path and by columns: a page reads texts of the state letter by letter, and 300 people who
 * are there at the start are a third as many letters so.
 * The script does not change and is one entry. Lists of a run only grow.
 */
import type { Run } from './run.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const LONG = 16;

const isObject = (value: Json): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

const isPlain = (value: Json): boolean => typeof value !== 'object' || value === null;

/** A long list of flat objects of the same keys, by columns; one that has the same value all along has it once. */
const columnsOf = (list: readonly Json[]): Json | undefined => {
  const [first] = list;
  if (list.length < LONG || first === undefined || !isObject(first)) return undefined;
  const keys = Object.keys(first);
  const rows = list.filter((item) => isObject(item)).filter((item) => Object.keys(item).length === keys.length && keys.every((key) => key in item && isPlain(item[key] ?? null)));
  if (rows.length < list.length) return undefined;
  const columns = keys.map((key) => [key, rows.every((row) => row[key] === first[key]) ? [first[key] ?? null] : rows.map((row) => row[key] ?? null)]);
  return [list.length, Object.fromEntries(columns) as Json];
};

const rowsOf = (entry: Json | undefined): readonly Json[] => {
  if (!Array.isArray(entry)) return [];
  const [length, columns] = entry as [number, Readonly<Record<string, readonly Json[]>>];
  const valueAt = (column: readonly Json[], at: number): Json => (column.length === 1 ? column[0] : column[at]) ?? null;
  return Array.from({ length }, (_, at) => Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, valueAt(column, at)])));
};

/** What is the same object as before has not changed: a run is never written to. */
const put = (table: Map<string, string>, path: string, value: Json, before: Json | undefined): void => {
  if (value === before) return;
  if (!isObject(value)) return void table.set(path, JSON.stringify(value));
  const old = before !== undefined && isObject(before) ? before : {};
  const bare: Record<string, Json> = {};
  for (const [key, part] of Object.entries(value)) {
    if (!Array.isArray(part)) {
      bare[key] = part;
      continue;
    }
    bare[key] = [part.length];
    const [list, here] = [old[key], join(path, key)];
    const columns = Array.isArray(list) ? undefined : columnsOf(part);
    if (columns) table.set(here, JSON.stringify(columns));
    else part.forEach((item: Json, at: number) => put(table, join(here, at), item, Array.isArray(list) ? (list[at] as Json | undefined) : undefined));
  }
  table.set(path, JSON.stringify(bare));
};

/** The whole table of a run; after `before`, what may have changed of it. */
export const fold = (run: Run, before?: Run): ReadonlyMap<string, string> => {
  const { script, ...rest } = run;
  const table = new Map<string, string>(before ? [] : [['script', JSON.stringify(script)]]);
  put(table, '', rest as unknown as Json, before as unknown as Json | undefined);
  return table;
};

/** What stands at a path, or else what it was at first. */
const take = (table: ReadonlyMap<string, string>, path: string, first: Json = null): Json => {
  const text = table.get(path);
  if (text === undefined) return first;
  const found = JSON.parse(text) as Json;
  if (!isObject(found)) return found;
  return Object.fromEntries(
    Object.entries(found).map(([key, part]) => {
      if (!Array.isArray(part)) return [key, part];
      const here = join(path, key);
      const rows = rowsOf(JSON.parse(table.get(here) ?? 'null') as Json);
      return [key, Array.from({ length: part[0] as number }, (_, at) => take(table, join(here, at), rows[at]))];
    }),
  );
};

/** The run of a table that `fold` made; `undefined` of one in which there is none. */
export const unfold = (table: ReadonlyMap<string, string>): Run | undefined => {
  const script = table.get('script');
  return script === undefined || !table.has('') ? undefined : ({ ...(take(table, '') as object), script: JSON.parse(script) as unknown } as unknown as Run);
};
