/** RI1. What is wrong with a script, where, and what would be right: for whoever wrote it. */
import { message, type Message, type MessageValues, type MessageWithValues } from '../kernel/message.ts';
import type { Layout } from '../rooms/layout.ts';
import { scriptSchema, stepKinds, type Script } from './script.ts';

export interface Fault {
  /** From 0; `undefined` for the script itself. */
  readonly step: number | undefined;
  /** Such as `charter.sections.2.text`, counted from 1 as people count; empty for the whole. */
  readonly field: string;
  readonly reason: MessageWithValues;
}

const reasons = {
  json: message('ritual.fault.json', 'it is not JSON. A comma or a quotation mark may be missing.'),
  missing: message('ritual.fault.missing', 'it is missing.'),
  type: message('ritual.fault.type', 'it has to be {expected, select, string {text} number {a number} int {a whole number} boolean {true or false} array {a list} object {a group of fields} other {something else}}.'),
  short: message('ritual.fault.short', 'it is empty.'),
  long: message('ritual.fault.long', 'it is too long: {most, number} characters at most.'),
  many: message('ritual.fault.many', 'there are too many: {most, number} at most.'),
  least: message('ritual.fault.least', 'it is too small: {least, number} at least.'),
  most: message('ritual.fault.most', 'it is too large: {most, number} at most.'),
  choice: message('ritual.fault.choice', 'it has to be one of these: {choices}.'),
  unknown: message('ritual.fault.unknown', 'nothing is known by this name here. It may be misspelt.'),
  form: message('ritual.fault.form', 'it is not written as it has to be.'),
  first: message('ritual.fault.first', 'people arrive in the first step only.'),
  last: message('ritual.fault.last', 'a ritual closes in its last step only.'),
  place: message('ritual.fault.place', 'the room has no such object, group of seats or zone.'),
} as const;

const places = {
  step: message('ritual.fault.inStep', 'Step {step, number}, {field}: {reason}'),
  wholeStep: message('ritual.fault.step', 'Step {step, number}: {reason}'),
  field: message('ritual.fault.inScript', '{field}: {reason}'),
  whole: message('ritual.fault.whole', 'The script: {reason}'),
} as const;

/** The place and the reason as one sentence. */
export const sayFault = ({ step, field, reason }: Fault): MessageWithValues =>
  step === undefined
    ? { message: field === '' ? places.whole : places.field, values: { field, reason } }
    : { message: field === '' ? places.wholeStep : places.step, values: { step: step + 1, field, reason } };

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
}

const because = (reason: Message, values: MessageValues = {}): MessageWithValues => ({ message: reason, values });

const reasonOf = (issue: Issue, isThere: boolean): MessageWithValues => {
  const [least, most] = [Number(issue.minimum), Number(issue.maximum)];
  switch (issue.code) {
    case 'invalid_type': return isThere ? because(reasons.type, { expected: issue.expected ?? '' }) : because(reasons.missing);
    case 'too_small': return issue.origin === 'number' || issue.origin === 'int' ? because(reasons.least, { least }) : because(reasons.short);
    case 'too_big': return issue.origin === 'array' ? because(reasons.many, { most }) : issue.origin === 'string' ? because(reasons.long, { most }) : because(reasons.most, { most });
    case 'invalid_value': return because(reasons.choice, { choices: (issue.values ?? []).map((one) => (one === '' ? '""' : String(one))).join(', ') });
    case 'invalid_union': return because(reasons.choice, { choices: stepKinds.join(', ') });
    case 'unrecognized_keys': return because(reasons.unknown);
    default: return because(reasons.form);
  }
};

/** What stands at a path of what was given. */
const at = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inside, key) => (typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key) ? (inside as Record<PropertyKey, unknown>)[key] : undefined), raw);

const placed = (path: readonly PropertyKey[], reason: MessageWithValues): Fault => {
  const [first, step, ...rest] = path;
  const field = (keys: readonly PropertyKey[]): string => keys.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
  return first === 'steps' && typeof step === 'number' ? { step, field: field(rest), reason } : { step: undefined, field: field(path), reason };
};

/** What a schema does not say: people arrive first, and close last. */
const misplaced = ({ steps }: Script): readonly Fault[] =>
  steps.flatMap(({ kind }, step) => [
    ...(kind === 'arrival' && step > 0 ? [{ step, field: 'kind', reason: because(reasons.first) }] : []),
    ...(kind === 'close' && step < steps.length - 1 ? [{ step, field: 'kind', reason: because(reasons.last) }] : []),
  ]);

export type ReadScript = { readonly script: Script; readonly faults?: never } | { readonly script?: never; readonly faults: readonly Fault[] };

/** RI1. A script from what somebody gave; else all that is wrong with it, and nothing of it. */
export const readScript = (raw: unknown): ReadScript => {
  const read = scriptSchema.safeParse(raw);
  if (!read.success) {
    const issues: readonly Issue[] = read.error.issues as readonly Issue[];
    return {
      faults: issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? (issue.keys ?? []).map((key) => placed([...issue.path, key.slice(0, 60)], reasonOf(issue, true)))
          : [placed(issue.path, reasonOf(issue, at(raw, issue.path) !== undefined))]),
    };
  }
  const faults = misplaced(read.data);
  return faults.length > 0 ? { faults } : { script: read.data };
};

/** RI1. The same, from a file's text. */
export const parseScript = (text: string): ReadScript => {
  try {
    return readScript(JSON.parse(text));
  } catch {
    return { faults: [{ step: undefined, field: '', reason: because(reasons.json) }] };
  }
};

/** RI1. Steps that are held at a place which a room does not have. */
export const faultsIn = (layout: Pick<Layout, 'objects' | 'seatGroups' | 'zones'>, { steps }: Pick<Script, 'steps'>): readonly Fault[] => {
  const known = new Set<string>([...layout.objects, ...layout.seatGroups, ...layout.zones].map(({ id }) => id));
  return steps.flatMap(({ place }, step) => (place === '' || known.has(place) ? [] : [{ step, field: 'place', reason: because(reasons.place) }]));
};
