/** What a drill is. Each stands in the table of main.ts; `npm test` runs short forms of the same. */
export interface DrillOptions {
  readonly seed: number;
  /** How many times the process is killed. */
  readonly kills: number;
  /** How many people are inside meanwhile. */
  readonly people: number;
  /** How many frames, commands and entries are made up. */
  readonly cases: number;
  /** Says how far it has come. */
  note(line: string): void;
}

export interface Outcome {
  /** What went wrong, each in a sentence; none is what we want. */
  readonly faults: readonly string[];
  /** What was done, in one sentence. */
  readonly summary: string;
}

export interface Drill {
  readonly about: string;
  /** Why it cannot be done on this machine, with what would help; `undefined` where it can. */
  impossible(): string | undefined;
  run(options: DrillOptions): Promise<Outcome>;
}
