import type { Actor } from '../kernel/capability.ts';
import { cue, cueKind, type Cue, type CueKind } from '../kernel/cue.ts';
import type { PersonId } from '../kernel/ids.ts';
import { livingOn, type Act, type Desk } from './desk.ts';

/** What others do at a board, in words. What one did oneself is said by the page, which knows where it now stands. `hidden`: nobody is to know who (BO18). */
export const boardCues = {
  added: cueKind('board.added', {
    category: 'people', priority: 2,
    others: '{hidden, select, yes {Somebody} other {{name}}} added {text, select, none {something} other {‘{text}’}}.',
    many: '{hidden, select, yes {{count} things were added} other {{names} added {count} things}}.',
  }),
  wrote: cueKind('board.wrote', {
    category: 'people', priority: 2,
    others: '{hidden, select, yes {Somebody} other {{name}}} wrote: ‘{text}’.',
    many: '{hidden, select, yes {{count} texts were changed} other {{names} changed {count} texts}}.',
  }),
  moved: cueKind('board.moved', {
    category: 'people', priority: 2,
    others: '{hidden, select, yes {Somebody} other {{name}}} moved {text, select, none {something} other {‘{text}’}} to {group, select, none {no group} other {{group}}}.',
    many: '{hidden, select, yes {{count} things were moved to other groups} other {{names} moved {count} things to other groups}}.',
  }),
  removed: cueKind('board.removed', {
    category: 'people', priority: 2,
    others: '{hidden, select, yes {Somebody} other {{name}}} deleted {text, select, none {something} other {‘{text}’}}.',
    many: '{hidden, select, yes {{count} things were deleted} other {{names} deleted {count} things}}.',
  }),
  many: cueKind('board.many', { category: 'people', priority: 2, others: '{hidden, select, yes {Somebody} other {{name}}} changed {count} things at once.' }),
  renamed: cueKind('board.renamed', { category: 'people', priority: 2, others: '{name} named the board ‘{title}’.' }),
  ruled: cueKind('board.ruled', {
    category: 'people', priority: 1,
    others: '{name} changed what may be done here: {rule, select, open {everybody may change everything} own {everybody changes what they made} frozen {the board is frozen} shown {everybody sees who made what} hidden {nobody sees who made what} edit {guests may change the board} other {guests may read the board}}.',
  }),
  votesBegun: cueKind('board.votesBegun', { category: 'people', priority: 1, earcon: 'turn', others: 'Votes are open: you have {budget, plural, one {# vote} other {# votes}}. {secret, select, yes {Counts are told at the end.} other {Counts are seen as they grow.}}' }),
  votesClosed: cueKind('board.votesClosed', { category: 'people', priority: 1, others: 'Votes are closed. The counts stand with the notes.' }),
  restored: cueKind('board.restored', { category: 'people', priority: 1, others: '{name} brought an earlier copy of the board back. A copy of what was here before is kept.' }),
  came: cueKind('board.came', { category: 'people', priority: 2, others: '{name} is at the board.', many: '{names} are at the board.' }),
  went: cueKind('board.went', { category: 'people', priority: 3, others: '{name} left the board.', many: '{names} left the board.' }),
} as const;

const LONGEST_SAID = 60;
/** What something is called where it is spoken of: the first line of what is written in it, else its label or name. */
export const calledOn = (desk: Pick<Desk, 'board' | 'inside'>, id: string): string => {
  const element = desk.board.elements.get(id);
  if (!element) return '';
  const inside = [...(desk.inside.get(id) ?? [])].map((text) => desk.board.elements.get(text)?.text ?? '').find(Boolean);
  const rest = JSON.parse(element.rest) as { readonly label?: string; readonly name?: string; readonly containerId?: string };
  const [line = ''] = (element.text || inside || rest.name || rest.label || '').split('\n');
  return line.length > LONGEST_SAID ? `${line.slice(0, LONGEST_SAID - 1)}…` : line;
};

const nameOf = (desk: Desk, by: PersonId): string => desk.board.people.get(by)?.name ?? '';

/** A cue to everybody else at the board: of the work itself nobody is told whose it is while authors are hidden. */
export const toOthers = (desk: Desk, actor: Actor, kind: CueKind, values: Cue['values'] = {}): Cue => {
  const isHidden = desk.board.authors === 'hidden' && workKinds.has(kind.id);
  return cue(kind, isHidden ? undefined : actor.id, 'others', { ...values, hidden: isHidden ? 'yes' : 'no', name: isHidden ? '' : nameOf(desk, actor.id) });
};
const workKinds: ReadonlySet<string> = new Set([boardCues.added, boardCues.wrote, boardCues.moved, boardCues.removed, boardCues.many].map(({ id }) => id));

/** Of so many elements in one act others hear each; of more, how many. */
const MOST_TOLD = 10;

/** What others hear of changed elements: what came, went, was written or stands in another group; a drag is for the eye. */
export const cuesOfAct = (desk: Desk, actor: Actor, act: Act): readonly Cue[] => {
  const touched = new Set(act.map(({ id }) => id));
  // A text that came, went or moved with its shape is part of it.
  const parts = new Set([...touched].flatMap((id) => [...(desk.inside.get(id) ?? [])]));
  const isPart = (id: string): boolean => parts.has(id);
  const told = act.length > 1 ? act.filter(({ id, after }) => after.live === undefined || desk.board.elements.get(id)?.type !== 'text' || !isPart(id)) : act;
  const cues = told.flatMap(({ id, before, after }) => {
    const say = (kind: CueKind, values: Cue['values'] = {}): Cue => toOthers(desk, actor, kind, { text: calledOn(desk, id) || 'none', element: id, ...values });
    if (after.live !== undefined && after.live !== before.live) return say(after.live ? boardCues.added : boardCues.removed);
    if (after.values.text !== undefined && after.values.text !== before.values.text) return say(boardCues.wrote);
    const { frameId } = after.values;
    if (frameId === undefined || frameId === before.values.frameId || (desk.board.elements.get(id)?.type === 'text' && isPart(id))) return [];
    return say(boardCues.moved, { group: frameId !== null && livingOn(desk.board, frameId) ? calledOn(desk, frameId) || 'none' : 'none' });
  });
  return cues.length > MOST_TOLD ? [toOthers(desk, actor, boardCues.many, { count: cues.length })] : cues;
};
