/**
 * A script while somebody changes it: as it is written into fields, some of it wrong for now. Each change makes another of it, and none
 * loses what was written: a step that becomes of another kind keeps what its first kind had.
 */
import * as z from 'zod/mini';
import type { Layout } from '../rooms/layout.ts';
import { voiceRules } from '../voice/floor.ts';
import { faultsIn, readScript, type Fault } from './script.faults.ts';
import { acts, estimate, leavings, LONGEST_TITLE, MOST_STEPS, orders, scriptSchema, stepKinds, whos, type Script, type Step, type StepKind } from './script.ts';

const draftStepSchema = z.strictObject({
  /** Its own among the steps, wherever it is moved. */
  key: z.int(),
  kind: z.enum(stepKinds as [StepKind, ...StepKind[]]),
  name: z.string(),
  prompt: z.string(),
  /** Numbers are as they were typed. */
  minutes: z.string(),
  who: z.enum(whos),
  voice: z.enum(voiceRules),
  mood: z.string(),
  place: z.string(),
  leaves: z.enum(leavings),
  music: z.boolean(),
  order: z.enum(orders),
  turn: z.string(),
  act: z.enum(acts),
  charter: z.strictObject({ title: z.string(), version: z.string(), sections: z.array(z.strictObject({ heading: z.string(), text: z.string() })) }),
});
const draftSchema = z.strictObject({ title: z.string(), purpose: z.string(), language: z.string(), steps: z.array(draftStepSchema).check(z.minLength(1)), /** The key of the next step that is added. */ next: z.int() });

export type DraftStep = Readonly<z.output<typeof draftStepSchema>>;
export type Draft = Readonly<Omit<z.output<typeof draftSchema>, 'steps'>> & { readonly steps: readonly DraftStep[] };

/** A draft that was kept as text; `undefined` for what is none. */
export const readDraft = (kept: unknown): Draft | undefined => draftSchema.safeParse(kept).data;

/** What a step of a kind has that not each has. */
const particular: Partial<Record<StepKind, readonly (keyof DraftStep)[]>> = { arrival: ['music'], round: ['order', 'turn'], act: ['act'], pledge: ['charter'] };
export const hasField = (kind: StepKind, field: 'music' | 'order' | 'turn' | 'act' | 'charter'): boolean => particular[kind]?.includes(field) ?? false;

const emptyCharter = { title: '', version: '1', sections: [{ heading: '', text: '' }] };

const draftStepOf = (step: Step, key: number): DraftStep => {
  const { kind, name, prompt, minutes, who, voice, mood, place, leaves } = step;
  return {
    key, kind, name, prompt, minutes: String(minutes), who, voice, mood, place, leaves,
    music: step.kind === 'arrival' && step.music,
    order: step.kind === 'round' ? step.order : 'seat',
    turn: step.kind === 'round' ? String(step.turn) : '2',
    act: step.kind === 'act' ? step.act : 'ribbon',
    charter: step.kind === 'pledge' ? { title: step.charter.title, version: String(step.charter.version), sections: step.charter.sections.map((section) => ({ ...section })) } : emptyCharter,
  };
};

export const draftOf = ({ title, purpose, language, steps }: Script): Draft => ({ title, purpose, language, steps: steps.map(draftStepOf), next: steps.length });

/** A number as people type it, with a comma or a point; else the text itself, which no schema takes for a number. Nothing is nothing. */
const numberIn = (text: string): number | string | undefined => {
  const given = text.trim().replace(',', '.');
  if (given === '') return undefined;
  return Number.isFinite(Number(given)) ? Number(given) : text;
};

const rawStepOf = ({ key: _key, kind, minutes, music, order, turn, act, charter, ...rest }: DraftStep): object => ({
  kind, ...rest, minutes: numberIn(minutes),
  ...(kind === 'arrival' && { music }),
  ...(kind === 'round' && { order, turn: numberIn(turn) }),
  ...(kind === 'act' && { act }),
  ...(kind === 'pledge' && { charter: { title: charter.title, version: numberIn(charter.version), sections: charter.sections } }),
});

/** RI35. What a draft is as a script, right or wrong: what is judged, sent, saved, and written into a file. */
export const rawOf = ({ title, purpose, language, steps }: Draft): object => ({ version: 1, title, purpose, language, steps: steps.map(rawStepOf) });

/** RI36. All that is wrong with a draft, in a room if it is for one. */
export const faultsOf = (draft: Draft, layout?: Pick<Layout, 'objects' | 'seatGroups' | 'zones'>): readonly Fault[] => {
  const { script, faults } = readScript(rawOf(draft));
  return faults ?? (layout ? faultsIn(layout, script) : []);
};
/** RI36. What is wrong with one field of a step, or of the script where `step` is undefined. */
export const faultAt = (faults: readonly Fault[], step: number | undefined, field: string): Fault | undefined => faults.find((fault) => fault.step === step && fault.field === field);

/** The script that a draft is; `undefined` while something is wrong. */
export const scriptIn = (draft: Draft): Script | undefined => readScript(rawOf(draft)).script;

/** What a draft is called while its title may be anything: none, or a page of it. */
export const titleOf = ({ title }: Draft, unnamed: string): string => {
  const letters = [...title.trim()];
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join('')}…` : letters.join('') || unnamed;
};

/** RI35. Whether two drafts are the same script, however it came about. */
export const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(rawOf(one)) === JSON.stringify(rawOf(other));

/** How long it is advised to take for so many (minutes); what is no length counts as none. */
export const draftEstimate = ({ steps }: Draft, people: number): number => {
  const length = (text: string): number => {
    const number = numberIn(text);
    return typeof number === 'number' && number > 0 ? number : 0;
  };
  return estimate({ steps: steps.map(({ kind, minutes, turn }) => ({ kind, minutes: length(minutes), turn: length(turn) }) as unknown as Step) }, people);
};

const replaced = (draft: Draft, at: number, step: DraftStep): Draft => ({ ...draft, steps: draft.steps.map((one, index) => (index === at ? step : one)) });
const inserted = (draft: Draft, at: number, step: Omit<DraftStep, 'key'>): Draft => ({ ...draft, next: draft.next + 1, steps: draft.steps.toSpliced(at, 0, { ...step, key: draft.next }) });

export const changeStep = (draft: Draft, at: number, change: Partial<Omit<DraftStep, 'key' | 'kind'>>): Draft => {
  const step = draft.steps[at];
  return step ? replaced(draft, at, { ...step, ...change }) : draft;
};

/** What a step of a kind has where nobody says otherwise. */
const ordinary = (kind: StepKind): Pick<DraftStep, 'voice' | 'leaves' | 'mood'> => {
  const charter = { title: 'x', version: 1, sections: [{ heading: 'x', text: 'x' }] };
  const particulars = { ...(kind === 'act' && { act: 'ribbon' }), ...(kind === 'pledge' && { charter }) };
  const [step] = scriptSchema.parse({ version: 1, title: 'x', steps: [{ kind, name: 'x', prompt: 'x', minutes: 1, ...particulars }] }).steps;
  return { voice: step?.voice ?? 'open', leaves: step?.leaves ?? 'nothing', mood: step?.mood ?? '' };
};

/** RI35. The same step, as one of another kind: what was ordinary for the one becomes what is for the other; what somebody chose stays. */
export const changeKind = (draft: Draft, at: number, kind: StepKind): Draft => {
  const step = draft.steps[at];
  if (!step || step.kind === kind) return draft;
  const [before, after] = [ordinary(step.kind), ordinary(kind)];
  const { voice, leaves, mood } = step;
  return replaced(draft, at, { ...step, kind, voice: voice === before.voice ? after.voice : voice, leaves: leaves === before.leaves ? after.leaves : leaves, mood: mood === before.mood ? after.mood : mood });
};

/** RI35. A step so many places up (below 0) or down; beyond the ends it stays. */
export const moveStep = (draft: Draft, at: number, by: number): Draft => {
  const step = draft.steps[at];
  return step && by !== 0 && draft.steps[at + by] ? { ...draft, steps: draft.steps.toSpliced(at, 1).toSpliced(at + by, 0, step) } : draft;
};

/** RI35. Whether there can be one more step of a kind: people arrive once, and a ritual closes once. */
export const mayAdd = ({ steps }: Pick<Draft, 'steps'>, kind: StepKind): boolean =>
  steps.length < MOST_STEPS && !((kind === 'arrival' || kind === 'close') && steps.some((step) => step.kind === kind));

export const duplicateStep = (draft: Draft, at: number): Draft => {
  const step = draft.steps[at];
  return step && mayAdd(draft, step.kind) ? inserted(draft, at + 1, step) : draft;
};

/** RI35. The last step stays: a ritual has one. */
export const removeStep = (draft: Draft, at: number): Draft => (draft.steps.length > 1 && draft.steps[at] ? { ...draft, steps: draft.steps.toSpliced(at, 1) } : draft);

/** RI35. Where a step of a kind comes in that is added after another: people arrive first, and a ritual closes last. */
export const placeFor = ({ steps }: Pick<Draft, 'steps'>, after: number, kind: StepKind): number => {
  if (kind === 'arrival') return 0;
  return kind === 'close' || steps[after]?.kind !== 'close' ? (kind === 'close' ? steps.length : after + 1) : after;
};

export const addStep = (draft: Draft, after: number, kind: StepKind, { name, prompt }: Pick<DraftStep, 'name' | 'prompt'>): Draft =>
  mayAdd(draft, kind)
    ? inserted(draft, placeFor(draft, after, kind), { kind, name, prompt, minutes: '5', who: 'everyone', place: '', music: false, order: 'seat', turn: '2', act: 'ribbon', charter: emptyCharter, ...ordinary(kind) })
    : draft;
