/** What a bench is, and what it hands back. Each stands in the table of main.ts. */
import { cpus, loadavg, totalmem } from 'node:os';

export type Figures = Readonly<Record<string, number>>;
export type Row = Readonly<Record<string, string | number>>;

export interface Measured {
  /** What BENCH.md names. A figure that could not be measured is absent, never zero. */
  readonly figures: Figures;
  /** What was measured, for machines. */
  readonly rows: readonly Row[];
  /** The same for people, line by line; `tableOf` makes it of rows. */
  readonly table: readonly string[];
}

/** Something to reach: its words, and whether these figures reach it; `undefined` where one of them is absent. */
export interface Goal {
  readonly words: string;
  met(figures: Figures): boolean | undefined;
}

export interface BenchOptions {
  /** End within 50 s. */
  readonly quick: boolean;
  /** Says how far it has come. */
  note(line: string): void;
}

export interface Bench {
  /** One sentence: what it measures. */
  readonly about: string;
  readonly goals: readonly Goal[];
  run(options: BenchOptions): Promise<Measured>;
}

const written = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });

export const atMost = (figure: string, most: number): Goal => ({
  words: `${figure} ≤ ${written(most)}`,
  met: ({ [figure]: value }) => (value === undefined ? undefined : value <= most),
});

export const atLeast = (figure: string, least: number): Goal => ({
  words: `${figure} ≥ ${written(least)}`,
  met: ({ [figure]: value }) => (value === undefined ? undefined : value >= least),
});

/** One figure is at most so many times another. */
export const ratioAtMost = (figure: string, other: string, most: number): Goal => ({
  words: `${figure} : ${other} ≤ ${most < 1 ? `1 : ${written(1 / most)}` : written(most)}`,
  met: ({ [figure]: value, [other]: base }) => (value === undefined || base === undefined ? undefined : value <= base * most),
});

/** The value below which a part (0–1) of the values lie; `undefined` of none. */
export const percentile = (values: readonly number[], part: number): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)];

/** Rows as a table for people: numbers to the right. */
export const tableOf = (rows: readonly Row[]): readonly string[] => {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const show = (value: string | number | undefined): string => (typeof value === 'number' ? written(value) : (value ?? '–'));
  const widths = keys.map((key) => Math.max(key.length, ...rows.map((row) => show(row[key]).length)));
  const line = (cells: readonly string[], isText: (at: number) => boolean): string =>
    `  ${cells.map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`.trimEnd();
  const isText = (at: number): boolean => typeof rows[0]?.[keys[at] ?? ''] === 'string';
  return [line(keys, isText), ...rows.map((row) => line(keys.map((key) => show(row[key])), isText))];
};

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory_gb: number;
  readonly node: string;
  /** The load of the last minute, before the bench. */
  readonly load: number;
}

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memory_gb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: Number((loadavg()[0] ?? 0).toFixed(2)),
});
