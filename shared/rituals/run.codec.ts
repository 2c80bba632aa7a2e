/** A run as it is stored and as it travels: JSON. */
import { runSchema, type Run } from './run.ts';

export const writeRun = (run: Run): string => JSON.stringify(run);

/** RI17. What the schema does not say: each step has its part, and the open one is one of them. */
const fits = ({ script, parts, phase, people }: Run): boolean =>
  parts.length === script.steps.length &&
  parts.every(({ kind }, at) => kind === script.steps[at]?.kind) &&
  (!('step' in phase) || (phase.step >= 0 && phase.step < parts.length)) &&
  new Set(people.map(({ id }) => id)).size === people.length &&
  parts.every((part) => part.kind !== 'round' || (new Set(part.turns.map(({ person }) => person)).size === part.turns.length && part.turns.filter(({ state }) => state === 'speaking').length <= 1));

/** RI17. A run from what was stored; `undefined` for what is none. */
export const readRun = (text: string): Run | undefined => {
  try {
    const read = runSchema.safeParse(JSON.parse(text));
    return read.success && fits(read.data) ? read.data : undefined;
  } catch {
    return undefined;
  }
};
