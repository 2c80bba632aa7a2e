/** Two pages in two browsers: one speaks with many voices, the other hears them, by plain elements or by the product's own mixer. */
import { VoiceMixer } from '#client/voice/mixer.ts';

export type Way = 'silent' | 'plain' | 'ours' | 'around';
export interface MixPage {
  /** Voices as one connection's offer, all candidates in it. */
  speak(count: number): Promise<string>;
  /** Takes them in. */
  hear(offer: string): Promise<string>;
  take(answer: string): Promise<void>;
  /** How many voices have come in, by their packets. */
  heard(): Promise<number>;
  /** Plays them in this way, and in no other. */
  play(way: Way): Promise<void>;
}

const connection = new RTCPeerConnection();
const context = new AudioContext();
const tracks: MediaStreamTrack[] = [];
connection.addEventListener('track', ({ track }) => tracks.push(track));
let stop = (): void => undefined;

const gathered = async (): Promise<string> => {
  if (connection.iceGatheringState !== 'complete') await new Promise<void>((resolve) => connection.addEventListener('icegatheringstatechange', () => connection.iceGatheringState === 'complete' && resolve()));
  return JSON.stringify(connection.localDescription);
};

/** Someone who talks: a tone whose loudness goes up and down as that of syllables does. */
const voice = (number: number): MediaStreamTrack => {
  const [tone, syllables, depth, out] = [new OscillatorNode(context, { frequency: 150 + 20 * number, type: 'sawtooth' }), new OscillatorNode(context, { frequency: 3 + number / 10 }), new GainNode(context, { gain: 0.1 }), context.createMediaStreamDestination()];
  const loudness = new GainNode(context, { gain: 0.1 });
  syllables.connect(depth).connect(loudness.gain);
  tone.connect(loudness).connect(out);
  tone.start();
  syllables.start();
  const [track] = out.stream.getAudioTracks();
  if (!track) throw new Error('A destination has no track.');
  return track;
};

const inElements = (isMuted: boolean) => (): (() => void) => {
  const elements = tracks.map((track) => {
    const element = new Audio();
    element.muted = isMuted;
    element.srcObject = new MediaStream([track]);
    void element.play();
    return element;
  });
  return () => elements.forEach((element) => (element.srcObject = null));
};

/** As somebody hears who walks: places are written as often as the session writes them. */
const inMixer = (isAround: boolean) => (): (() => void) => {
  const mixer = new VoiceMixer<number>();
  tracks.forEach((track, number) => mixer.add(number, track));
  let turn = 0;
  const timer = setInterval(() => {
    turn += 0.02;
    tracks.forEach((_track, number) => {
      const angle = turn + number;
      const around = isAround && number < 8 ? { right: Math.sin(angle), ahead: Math.cos(angle), up: 0 } : undefined;
      mixer.put(number, { gain: 0.3 + 0.2 * Math.sin(angle), pan: 0.8 * Math.sin(angle), around });
    });
    mixer.speaking();
  }, 100);
  return () => {
    clearInterval(timer);
    mixer.close();
  };
};

const ways: Readonly<Record<Way, () => () => void>> = { silent: () => () => undefined, plain: inElements(false), ours: inMixer(false), around: inMixer(true) };

const page: MixPage = {
  speak: async (count) => {
    for (let number = 0; number < count; number++) connection.addTrack(voice(number));
    await connection.setLocalDescription();
    return gathered();
  },
  hear: async (offer) => {
    await connection.setRemoteDescription(JSON.parse(offer));
    await connection.setLocalDescription();
    return gathered();
  },
  take: (answer) => connection.setRemoteDescription(JSON.parse(answer)),
  heard: async () => [...(await connection.getStats()).values()].filter((one) => one.type === 'inbound-rtp' && one.packetsReceived > 50).length,
  play: async (way) => {
    stop();
    stop = ways[way]();
    await context.resume();
  },
};
Object.assign(window, { mix: page });
