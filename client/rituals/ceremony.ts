/** How a run looks: what stands in the room for it, who is in the light, and how the light is. Both views draw this very thing, each in its own way. */
import type { PersonId } from '#shared/kernel/ids.ts';
import { speakerOf } from '#shared/rituals/round.ts';
import { actsIn, openPhase, openStep, participant, type PartOf, type Run } from '#shared/rituals/run.ts';
import type { Setting } from '#shared/rituals/events.ts';
import type { StepKind, StepOf } from '#shared/rituals/script.ts';

/** `warm`: as at a fire. `held`: the room steps back, and who is lit stands out. `low`: as in a silence. */
export type CeremonyLight = 'warm' | 'held' | 'low' | 'plain';

/** A paper that everyone can read. */
export interface Sheet {
  readonly title: string;
  /** Who came, or who has signed. */
  readonly names: readonly string[];
  readonly of: 'coming' | 'signing' | 'closing';
}

export interface Ceremony {
  readonly run: string;
  readonly at: number;
  readonly kind: StepKind;
  readonly light: CeremonyLight;
  /** Who has cut it, in the order in which they did. */
  readonly ribbon: { readonly by: readonly PersonId[]; readonly isCut: boolean } | undefined;
  readonly candles: readonly PersonId[];
  readonly stones: readonly PersonId[];
  readonly sheet: Sheet | undefined;
  /** Who stands in the light; nobody. */
  readonly lit: PersonId | undefined;
  /** How many respond to what was said of them. */
  readonly cheers: number;
  /** How many took part so far. */
  readonly people: number;
  /** Whether lanterns rise for them. */
  readonly hasLanterns: boolean;
  readonly isFestive: boolean;
  /** Whether what is done together in this step is done: by everyone who could. */
  readonly isDone: boolean;
}

const lights: Readonly<Record<StepKind, CeremonyLight>> = { arrival: 'warm', say: 'held', round: 'held', act: 'warm', pledge: 'warm', recognition: 'held', silence: 'low', celebration: 'plain', close: 'warm' };

type Company = Pick<Setting, 'here'>;

/** RI12. Whether something was done by all who could: by everyone who was here when the last of them did it. Whoever comes later undoes nothing. */
const isWhole = (run: Run, step: StepOf<'act'>, { done }: PartOf<'act'>, { here }: Company): boolean => {
  const last = done.at(-1)?.at;
  const have = new Set(done.map(({ person }) => person));
  return last !== undefined && here.every(({ id, rank }) => !actsIn(step, rank) || have.has(id) || (participant(run, id)?.cameAt ?? Infinity) > last);
};

/** What was done in the latest step of an act that has been gone into, and whether that is over. */
const acted = (run: Run, act: StepOf<'act'>['act'], company: Company): { readonly by: readonly PersonId[]; readonly isOver: boolean } | undefined => {
  const open = openStep(run)?.at ?? -1;
  for (let at = run.script.steps.length - 1; at >= 0; at--) {
    const [step, part] = [run.script.steps[at], run.parts[at]];
    if (step?.kind !== 'act' || part?.kind !== 'act' || step.act !== act || !part.begun) continue;
    return { by: part.done.map(({ person }) => person), isOver: part.done.length > 0 && (at !== open || isWhole(run, step, part, company)) };
  }
  return undefined;
};

const sheetOf = (run: Run, { here: company }: Company): Sheet | undefined => {
  const here = openStep(run);
  const nameOf = (id: PersonId): string => participant(run, id)?.name ?? '';
  if (here?.step.kind === 'pledge' && here.part.kind === 'pledge') return { title: here.step.charter.title, names: here.part.signed.map(({ person }) => nameOf(person)), of: 'signing' };
  if (here?.step.kind === 'arrival') return { title: run.script.title, names: company.map(({ name }) => name), of: 'coming' };
  return here?.step.kind === 'close' ? { title: here.step.name, names: [], of: 'closing' } : undefined;
};

/** Whoever was put in the spotlight; else whom the step is about. */
const litIn = (run: Run): PersonId | undefined => {
  if (run.spotlight !== null) return run.spotlight;
  const here = openStep(run);
  if (here?.part.kind === 'round') return speakerOf(here.part)?.person;
  if (here?.part.kind === 'recognition') return here.part.given.at(-1)?.to;
  return here?.step.kind === 'say' ? run.lead : undefined;
};

/** What a run that goes on looks like; `undefined` before and after it. */
export const ceremonyOf = (run: Run, company: Company): Ceremony | undefined => {
  const here = openStep(run);
  if (!here || !openPhase(run)) return undefined;
  const { at, step, part } = here;
  const ribbon = acted(run, 'ribbon', company);
  // An empty step lights nobody, so that the room keeps its light.
  const lit = litIn(run);
  const light = lit !== undefined && step.kind !== 'silence' ? 'held' : lights[step.kind] === 'held' ? 'warm' : lights[step.kind];
  const isCut = ribbon?.isOver ?? false;
  return {
    run: run.id, at, kind: step.kind, light, lit,
    // What was never cut is taken down.
    ribbon: ribbon && (isCut || (step.kind === 'act' && step.act === 'ribbon')) ? { by: ribbon.by, isCut } : undefined,
    candles: acted(run, 'candle', company)?.by ?? [],
    stones: acted(run, 'stone', company)?.by ?? [],
    sheet: sheetOf(run, company),
    cheers: part.kind === 'recognition' ? (part.given.at(-1)?.cheers.length ?? 0) : 0,
    people: run.people.length,
    hasLanterns: step.kind === 'celebration' || (step.kind === 'close' && run.script.steps[at - 1]?.kind === 'celebration'),
    isDone: step.kind === 'act' && part.kind === 'act' && isWhole(run, step, part, company),
    isFestive: step.kind === 'celebration' || (isCut && step.kind === 'act'),
  };
};
