/**
 * BO24. What a hand does at a board, as bytes. A sign is its kind, then: a pointer's flags, x and y in whole units; ids of what is
 * selected; of ink its width in tenths, its colour, the id that the stroke will have, and points, or the points that follow.
 * Numbers are zigzag varints, points the step from the one before in tenths of a unit. A frame is signs of several hands, each after
 * the hand's number and its length.
 */
import { FARTHEST, MOST_POINTS, zagzig, zigzag, type Point } from './stroke.codec.ts';

/** The number of such messages, both ways. */
export const SIGN_TYPE = 5;
/** A sign has at most so many bytes, and tells of at most so many selected elements. */
export const LONGEST_SIGN = 250;
export const MOST_SELECTED = 10;
const TENTHS = 10;

export type Sign =
  | { readonly kind: 'away' }
  | { readonly kind: 'pointer'; readonly x: number; readonly y: number; readonly isDown: boolean; readonly isLaser: boolean }
  | { readonly kind: 'selection'; readonly ids: readonly string[] }
  | { readonly kind: 'ink'; readonly id: string; readonly width: number; readonly colour: string; readonly points: readonly Point[] }
  | { readonly kind: 'more'; readonly points: readonly Point[] };
export const isInk = ({ kind }: Sign): boolean => kind === 'ink' || kind === 'more';

const kinds = ['away', 'pointer', 'selection', 'ink', 'more'] as const;
const isId = (id: string): boolean => /^[\w-]{1,40}$/.test(id);

const varint = (bytes: number[], value: number): void => {
  let rest = zigzag(value);
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
};
const text = (bytes: number[], id: string): void => void bytes.push(id.length, ...[...id].map((letter) => letter.charCodeAt(0)));
/** `from` is where the points before ended, in units. */
const steps = (bytes: number[], points: readonly Point[], from: Point): void => {
  let last = from.map((n) => Math.round(n * TENTHS));
  for (const point of points) {
    const now = point.map((n) => Math.round(n * TENTHS));
    varint(bytes, (now[0] ?? 0) - (last[0] ?? 0));
    varint(bytes, (now[1] ?? 0) - (last[1] ?? 0));
    last = now;
  }
};

/** `before`: of points that follow, the last that was told. */
export const writeSign = (sign: Sign, before: Point = [0, 0]): Uint8Array => {
  const bytes: number[] = [kinds.indexOf(sign.kind)];
  switch (sign.kind) {
    case 'away': break;
    case 'pointer':
      bytes.push((sign.isDown ? 1 : 0) | (sign.isLaser ? 2 : 0));
      varint(bytes, Math.round(sign.x));
      varint(bytes, Math.round(sign.y));
      break;
    case 'selection': for (const id of sign.ids.slice(0, MOST_SELECTED)) text(bytes, id); break;
    case 'ink':
      bytes.push(Math.min(255, Math.round(sign.width * TENTHS)), ...[1, 3, 5].map((at) => parseInt(sign.colour.slice(at, at + 2), 16) || 0));
      text(bytes, sign.id);
      steps(bytes, sign.points, [0, 0]);
      break;
    case 'more': steps(bytes, sign.points, before);
  }
  return Uint8Array.from(bytes);
};

class Reader {
  readonly #bytes: Uint8Array;
  at = 1;
  isBroken = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isDone(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) this.isBroken = true;
    return byte ?? 0;
  }

  varint(): number {
    let value = 0;
    for (let length = 0; length < 4; length++) {
      const byte = this.byte();
      value += (byte & 127) * 128 ** length;
      if (byte < 128) return zagzig(value);
    }
    this.isBroken = true;
    return 0;
  }

  id(): string {
    const id = String.fromCharCode(...Array.from({ length: Math.min(this.byte(), LONGEST_SIGN) }, () => this.byte()));
    if (!isId(id)) this.isBroken = true;
    return id;
  }

  points([x, y]: Point): readonly Point[] {
    const points: Point[] = [];
    let [tx, ty] = [Math.round(x * TENTHS), Math.round(y * TENTHS)];
    while (!this.isDone && !this.isBroken) {
      tx += this.varint();
      ty += this.varint();
      if (Math.abs(tx) > FARTHEST * TENTHS || Math.abs(ty) > FARTHEST * TENTHS) this.isBroken = true;
      points.push([tx / TENTHS, ty / TENTHS]);
    }
    return points;
  }
}

/** `undefined` for what is no sign. `before`: of points that follow, the last that was told. */
export const readSign = (bytes: Uint8Array, before: Point = [0, 0]): Sign | undefined => {
  if (bytes.length === 0 || bytes.length > LONGEST_SIGN) return undefined;
  const kind = kinds[bytes[0] ?? 0];
  const from = new Reader(bytes);
  const sign = signOf(kind, from, before);
  return sign && !from.isBroken && from.isDone ? sign : undefined;
};

const signOf = (kind: (typeof kinds)[number] | undefined, from: Reader, before: Point): Sign | undefined => {
  switch (kind) {
    case 'away': return { kind };
    case 'pointer': {
      const flags = from.byte();
      if (flags > 3) return undefined;
      const [x, y] = [from.varint(), from.varint()];
      return Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST ? undefined : { kind, x, y, isDown: (flags & 1) === 1, isLaser: (flags & 2) === 2 };
    }
    case 'selection': {
      const ids: string[] = [];
      while (!from.isDone && !from.isBroken) ids.push(from.id());
      return ids.length > MOST_SELECTED ? undefined : { kind, ids };
    }
    case 'ink': {
      const [width, ...rgb] = [from.byte(), from.byte(), from.byte(), from.byte()];
      const id = from.id();
      return { kind, id, width: width / TENTHS, colour: `#${rgb.map((one) => one.toString(16).padStart(2, '0')).join('')}`, points: from.points([0, 0]) };
    }
    case 'more': return { kind, points: from.points(before) };
    case undefined: return undefined;
  }
};

/** Several hands' signs in one. */
export const writeFrame = (signs: readonly { readonly hand: number; readonly bytes: Uint8Array }[]): Uint8Array =>
  Uint8Array.from(signs.flatMap(({ hand, bytes }) => [hand, bytes.length, ...bytes]));

/** What ends in the midst of a sign is left out. */
export const readFrame = (frame: Uint8Array): readonly { readonly hand: number; readonly bytes: Uint8Array }[] => {
  const signs: { hand: number; bytes: Uint8Array }[] = [];
  for (let at = 0; at + 2 <= frame.length;) {
    const [hand = 0, length = 0] = [frame[at], frame[at + 1]];
    if (at + 2 + length > frame.length) break;
    signs.push({ hand, bytes: frame.slice(at + 2, at + 2 + length) });
    at += 2 + length;
  }
  return signs;
};
/** How many points of a stroke one sign has room for, wherever they lie. */
export const POINTS_A_SIGN = Math.min(MOST_POINTS, Math.floor((LONGEST_SIGN - 50) / 8));
