/** What a picture shows across the edges of people, in luminances. */
import { contrastOf, luminance } from '#test/support/contrast.ts';

export interface Picture {
  readonly width: number;
  readonly bytes: Uint8Array;
}

const at = ({ width, bytes }: Picture, x: number, y: number): readonly [number, number, number] => {
  const i = (y * width + x) * 4;
  return [bytes[i] ?? 0, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0];
};
const same = (a: readonly number[], b: readonly number[]): boolean => a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= 2);

/** Where people are: what two grounds leave alike. */
export const whereIn = (one: Picture, other: Picture): ((x: number, y: number) => boolean) => (x, y) => same(at(one, x, y), at(other, x, y));

const ways = [[1, 0], [-1, 0], [0, 1], [0, -1]] as const;

export interface Edges {
  readonly count: number;
  /** The shares of places along the edges where a line has 3:1 or more against what is behind, against clothing, and against both. */
  readonly behind: number;
  readonly clothing: number;
  readonly both: number;
}

/**
 * Steps out of people wherever an edge runs straight, over `reach` pixels in which lines may lie, to what is behind them.
 * `plain` is the picture without lines, `drawn` with them; `first` is the first pixel that is no person's by half.
 */
export const across = (isPerson: (x: number, y: number) => boolean, plain: Picture, drawn: Picture, reach: number, first: number): Edges => {
  const height = plain.bytes.length / plain.width / 4;
  let [count, behind, clothing, both] = [0, 0, 0, 0];
  for (let y = reach + 2; y < height - reach - 2; y++) {
    for (let x = reach + 2; x < plain.width - reach - 2; x++) {
      if (!isPerson(x, y)) continue;
      for (const [dx, dy] of ways) {
        const isStraight = [-1, 0, 1].every((side) => isPerson(x + side * dy, y + side * dx) && !isPerson(x + dx + side * dy, y + dy + side * dx));
        const isOpen = isStraight && Array.from({ length: reach + 1 }, (_, i) => i + 1).every((step) => !isPerson(x + dx * step, y + dy * step));
        const beyond = [x + dx * (reach + 1), y + dy * (reach + 1)] as const;
        // Lines of another edge may hide what is behind.
        if (!isOpen || !same(at(plain, ...beyond), at(drawn, ...beyond))) continue;
        const [cloth, back] = [luminance(at(plain, x, y)), luminance(at(plain, ...beyond))];
        const lines = Array.from({ length: reach + 1 - first }, (_, i) => luminance(at(drawn, x + dx * (i + first), y + dy * (i + first))));
        const from = (what: number): boolean => lines.some((line) => contrastOf(line, what) >= 3);
        count += 1;
        behind += Number(from(back));
        clothing += Number(from(cloth));
        both += Number(from(back) && from(cloth));
      }
    }
  }
  return { count, behind: behind / count, clothing: clothing / count, both: both / count };
};
