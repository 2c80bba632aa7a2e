/**
 * Reads what comes from outside the page: a memory of this browser, an answer of our server. The few shapes that are read
 * before a room can be used need no library for it, which would be 8 KB of the first script (`npm run bench -- size`).
 */
export type Reader<T> = (given: unknown) => T;

export const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> => typeof given === 'object' && given !== null && !Array.isArray(given);
export const isText = (given: unknown): given is string => typeof given === 'string';
export const isNumber = (given: unknown): given is number => typeof given === 'number';

/** One of a few; anything else is the usual one. */
export const oneOf = <const T extends readonly string[]>(values: T, usual: T[number]): Reader<T[number]> => (given) => values.find((value) => value === given) ?? usual;

export const flag = (usual: boolean): Reader<boolean> => (given) => (typeof given === 'boolean' ? given : usual);

/** Text of at most so many letters; anything else is none. */
export const text = (most: number): Reader<string> => (given) => (isText(given) && given.length <= most ? given : '');

/** A record whose entries are all of a kind; one that holds anything else is empty. */
export const recordOf = <T>(is: (one: unknown) => one is T): Reader<Readonly<Record<string, T>>> => (given) =>
  isRecord(given) && Object.values(given).every(is) ? (given as Readonly<Record<string, T>>) : {};

/** JSON as a value; `undefined` for what is none. */
export const parsed = (json: string | undefined): unknown => {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
};
