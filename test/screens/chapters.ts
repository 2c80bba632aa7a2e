/**
 * Every screen and state that a person can meet, in chapters, and how one comes to each. The gallery photographs them, axe
 * and measures judge them, keys go through them; the pseudo-locale and the content security policy are held against them.
 * A new screen is a line or two in its chapter: bring it about, and call `at` with what it is.
 */
import { board, boardDialogs } from './board.ts';
import { dialogs, steward } from './dialogs.ts';
import { alone, astray, doors, join } from './doors.ts';
import { connection, ended } from './endings.ts';
import { picture } from './picture.ts';
import { planned } from './planned.ts';
import { ritual } from './ritual.ts';
import { room, talk, welcome } from './room.ts';
import type { At, Chapter, Stage } from './stage.ts';

/** In the order of a visit: each begins where the one before leaves one, and the first with a fresh browser. */
export const chapters = { doors, join, alone, room, talk, dialogs, steward, welcome, ritual, planned, board, boardDialogs, astray, picture, connection, ended } as const satisfies Record<string, Chapter>;
export type ChapterId = keyof typeof chapters;
export const chapterIds = Object.keys(chapters) as readonly ChapterId[];
/** Those that each guise is judged in. Rituals are for the gallery: what judges them walks through them anyway (`test/browser/launch` and `ritual`). */
export const judgedIds = chapterIds.filter((id) => id !== 'ritual' && id !== 'planned');

/** What later chapters stand on: a way in, and a seat at the fire. */
const needed: readonly ChapterId[] = ['join', 'room'];

/** Goes through the chapters that are wanted, from the way in. Whoever does not read one that is needed goes through it without looking. */
export const visitScreens = async (stage: Stage, at: (screen: string, chapter: ChapterId) => Promise<void>, wanted: readonly ChapterId[] = judgedIds): Promise<void> => {
  const quietly: At = async () => undefined;
  const last = chapterIds.findLastIndex((id) => wanted.includes(id));
  for (const id of chapterIds.slice(0, last + 1)) {
    if (wanted.includes(id)) await chapters[id](stage, (screen) => at(screen, id));
    else if (needed.includes(id)) await chapters[id](stage, quietly);
  }
};
