/** What one does to the elements of a board: the same acts for both editors. */
import * as z from 'zod/mini';
import { defineCapability, type Actor, type Moment } from '../kernel/capability.ts';
import { grant, refuse, type Permit } from '../kernel/refusal.ts';
import { handOf, settingOf, type BoardView } from './board.ts';
import { boardRefusals } from './boards.refusals.ts';
import { cuesOfAct } from './boards.cues.ts';
import { acceptsChange, all, applyChange, changeSchemas, MOST_AT_ONCE, type BoardChange } from './changes.ts';
import { livingOn, type Act, type Desk } from './desk.ts';
import { elementId, fields } from './fields.ts';
import { hold, release } from './holds.ts';
import { mayChange, mayTouch, mayWriteIn, unlocksOnly } from './permission.ts';
import { acceptsUndo, applyUndo, remember } from './undo.ts';

const permit = (view: BoardView, actor: Actor): Permit => mayChange(view.board, handOf(view, actor));
const judge = (desk: Desk, actor: Actor, change: BoardChange, at: number): Permit => acceptsChange(desk, handOf(desk, actor), change, settingOf(desk, at));
const perform = (desk: Desk, actor: Actor, change: BoardChange, moment: Moment, part?: number): Act => {
  const act = applyChange(desk, handOf(desk, actor), change, moment);
  remember(desk, actor.id, act, part);
  return act;
};
const cues = (act: Act, actor: Actor, desk: Desk) => cuesOfAct(desk, actor, act);
/** May one touch this, as far as one sees? */
const mayTouchSeen = (view: BoardView, actor: Actor, id: string, unlocks = false): Permit => {
  const element = view.board.elements.get(id);
  return element?.deletedAt === 0 ? mayTouch(view.board, handOf(view, actor), element, view.owns(actor.id, id), unlocks) : refuse(boardRefusals.gone);
};
/** BO10. What has the same number is one go of the hand: a drag is many commands, and one act to undo. */
const go = z.optional(z.int().check(z.gte(0), z.lte(2 ** 31)));
const common = { anchor: 'board', record: 'named', rate: 'drawing', scope: 'board' } as const;

export const addElements = defineCapability({
  ...common,
  id: 'board.add',
  label: 'Add to the board',
  help: 'Put notes, groups, connections and drawings on the board. Words are enough: a note finds a free place by itself.',
  payload: z.strictObject({ elements: changeSchemas.elements, go }),
  permit,
  guard: (desk: Desk, actor, { elements }, at) => judge(desk, actor, { kind: 'put', elements }, at),
  apply: (desk: Desk, actor, { elements, go: part }, moment) => perform(desk, actor, { kind: 'put', elements }, moment, part),
  cues,
  objectOf: ({ elements }) => elements[0]?.id,
});

const move = z.tuple([elementId, fields.x, fields.y]);
const patchesOf = (moves: readonly (readonly [string, number, number])[]): BoardChange => ({ kind: 'patch', patches: moves.map(([id, x, y]) => ({ id, values: { x, y } })) });

export const moveElements = defineCapability({
  ...common,
  id: 'board.move',
  label: 'Move',
  help: 'Give something another place: in a group, before or after another note, or beside, above or below one.',
  payload: z.strictObject({ moves: z.array(move).check(z.minLength(1), z.maxLength(MOST_AT_ONCE)), go }),
  record: 'none',
  permit,
  accepts: (view: BoardView, actor, { moves }) => all(moves, ([id]) => mayTouchSeen(view, actor, id)),
  guard: (desk: Desk, actor, { moves }, at) => judge(desk, actor, patchesOf(moves), at),
  apply: (desk: Desk, actor, { moves, go: part }, moment) => perform(desk, actor, patchesOf(moves), moment, part),
});

const writing = (id: string, text: string, base: number): BoardChange => ({ kind: 'patch', patches: [{ id, values: { text }, base }] });

export const writeText = defineCapability({
  ...common,
  id: 'board.write',
  label: 'Edit the text',
  help: 'Change what a note says. Where somebody else changed it meanwhile, you get both texts.',
  payload: z.strictObject({ id: elementId, text: fields.text, /** BO2. The version of the text that was read. */ base: z.int() }),
  permit,
  accepts: (view: BoardView, actor, { id }) => mayTouchSeen(view, actor, id),
  guard: (desk: Desk, actor, { id, text, base }, at) => judge(desk, actor, writing(id, text, base), at),
  apply: (desk: Desk, actor, { id, text, base }, moment) => perform(desk, actor, writing(id, text, base), moment),
  cues,
  objectOf: ({ id }) => id,
});

export const editElements = defineCapability({
  ...common,
  id: 'board.edit',
  label: 'Change',
  help: 'Change a colour, a name, a label, a size, a lock, a group or where a connection leads.',
  payload: z.strictObject({ patches: changeSchemas.patches, go }),
  permit,
  accepts: (view: BoardView, actor, { patches }) => all(patches, ({ id, values }) => mayTouchSeen(view, actor, id, unlocksOnly(values))),
  guard: (desk: Desk, actor, { patches }, at) => judge(desk, actor, { kind: 'patch', patches }, at),
  apply: (desk: Desk, actor, { patches, go: part }, moment) => perform(desk, actor, { kind: 'patch', patches }, moment, part),
  cues,
  objectOf: ({ patches }) => patches[0]?.id,
});

export const deleteElements = defineCapability({
  ...common,
  id: 'board.delete',
  label: 'Delete',
  help: 'Take something off the board. Undo brings it back.',
  payload: z.strictObject({ ids: changeSchemas.ids, go }),
  permit,
  accepts: (view: BoardView, actor, { ids }) => all(ids, (id) => mayTouchSeen(view, actor, id)),
  guard: (desk: Desk, actor, { ids }, at) => judge(desk, actor, { kind: 'remove', ids }, at),
  apply: (desk: Desk, actor, { ids, go: part }, moment) => perform(desk, actor, { kind: 'remove', ids }, moment, part),
  cues,
  objectOf: ({ ids }) => ids[0],
});

export const undoOnBoard = defineCapability({
  ...common,
  id: 'board.undo',
  label: 'Undo',
  help: 'Take back what you did last here. What others did stays.',
  payload: z.strictObject({}),
  permit,
  guard: (desk: Desk, actor, _payload, at) => acceptsUndo(desk, handOf(desk, actor), 'undo', settingOf(desk, at)),
  apply: (desk: Desk, actor, _payload, moment) => applyUndo(desk, handOf(desk, actor), 'undo', moment),
  cues,
});

export const redoOnBoard = defineCapability({
  ...common,
  id: 'board.redo',
  label: 'Redo',
  help: 'Do again what you took back last.',
  payload: z.strictObject({}),
  permit,
  guard: (desk: Desk, actor, _payload, at) => acceptsUndo(desk, handOf(desk, actor), 'redo', settingOf(desk, at)),
  apply: (desk: Desk, actor, _payload, moment) => applyUndo(desk, handOf(desk, actor), 'redo', moment),
  cues,
});

export const beginWriting = defineCapability({
  ...common,
  id: 'board.hold',
  label: 'Begin to write',
  help: 'Keeps others from changing a text while you write in it.',
  payload: z.strictObject({ id: elementId }),
  record: 'none',
  permit,
  accepts: (view: BoardView, actor, { id }) => mayTouchSeen(view, actor, id),
  guard: (desk: Desk, actor, { id }, at) => (livingOn(desk.board, id) ? mayWriteIn(desk, actor, id, at, settingOf(desk, at).nameOf) : refuse(boardRefusals.gone)),
  apply: (desk: Desk, actor, { id }, { at }) => hold(desk, actor.id, id, at),
});

export const endWriting = defineCapability({
  ...common,
  id: 'board.release',
  label: 'Stop writing',
  help: 'Lets others write in it again.',
  payload: z.strictObject({}),
  record: 'none',
  permit: (_view: BoardView) => grant,
  apply: (desk: Desk, actor) => release(desk, actor.id),
});
