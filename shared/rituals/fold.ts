/**
 * A run as it is synced: a flat table of paths, so that a patch has what changed of it and no more. An object stands at its path as JSON in
 * which each list is its length alone, and the list's items stand at paths of their own: `parts.2.turns.5`. The script does not change and
 * is one entry. Lists of a run only grow.
 */
import type { Run } from './run.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const isObject = (value: Json): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

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
    const list = old[key];
    part.forEach((item: Json, at: number) => put(table, join(join(path, key), at), item, Array.isArray(list) ? (list[at] as Json | undefined) : undefined));
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

const take = (table: ReadonlyMap<string, string>, path: string): Json => {
  const found = JSON.parse(table.get(path) ?? 'null') as Json;
  if (!isObject(found)) return found;
  return Object.fromEntries(
    Object.entries(found).map(([key, part]) => {
      const length = Array.isArray(part) ? (part[0] as number) : undefined;
      return [key, length === undefined ? part : Array.from({ length }, (_, at) => take(table, join(join(path, key), at)))];
    }),
  );
};

/** The run of a table that `fold` made; `undefined` of one in which there is none. */
export const unfold = (table: ReadonlyMap<string, string>): Run | undefined => {
  const script = table.get('script');
  return script === undefined || !table.has('') ? undefined : ({ ...(take(table, '') as object), script: JSON.parse(script) as unknown } as unknown as Run);
};
