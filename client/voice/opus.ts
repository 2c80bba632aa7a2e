/** A description that asks whoever reads it to encode voices so: how the other side encodes is what we say (RFC 7587). */
export const withOpus = (sdp: string, wishes: Readonly<Record<string, string>>): string => {
  const [, opus] = /^a=rtpmap:(\d+) opus\/48000/m.exec(sdp) ?? [];
  if (opus === undefined) return sdp;
  const said = new RegExp(`^a=fmtp:${opus} ([^\\r\\n]*)`, 'm');
  const words = (said.exec(sdp)?.[1] ?? '').split(';').flatMap((word) => {
    const [name = '', value = ''] = word.trim().split('=');
    return name === '' ? [] : [[name, value] as const];
  });
  const line = `a=fmtp:${opus} ${Object.entries({ ...Object.fromEntries(words), ...wishes }).map(([name, value]) => `${name}=${value}`).join(';')}`;
  return said.test(sdp) ? sdp.replace(said, line) : sdp.replace(new RegExp(`^(a=rtpmap:${opus} [^\\r\\n]*)`, 'm'), `$1\r\n${line}`);
};
