/** 24 kbit/s carry a voice; where nobody speaks hardly anything is sent. */
const WISHES: Readonly<Record<string, string>> = { usedtx: '1', maxaveragebitrate: '24000', stereo: '0' };

/** A description that asks whoever reads it to send a voice, and no music: how the other side encodes is what we say (RFC 7587). */
export const asSpeech = (sdp: string): string => {
  const [, opus] = /^a=rtpmap:(\d+) opus\/48000/m.exec(sdp) ?? [];
  if (opus === undefined) return sdp;
  const said = new RegExp(`^a=fmtp:${opus} ([^\\r\\n]*)`, 'm');
  const words = (said.exec(sdp)?.[1] ?? '').split(';').flatMap((word) => {
    const [name = '', value = ''] = word.trim().split('=');
    return name === '' ? [] : [[name, value] as const];
  });
  const line = `a=fmtp:${opus} ${Object.entries({ ...Object.fromEntries(words), ...WISHES }).map(([name, value]) => `${name}=${value}`).join(';')}`;
  return said.test(sdp) ? sdp.replace(said, line) : sdp.replace(new RegExp(`^(a=rtpmap:${opus} [^\\r\\n]*)`, 'm'), `$1\r\n${line}`);
};
