/** Ears and mouths for pages that speak: a tone for a microphone, and what comes out counted and measured. */
import type { BrowserContext, Page } from 'playwright-core';

/** Lets a page make sound without a press first. */
export const WITH_SOUND = ['--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'] as const;

interface Ears {
  connections: RTCPeerConnection[];
  /** How many packets each has got; what is closed may forget. */
  counted: number[];
  /** Left and right of everything that sounds: voices, and the page's own. */
  analysers: (readonly AnalyserNode[])[];
  /** Of the microphone, copies included. */
  tracks: MediaStreamTrack[];
}

/** Every page of this context speaks with a tone of so many hertz, and can be listened to. */
export const withTone = (context: BrowserContext, hertz: number): Promise<unknown> =>
  context.addInitScript((frequency) => {
    const ears: Ears = { connections: [], counted: [], analysers: [], tracks: [] };
    Object.assign(globalThis, { ears });
    const Connection = RTCPeerConnection;
    globalThis.RTCPeerConnection = new Proxy(Connection, {
      construct: (target, given) => {
        const connection = Reflect.construct(target, given) as RTCPeerConnection;
        ears.connections.push(connection);
        return connection;
      },
    });
    navigator.mediaDevices.getUserMedia = async () => {
      const audio = new AudioContext();
      const [tone, out] = [audio.createOscillator(), audio.createMediaStreamDestination()];
      tone.frequency.value = frequency;
      tone.connect(out);
      tone.start();
      ears.tracks.push(...out.stream.getTracks());
      return out.stream;
    };
    const clone = MediaStreamTrack.prototype.clone;
    MediaStreamTrack.prototype.clone = function () {
      const copy = clone.call(this);
      if (ears.tracks.includes(this)) ears.tracks.push(copy);
      return copy;
    };
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...given: unknown[]) => AudioNode;
    AudioNode.prototype.connect = function (this: AudioNode, ...given: unknown[]) {
      if (given[0] instanceof AudioDestinationNode) {
        const splitter = this.context.createChannelSplitter(2);
        ears.analysers.push([0, 1].map((channel) => {
          const analyser = this.context.createAnalyser();
          connect.call(splitter, analyser, channel);
          return analyser;
        }));
        connect.call(this, splitter);
      }
      return connect.apply(this, given);
    } as typeof AudioNode.prototype.connect;
  }, hertz);

/** How loud it is on the left and on the right. */
export const levels = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    [0, 1].map((channel) =>
      Math.max(0, ...(globalThis as unknown as { ears: Ears }).ears.analysers.map((analysers) => {
        const analyser = analysers[channel];
        const samples = new Float32Array(analyser?.fftSize ?? 1);
        analyser?.getFloatTimeDomainData(samples);
        return Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
      }))));

/** How many packets of sound have come in, over all connections. */
export const packets = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { connections, counted } = (globalThis as unknown as { ears: Ears }).ears;
    for (const [at, connection] of connections.entries()) {
      let count = 0;
      for (const [, report] of await connection.getStats()) if (report.type === 'inbound-rtp') count += report.packetsReceived;
      counted[at] = Math.max(count, counted[at] ?? 0);
    }
    return counted.reduce((sum, one) => sum + one, 0);
  });

/** How many connections for sound a page has made so far. */
export const connectionsOf = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { ears: Ears }).ears.connections.length);

/** Unplugs every microphone that the page has open, as a browser tells it. */
export const unplug = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const track of (globalThis as unknown as { ears: Ears }).ears.tracks.filter(({ readyState }) => readyState === 'live')) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });

/** Whether a microphone was opened, and whether the browser still shows one as open. */
export const microphoneIn = (page: Page): Promise<'never' | 'open' | 'given back'> =>
  page.evaluate(() => {
    const { tracks } = (globalThis as unknown as { ears: Ears }).ears;
    return tracks.length === 0 ? 'never' : tracks.some(({ readyState }) => readyState === 'live') ? 'open' : 'given back';
  });
