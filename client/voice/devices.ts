/** The microphones and speakers that a browser lets one choose from. */
export interface AudioDevice {
  readonly id: string;
  readonly name: string;
}
export interface AudioDevices {
  readonly microphones: readonly AudioDevice[];
  readonly speakers: readonly AudioDevice[];
}
export const noDevices: AudioDevices = { microphones: [], speakers: [] };

/** These stand for another one of the list, as the computer has it set: that is our first choice already. */
const stands = new Set(['default', 'communications', '']);

/** Those with a name: before a microphone was allowed, browsers tell none. */
export const audioDevices = async (devices: Pick<MediaDevices, 'enumerateDevices'> | undefined): Promise<AudioDevices> => {
  const all = (await devices?.enumerateDevices().catch(() => [])) ?? [];
  const of = (wanted: MediaDeviceKind): readonly AudioDevice[] =>
    all.filter(({ kind, deviceId, label }) => kind === wanted && !stands.has(deviceId) && label !== '').map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  return { microphones: of('audioinput'), speakers: of('audiooutput') };
};

interface WithSink {
  setSinkId(id: string): Promise<void>;
}
const hasSink = (player: object): player is WithSink => 'setSinkId' in player;
/** Whether sound of ours can be sent to chosen speakers. */
export const canChooseSpeaker = (): boolean => typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype;

/** Sends what a context or an element plays to chosen speakers; where they are gone, to those of the computer. */
export const soundThrough = async (player: AudioContext | HTMLAudioElement, speaker: string): Promise<void> => {
  if (!hasSink(player)) return;
  await player.setSinkId(speaker).catch(() => (speaker === '' ? undefined : player.setSinkId('').catch(() => undefined)));
};
