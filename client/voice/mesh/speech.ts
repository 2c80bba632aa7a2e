/** 24 kbit/s carry a voice; where nobody speaks hardly anything is sent. */
const WISHES = 'usedtx=1;maxaveragebitrate=24000;stereo=0';

/** A description that asks whoever reads it to send a voice, and no music: how the other side encodes is what we say (RFC 7587). */
export const asSpeech = (sdp: string): string => {
  const [, opus] = /^a=rtpmap:(\d+) opus\/48000/m.exec(sdp) ?? [];
  return opus === undefined ? sdp : sdp.replace(new RegExp(`^a=fmtp:${opus} [^\\r\\n]*`, 'm'), (line) => `${line};${WISHES}`);
};
