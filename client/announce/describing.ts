import type { CueKind, Part } from '#shared/kernel/cue.ts';
import type { MessageValues } from '#shared/kernel/message.ts';
import type { Words } from '#client/app/words.ts';
import type { Settings } from '#client/settings/settings.ts';

/** How somebody wants descriptions: what first, and how much. */
export type Describing = Pick<Settings, 'first' | 'detail'>;

/** What remains of a short one: who, where, with whom. */
const short: ReadonlySet<Part> = new Set(['name', 'place', 'state', 'circle', 'near']);

/** A description in the order that somebody wants, without what they leave out (reference/accessibility.md §5 A3). */
export const described = (words: Words, said: NonNullable<CueKind['parts']>, values: MessageValues, { first, detail }: Describing): string => {
  const chosen = (Object.keys(said) as Part[]).filter((part) => detail === 'full' || short.has(part));
  const ordered = first === 'place' ? [...chosen.filter((part) => part === 'place'), ...chosen.filter((part) => part !== 'place')] : chosen;
  const texts = ordered.map((part) => {
    const message = said[part];
    const text = message ? words(message, values).trim() : '';
    // Others begin as sentences do; a name is written as its bearer writes it.
    return part === 'look' ? words.sentence(text) : text;
  });
  return texts.filter((text) => text !== '').join(' ');
};
