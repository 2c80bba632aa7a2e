/** Where a browser carries no voices: whoever is in it is told that they hear nobody, once, and the microphone's button says so from then on. */
import { changePage, noVoice, type PageState } from '#client/app/context.tsx';
import type { Store } from '#client/net/store.ts';
import type { Message } from '#shared/kernel/message.ts';
import { voice as words } from './voice.words.ts';

export const beVoiceless = (page: Store<PageState>, tell: (words: Message) => void) => {
  changePage({ page }, { voice: { ...noVoice, device: 'unable' } });
  tell(words.unable);
  return { ready: () => Promise.resolve(false), close: () => undefined };
};
