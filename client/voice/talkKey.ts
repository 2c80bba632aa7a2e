/** Push to talk: the microphone is on for as long as a key is held, wherever one is in the page, in a dialog as well. */
import { settings } from '#client/settings/settings.ts';

/** How long (ms) a key is held before it counts: what begins with it may be another key's doing. */
const HELD = 150;
/** How long (ms) one is heard after it: the last word is not cut. */
const TAIL = 300;

export interface Talk {
  /** Whether the microphone is on already: then the key does nothing. */
  isOn(): boolean;
  begin(): void;
  end(): void;
}

type Timers = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;

/** Listens to the key that is chosen now, until it is told to stop: then nothing is ended any more, for one has left. */
export const listenForTalkKey = (there: EventTarget, { isOn, begin, end }: Talk, { setTimeout, clearTimeout }: Timers = globalThis): (() => void) => {
  const stop = new AbortController();
  let held: string | undefined;
  let isTalking = false;
  let timer: ReturnType<Timers['setTimeout']> | undefined;
  const after = (wait: number, act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const letGo = (tail: number): void => {
    held = undefined;
    clearTimeout(timer);
    if (!isTalking) return;
    after(tail, () => {
      isTalking = false;
      end();
    });
  };
  const down = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.repeat) return;
    const { talkKey } = settings.current;
    if (talkKey === 'off' || event.code !== talkKey) return held === undefined || isTalking ? undefined : letGo(0);
    // A function key would do something else besides.
    if (talkKey !== 'ControlRight') event.preventDefault();
    held = event.code;
    // Pressed again before the last word is over: one goes on.
    if (isTalking) return clearTimeout(timer);
    if (isOn()) return;
    after(HELD, () => {
      isTalking = true;
      begin();
    });
  };
  const up = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.code === held) letGo(TAIL);
  };
  // Whoever goes elsewhere lets go there, unseen.
  const away = (): void => letGo(0);
  const { signal } = stop;
  there.addEventListener('keydown', down, { signal, capture: true });
  there.addEventListener('keyup', up, { signal, capture: true });
  there.addEventListener('blur', away, { signal });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
};
