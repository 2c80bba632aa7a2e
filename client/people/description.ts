import { describeLook } from '#shared/people/look.description.ts';
import type { Look } from '#shared/people/look.options.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';

/** "Golden skin, dark brown bob, round glasses, turquoise jumper, navy trousers" */
export const describe = (words: Words, look: Look): string => words.sentence(words(describeLook(look)));

/** The spoken description of a look, in the reader's language. */
export const useDescription = (look: Look): string => describe(useWords(), look);
