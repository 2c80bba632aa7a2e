/**
 * What lies over what: fractional indices, texts that sort. The format is that of the `fractional-indexing` package, which
 * Excalidraw 0.18.1 reads and writes: an integer, whose first letter tells its length (`a0`, `b00`; `Zz`, `Yzz` below zero), then
 * a fraction in base 62 that does not end in 0.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LAST = 'z';
const SMALLEST = `A${'0'.repeat(26)}`;
/** BO6. How long an index is at most; one that would be longer makes the whole board be numbered anew. */
export const LONGEST_INDEX = 60;

const digitAt = (text: string, at: number): number => digits.indexOf(text.charAt(at));
const integerLength = (head: string): number =>
  head >= 'a' && head <= 'z' ? head.charCodeAt(0) - 95 : head >= 'A' && head <= 'Z' ? 92 - head.charCodeAt(0) : Infinity;
const integerOf = (key: string): string => key.slice(0, integerLength(key.charAt(0)));

/** Whether a text is an index in this format. */
export const isIndex = (key: string): boolean =>
  key.length <= LONGEST_INDEX && /^[A-Za-z][0-9A-Za-z]*$/.test(key) && key.length >= integerLength(key.charAt(0)) && key !== SMALLEST && !(key.length > integerLength(key.charAt(0)) && key.endsWith('0'));

/** The next integer up (`by` 1) or down (−1); `undefined` beyond the last. */
const stepped = (integer: string, by: 1 | -1): string | undefined => {
  const [full, empty] = by === 1 ? [LAST, '0'] : ['0', LAST];
  let body = integer.slice(1);
  let kept = body.length;
  while (kept > 0 && body.charAt(kept - 1) === full) kept--;
  if (kept > 0) {
    body = body.slice(0, kept - 1) + digits.charAt(digitAt(body, kept - 1) + by) + empty.repeat(body.length - kept);
    return integer.charAt(0) + body;
  }
  const head = integer.charCodeAt(0);
  const next = integer.charAt(0) === 'Z' && by === 1 ? 'a' : integer.charAt(0) === 'a' && by === -1 ? 'Z' : String.fromCharCode(head + by);
  const length = integerLength(next);
  return Number.isFinite(length) ? next + empty.repeat(length - 1) : undefined;
};

/** A fraction between two, where `undefined` is 1; neither ends in 0. */
const fractionBetween = (low: string, high: string | undefined): string => {
  if (high !== undefined) {
    let same = 0;
    while ((low.charAt(same) || '0') === high.charAt(same)) same++;
    if (same > 0) return high.slice(0, same) + fractionBetween(low.slice(same), high.slice(same));
  }
  const [from, to] = [low ? digitAt(low, 0) : 0, high === undefined ? digits.length : digitAt(high, 0)];
  if (to - from > 1) return digits.charAt(Math.round((from + to) / 2));
  if (high !== undefined && high.length > 1) return high.charAt(0);
  return digits.charAt(from) + fractionBetween(low.slice(1), undefined);
};

/** An index between two, which sort in this order; `undefined` is below or above everything. */
export const indexBetween = (low: string | undefined, high: string | undefined): string => {
  if (low === undefined && high === undefined) return 'a0';
  if (low === undefined) {
    const integer = integerOf(high ?? '');
    if (integer === SMALLEST) return integer + fractionBetween('', (high ?? '').slice(integer.length));
    return integer < (high ?? '') ? integer : (stepped(integer, -1) ?? integer + fractionBetween('', undefined));
  }
  const [integer, fraction] = [integerOf(low), low.slice(integerOf(low).length)];
  const next = stepped(integer, 1);
  if (high === undefined) return next ?? integer + fractionBetween(fraction, undefined);
  if (integer === integerOf(high)) return integer + fractionBetween(fraction, high.slice(integer.length));
  return next !== undefined && next < high ? next : integer + fractionBetween(fraction, undefined);
};

/** So many indices in order, as short as they can be. */
export const freshIndices = (count: number): readonly string[] => {
  const indices: string[] = [];
  for (let last: string | undefined; indices.length < count; indices.push(last)) last = indexBetween(last, undefined);
  return indices;
};
