/**
 * Browsers take out of the microphone what their own elements play, and not all of them what WebAudio does. Sent through a
 * connection from the page to itself, the mix is played by an element. It costs a little delay, so it is a choice.
 */
import { withOpus } from './opus.ts';

export interface Loopback {
  readonly element: HTMLAudioElement;
  close(): void;
}

/** Opus carries one channel unless it is told that there are two. */
const inStereo = ({ type, sdp = '' }: RTCSessionDescriptionInit): RTCSessionDescriptionInit => ({ type, sdp: withOpus(sdp, { stereo: '1', 'sprop-stereo': '1', maxaveragebitrate: '128000' }) });

/** Plays a mix by an element. Rejects where no connection comes about. */
export const loopBack = async (mix: MediaStream): Promise<Loopback> => {
  const [out, back] = [new RTCPeerConnection(), new RTCPeerConnection()];
  const element = new Audio();
  const close = (): void => {
    element.srcObject = null;
    out.close();
    back.close();
  };
  try {
    for (const [one, other] of [[out, back], [back, out]] as const) one.addEventListener('icecandidate', ({ candidate }) => candidate && void other.addIceCandidate(candidate).catch(() => undefined));
    back.addEventListener('track', ({ track }) => (element.srcObject = new MediaStream([track])));
    for (const track of mix.getAudioTracks()) out.addTrack(track, mix);
    await out.setLocalDescription(inStereo(await out.createOffer()));
    if (out.localDescription) await back.setRemoteDescription(out.localDescription);
    await back.setLocalDescription(inStereo(await back.createAnswer()));
    if (back.localDescription) await out.setRemoteDescription(inStereo(back.localDescription.toJSON()));
    await element.play();
    return { element, close };
  } catch (error) {
    close();
    throw error;
  }
};
