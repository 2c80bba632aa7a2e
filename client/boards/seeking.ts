import type { Board } from '#shared/boards/board.state.ts';
import type { NoteColour } from '#shared/boards/note.ts';
import type { Outline } from '#shared/boards/outline.ts';
import { changesSince, filterOutline, type Known } from '#shared/boards/outline.filter.ts';
import type { View } from '#shared/kernel/view.ts';

/** What one looks for on the board; empty is any. */
export interface Seeking {
  readonly words: string;
  readonly author: string;
  readonly colour: NoteColour | '';
  readonly changed: boolean;
  /** BO28. Only what nobody has described. */
  readonly undescribed: boolean;
}
export const nothingSought: Seeking = { words: '', author: '', colour: '', changed: false, undescribed: false };
export const isSeeking = ({ words, author, colour, changed, undescribed }: Seeking): boolean => words.trim() !== '' || author !== '' || colour !== '' || changed || undescribed;

/** BO15. */
export const soughtIn = (outline: Outline, board: Pick<View<Board>, 'elements'>, known: Known | undefined, seeking: Seeking): Outline => {
  if (!isSeeking(seeking)) return outline;
  const { words, author, colour, changed, undescribed } = seeking;
  const since = changed && known ? changesSince(known, board) : undefined;
  return filterOutline(outline, { words, undescribed, ...(author === '' ? {} : { author }), ...(colour === '' ? {} : { colour }), ...(since ? { among: new Set([...since.added, ...since.changed]) } : {}) });
};
