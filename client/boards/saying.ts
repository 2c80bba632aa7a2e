import type { Words } from '#client/app/words.ts';
import type { Outline, OutlineDrawing, OutlineNote } from '#shared/boards/outline.ts';
import { boards as say } from './boards.words.ts';

const LONGEST = 60;
/** A note by its first line, as it is spoken of. */
export const called = (words: Words, text: string): string => {
  const [line = ''] = text.trim().split('\n');
  return line === '' ? words(say.empty) : line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};
/** What no text says, by what it is and how it was described. */
export const drawingName = (words: Words, { type, label }: Pick<OutlineDrawing, 'type' | 'label'>): string => words(say.drawing, { type, label: label || words(say.noDescription) });
export const groupName = (words: Words, group: { readonly id: string | undefined; readonly name: string } | undefined): string => (group?.id === undefined ? words(say.loose) : group.name || words(say.empty));

/** The same within a sentence: ‘to …’. */
export const groupTo = (words: Words, group: Parameters<typeof groupName>[1]): string => (group?.id === undefined ? words(say.noGroup) : groupName(words, group));

/** Where a note stands: its group, and its place in it. */
export const placeOf = (words: Words, outline: Outline, id: string): { readonly group: string; readonly place: number; readonly count: number } => {
  const group = outline.groups.find(({ notes }) => notes.some((note) => note.id === id));
  return { group: groupTo(words, group), place: (group?.notes.findIndex((note) => note.id === id) ?? -1) + 1, count: group?.notes.length ?? 0 };
};
export const notesOf = (outline: Outline): readonly OutlineNote[] => outline.groups.flatMap(({ notes }) => notes);
