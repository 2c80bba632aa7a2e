/**
 * A ritual: the script that a run follows. It is a JSON document that people write, change and pass on, so that its door is as strict as
 * any: what no step of its kind has is refused, not dropped, and so is what is out of range.
 */
import * as z from 'zod/mini';
import { roomMoods } from '../mood/mood.rules.ts';
import { voiceRules, type VoiceRule } from '../voice/floor.ts';

export const MOST_STEPS = 30;
/** Characters. */
export const LONGEST_TITLE = 60;
/** The longest that a step is advised to take (minutes). */
export const LONGEST_STEP = 180;

/** Words, of so many characters at most. */
export const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
/** What would break a line, turn its neighbours around, or be no letter at all. */
const unspoken = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** The same in one line, which has something to be seen: it stands in others' sentences, in lists and in calendars. */
const line = (most: number) => z.string().check(z.overwrite((given) => (seen.test(given) ? given.replace(unspoken, ' ') : '')), z.trim(), z.minLength(1), z.maxLength(most));
const minutes = (least: number, most: number) => z.number().check(z.gte(least), z.lte(most));

/** RI15. Who may act in a step; everyone may be there. */
export const whos = ['everyone', 'members', 'facilitators'] as const;
/** What the record of a run keeps of a step: how long it took, how many did what was asked, or who. */
export const leavings = ['nothing', 'counts', 'names'] as const;
/** RI7. In which order a round's turns come. */
export const orders = ['seat', 'hand', 'random', 'least', 'alternate'] as const;
export type Order = (typeof orders)[number];

type Ordinary = { readonly voice: VoiceRule; readonly leaves: (typeof leavings)[number]; readonly mood?: (typeof roomMoods)[number] };
const step = <const Kind extends string, Shape extends Record<string, z.ZodMiniType>>(kind: Kind, ordinary: Ordinary, particular: Shape) =>
  z.strictObject({
    kind: z.literal(kind),
    name: line(60),
    /** What is asked or said: the largest text that everyone has before them. */
    prompt: text(500),
    /** RI4. Advice: nothing happens when it is over. */
    minutes: minutes(0.5, LONGEST_STEP),
    who: z._default(z.enum(whos), 'everyone'),
    /** RI23. */
    voice: z._default(z.enum(voiceRules), ordinary.voice),
    /** The light it is held in; empty leaves the room's. */
    mood: z._default(z.enum(['', ...roomMoods]), ordinary.mood ?? ''),
    /** Where it is held: an object, a group of seats or a zone of the room; empty for wherever people are. RI28. The room must have it. */
    place: z._default(z.string().check(z.regex(/^(?:[a-z][a-z0-9-]{0,40})?$/)), ''),
    leaves: z._default(z.enum(leavings), ordinary.leaves),
    ...particular,
  });

/** RI13. What a community promises itself, in one version of its words. */
const charter = z.strictObject({
  title: line(60),
  version: z.int().check(z.gte(1), z.lte(10_000)),
  sections: z.array(z.strictObject({ heading: line(60), text: text(2_000) })).check(z.minLength(1), z.maxLength(20)),
});

/** RI12. */
export const acts = ['ribbon', 'candle', 'stone'] as const;

const steps = {
  arrival: step('arrival', { voice: 'open', leaves: 'names' }, { /** RI41. */ music: z._default(z.boolean(), false) }),
  say: step('say', { voice: 'stage', leaves: 'nothing' }, {}),
  round: step('round', { voice: 'turn', leaves: 'counts' }, { order: z._default(z.enum(orders), 'seat'), /** Advised for each turn (minutes). */ turn: z._default(minutes(0.25, 60), 2) }),
  act: step('act', { voice: 'open', leaves: 'counts' }, { act: z.enum(acts) }),
  pledge: step('pledge', { voice: 'open', leaves: 'names' }, { charter }),
  recognition: step('recognition', { voice: 'open', leaves: 'names' }, {}),
  silence: step('silence', { voice: 'none', leaves: 'nothing' }, {}),
  celebration: step('celebration', { voice: 'open', leaves: 'nothing', mood: 'celebration' }, {}),
  close: step('close', { voice: 'open', leaves: 'nothing' }, {}),
} as const;

export type StepKind = keyof typeof steps;
export const stepKinds = Object.keys(steps) as readonly StepKind[];

const anyStep = z.discriminatedUnion('kind', [steps.arrival, steps.say, steps.round, steps.act, steps.pledge, steps.recognition, steps.silence, steps.celebration, steps.close]);

export const scriptSchema = z.strictObject({
  version: z.literal(1),
  title: line(LONGEST_TITLE),
  /** What it is for, in a sentence. */
  purpose: z._default(z.string().check(z.trim(), z.maxLength(300)), ''),
  /** The language its words are in (BCP 47), so that a screen reader says them well. */
  language: z._default(z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/)), 'en'),
  steps: z.array(anyStep).check(z.minLength(1), z.maxLength(MOST_STEPS)),
});

/** Readonly all the way down. */
export type Frozen<T> = T extends readonly (infer One)[] ? readonly Frozen<One>[] : T extends string | number | boolean ? T : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
export type Script = Frozen<z.output<typeof scriptSchema>>;
export type Step = Script['steps'][number];
export type StepOf<Kind extends StepKind> = Extract<Step, { readonly kind: Kind }>;

/** How long a script is advised to take for so many people (minutes): a round takes as long as its turns, where that is longer. */
export const estimate = ({ steps: all }: Pick<Script, 'steps'>, people: number): number =>
  all.reduce((sum, one) => sum + (one.kind === 'round' ? Math.max(one.minutes, one.turn * people) : one.minutes), 0);
