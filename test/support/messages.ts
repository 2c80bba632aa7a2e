/** Every message that the interface can say, read from the code itself. */
import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { firstTitleOf } from '#shared/boards/where.ts';

const isMessage = (value: object): value is { readonly id: string; readonly defaultMessage: string } =>
  'id' in value && typeof value.id === 'string' && 'defaultMessage' in value && typeof value.defaultMessage === 'string';

const collect = (value: unknown, into: Map<string, string>, seen: Set<unknown>): void => {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
  seen.add(value);
  if (isMessage(value)) into.set(value.id, value.defaultMessage);
  else for (const part of value instanceof Map ? value.values() : Object.values(value)) collect(part, into, seen);
};

/** English by id, of all that a module gives out; and the ids of those that it keeps to itself, with no English. */
export const allMessages = async (): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  const seen = new Set<unknown>();
  for (const file of [...globSync('shared/**/*.ts'), ...globSync('client/**/*.words.ts')]) {
    collect(await import(pathToFileURL(file).href), found, seen);
  }
  for (const file of [...globSync('shared/**/*.ts'), ...globSync('client/**/*.{ts,tsx}')]) {
    for (const [, id = ''] of readFileSync(file, 'utf8').matchAll(/\bmessage\(\s*'([\w.]+)',/g)) if (!found.has(id)) found.set(id, '');
  }
  return found;
};

/** Every name and description of the shipped rooms, and what their boards are called at first. */
export const allPlaces = (): ReadonlySet<string> => {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'kind' && part === 'board' && 'name' in value) found.add(firstTitleOf({ name: String(value.name) }));
      if (typeof part === 'string' && ['name', 'purpose', 'description', 'sign'].includes(key)) found.add(part);
      else walk(part);
    }
  };
  for (const file of globSync('assets/rooms/*.json')) walk(JSON.parse(readFileSync(file, 'utf8')));
  return found;
};
