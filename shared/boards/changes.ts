/** What one may do to the elements of a board. Each act is judged whole before any of it is done. */
import * as z from 'zod/mini';
import type { Moment } from '../kernel/capability.ts';
import type { MessageValue } from '../kernel/message.ts';
import { andThen, grant, refuse, type Permit } from '../kernel/refusal.ts';
import { boardRefusals } from './boards.refusals.ts';
import { lay, livingOn, textsIn, write, type Act, type Desk } from './desk.ts';
import { elementSchema, fieldsOf, isBindable, isContainer, valuesSchema, type Element, type ElementType } from './element.ts';
import { elementId, type Field, type Values } from './fields.ts';
import { mayChange, mayTouch, mayWriteIn, unlocksOnly, type Hand } from './permission.ts';

/** BO4. How many elements live on a board, and how many one act changes. */
export const MOST_LIVE = 5_000;
export const MOST_AT_ONCE = 200;

const several = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.minLength(1), z.maxLength(MOST_AT_ONCE));
const patch = z.strictObject({ id: elementId, values: valuesSchema, /** BO2. Of a text: the version of it that was read. */ base: z.optional(z.int()) });

export const changeSchemas = { elements: several(elementSchema), patches: several(patch), ids: several(elementId) };
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('put'), elements: changeSchemas.elements }),
  z.strictObject({ kind: z.literal('patch'), patches: changeSchemas.patches }),
  z.strictObject({ kind: z.literal('remove'), ids: changeSchemas.ids }),
]);
export type BoardChange = z.output<typeof changeSchema>;
export type Patch = z.output<typeof patch>;

/** What judging needs beside the board. */
export interface Setting {
  readonly at: number;
  /** What to call somebody. */
  nameOf(id: string): MessageValue;
}

/** May one do it to each of them? The first no is the answer. */
export const all = <T>(items: readonly T[], judge: (item: T) => Permit): Permit => {
  for (const item of items) {
    const permit = judge(item);
    if (!permit.granted) return permit;
  }
  return grant;
};

type Kinds = (id: string) => ElementType | undefined;

/** BO5. What an element refers to is on the board, and of a kind that can be referred to so. */
const leadsSomewhere = (id: string, { frameId, containerId, startBinding, endBinding }: Values, own: ElementType, kindOf: Kinds): Permit => {
  const is = (target: string | null | undefined, fits: (kind: ElementType) => boolean): boolean => {
    if (target === null || target === undefined) return true;
    const kind = kindOf(target);
    return kind !== undefined && target !== id && fits(kind);
  };
  const fine = is(frameId, (kind) => kind === 'frame' && own !== 'frame') && is(containerId, isContainer) && is(startBinding?.elementId, isBindable) && is(endBinding?.elementId, isBindable);
  return fine ? grant : refuse(boardRefusals.noSuchTarget);
};

/** BO27. What an element shows is kept with the board. */
const isKept = ({ images }: Desk, { fileId }: Values): Permit => (fileId === undefined || images.has(fileId) ? grant : refuse(boardRefusals.noSuchImage));

const mayPut = (desk: Desk, elements: readonly Element[]): Permit => {
  const kinds = new Map(elements.map(({ id, type }) => [id, type]));
  if (kinds.size < elements.length) return refuse(boardRefusals.taken);
  if (desk.live + elements.length > MOST_LIVE) return refuse(boardRefusals.full, { most: MOST_LIVE });
  const kindOf: Kinds = (id) => kinds.get(id) ?? livingOn(desk.board, id)?.type;
  return all(elements, (element) => (desk.board.elements.has(element.id) ? refuse(boardRefusals.taken) : andThen(isKept(desk, element as Values), () => leadsSomewhere(element.id, element as Values, element.type, kindOf))));
};

const mayPatch = (desk: Desk, by: Hand, { id, values, base }: Patch, { at, nameOf }: Setting): Permit => {
  const element = livingOn(desk.board, id);
  if (!element) return refuse(boardRefusals.gone);
  const names = Object.keys(values) as Field[];
  return andThen(mayTouch(desk.board, by, element, desk.authors.get(id) === by.id, unlocksOnly(values)), () => {
    if (names.length === 0 || names.some((name) => !fieldsOf[element.type].has(name))) return refuse(boardRefusals.notOfKind);
    const kept = isKept(desk, values);
    if (!kept.granted) return kept;
    if (values.text === undefined) return leadsSomewhere(id, values, element.type, (target) => livingOn(desk.board, target)?.type);
    if (base !== element.textVersion) return refuse(boardRefusals.stale, { now: element.text });
    return andThen(mayWriteIn(desk, by, id, at, nameOf), () => leadsSomewhere(id, values, element.type, (target) => livingOn(desk.board, target)?.type));
  });
};

/** May one delete this element, and what stands in it? */
export const mayRemove = (desk: Desk, by: Hand, id: string, { at, nameOf }: Setting): Permit => {
  const element = livingOn(desk.board, id);
  if (!element) return refuse(boardRefusals.gone);
  return andThen(mayTouch(desk.board, by, element, desk.authors.get(id) === by.id), () => mayWriteIn(desk, by, id, at, nameOf));
};

/** With each shape the texts that stand in it, and each once. */
const withTexts = (desk: Desk, ids: readonly string[]): readonly string[] =>
  [...new Set(ids.flatMap((id) => [id, ...(isContainer(desk.board.elements.get(id)?.type ?? 'text') ? textsIn(desk, id) : [])]))];

/** May one do this, now? */
export const acceptsChange = (desk: Desk, by: Hand, change: BoardChange, setting: Setting): Permit =>
  andThen(mayChange(desk.board, by), () => {
    switch (change.kind) {
      case 'put': return mayPut(desk, change.elements);
      case 'patch': return new Set(change.patches.map(({ id }) => id)).size < change.patches.length ? refuse(boardRefusals.notOfKind) : all(change.patches, (one) => mayPatch(desk, by, one, setting));
      case 'remove': return all(withTexts(desk, change.ids), (id) => mayRemove(desk, by, id, setting));
    }
  });

/** Does what was accepted. Answers what it did, for `remember`. */
export const applyChange = (desk: Desk, by: Hand, change: BoardChange, moment: Moment): Act => {
  switch (change.kind) {
    case 'put': return change.elements.map((element) => lay(desk, element, by.id, moment));
    case 'patch': return change.patches.map(({ id, values }) => write(desk, id, { values }, moment));
    case 'remove': return withTexts(desk, change.ids).map((id) => write(desk, id, { values: {}, live: false }, moment));
  }
};
