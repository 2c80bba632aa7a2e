/** What becomes of a microphone that is open, without anybody's wish in the page. */
export interface Watched {
  /** Unplugged, taken back by the browser, or the permission withdrawn: it does not come back by itself. */
  gone(): void;
  /** The computer, the headset or the browser lets no sound through it; or does again. */
  silenced(isSilent: boolean): void;
}

/** Watches a microphone's own track until it is told to stop; a track that the page itself stops is not gone. */
export const watchMicrophone = (track: EventTarget, { gone, silenced }: Watched): (() => void) => {
  const stop = new AbortController();
  const { signal } = stop;
  track.addEventListener('ended', () => gone(), { signal });
  track.addEventListener('mute', () => silenced(true), { signal });
  track.addEventListener('unmute', () => silenced(false), { signal });
  return () => stop.abort();
};

/** Tells each time that devices changed and there is a microphone among them. Answers how to stop. */
export const onMicrophoneThere = (devices: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'> | undefined, tell: () => void): (() => void) => {
  const stop = new AbortController();
  const look = async (): Promise<void> => {
    const found = await devices?.enumerateDevices();
    if (!stop.signal.aborted && found?.some(({ kind }) => kind === 'audioinput')) tell();
  };
  // Plain http has no devices at all.
  devices?.addEventListener('devicechange', () => void look().catch(() => undefined), { signal: stop.signal });
  return () => stop.abort();
};
