/**
 * Points as text: base64url of zigzag varints, each point the step from the one before, in tenths of a unit. A stroke of the
 * hand takes two to four bytes a point, where JSON takes some thirty.
 */
export type Point = readonly [x: number, y: number];

/** BO4. How many points a stroke or line has at most, and how far (units) from its start they lie. */
export const MOST_POINTS = 2_000;
export const FARTHEST = 1_000_000;
const TENTHS = 10;
/** What a varint of this format needs at most: 2 × 10⁷ tenths, and a step may cross the whole range; zigzag makes 26 bits of it. */
const LONGEST_VARINT = 4;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf = new Map([...alphabet].map((letter, value) => [letter, value]));

/** Bytes as base64url without padding (RFC 4648 §5); `shared/` has no machine to ask for it. */
export const toBase64 = (bytes: readonly number[]): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(bytes.length - at, 3) + 1;
    for (let k = 0; k < letters; k++) text += alphabet[(group >> (18 - 6 * k)) & 63] ?? '';
  }
  return text;
};

/** `undefined` for what `toBase64` does not write: another letter, a length of 4n + 1, or bits left over that are not zero. */
export const fromBase64 = (text: string): number[] | undefined => {
  if (text.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    const value = valueOf.get(letter);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return held === 0 ? bytes : undefined;
};

export const zigzag = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n);
export const zagzig = (n: number): number => (n % 2 === 0 ? n / 2 : -(n + 1) / 2);

/** Points are rounded to a tenth of a unit. */
export const packPoints = (points: readonly Point[]): string => {
  const bytes: number[] = [];
  const last = [0, 0];
  for (const point of points) {
    for (const axis of [0, 1] as const) {
      const now = Math.round(point[axis] * TENTHS);
      let rest = zigzag(now - (last[axis] ?? 0));
      for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
      bytes.push(rest);
      last[axis] = now;
    }
  }
  return toBase64(bytes);
};

/** `undefined` for a text that is not points, has none or too many, or leads too far away. */
export const unpackPoints = (text: string): readonly Point[] | undefined => {
  const bytes = fromBase64(text);
  if (!bytes || bytes.length === 0) return undefined;
  const steps: number[] = [];
  let [value, length] = [0, 0];
  for (const byte of bytes) {
    // A varint that ends in a zero byte could be written shorter: one stroke, one text.
    if (length === LONGEST_VARINT || (byte === 0 && length > 0)) return undefined;
    value += (byte & 127) * 128 ** length++;
    if (byte > 127) continue;
    steps.push(zagzig(value));
    [value, length] = [0, 0];
  }
  if (length > 0 || steps.length % 2 === 1 || steps.length > 2 * MOST_POINTS) return undefined;
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    if (Math.abs(x) > FARTHEST * TENTHS || Math.abs(y) > FARTHEST * TENTHS) return undefined;
    points.push([x / TENTHS, y / TENTHS]);
  }
  return points;
};
