/** Fetches what carries voice once the room can be used, where voice is carried: nobody waits for it before. */
import type { Store } from '#client/net/store.ts';
import { openMicrophoneDialog, type PageState } from '#client/app/context.tsx';
import type { Hearth } from '#client/net/hearth.ts';
import type { Message, MessageValues } from '#shared/kernel/message.ts';

/** Some browsers have it not, or have it turned off. */
const carriesVoices = (): boolean => typeof RTCPeerConnection !== 'undefined';
/** How long (ms) after one has come in. */
const SETTLED = 500;

export interface VoiceDoor {
  /** Whether one can speak: where not, the page says why and what to do. */
  ready(): Promise<boolean>;
  close(): void;
}

/** `tell` says something of the page itself, seen and heard. */
export const openVoiceDoor = (hearth: Hearth, page: Store<PageState>, tell: (words: Message, values?: MessageValues) => void): VoiceDoor => {
  let isClosed = false;
  let session: Promise<{ ready(): Promise<boolean>; close(): void }> | undefined;
  let timer: number | undefined;
  const open = () =>
    (session ??= carriesVoices() ? import('./session.ts').then(({ VoiceSession }) => new VoiceSession(hearth, page, tell)) : import('./voiceless.ts').then(({ beVoiceless }) => beVoiceless(page, tell)));
  const look = (): void => {
    const { facts, connection } = hearth.store.current;
    if (facts.voice === '' || connection.status !== 'here') return;
    stop();
    timer = window.setTimeout(() => void open().catch(() => (session = undefined)), SETTLED);
  };
  const stop = hearth.store.subscribe(look);
  look();
  return {
    ready: async () => {
      if (hearth.store.current.facts.voice === '') return true;
      const isReady = await open().then((one) => one.ready(), () => false);
      if (!isReady && !isClosed) openMicrophoneDialog({ page });
      return isReady;
    },
    close: () => {
      isClosed = true;
      stop();
      clearTimeout(timer);
      void session?.then((one) => one.close());
    },
  };
};
