import type { Words } from '#client/app/words.ts';
import type { speakersAround } from '#shared/voice/speakers.ts';
import { speaking as say } from './speaking.words.ts';

/** Who speaks now and from which way, as a sentence. */
export const speakingLine = (words: Words, { speakers, more }: ReturnType<typeof speakersAround>): string => {
  if (speakers.length === 0) return words(say.nobody);
  const each = speakers.map(({ name, from }) => words(say.who, { name, from }));
  return words(say.now, { list: words.list(more > 0 ? [...each, words(say.more, { count: more })] : each) });
};
