import { withOpus } from '../opus.ts';

/** A description that asks whoever reads it to send a voice, and no music: 24 kbit/s carry one; where nobody speaks hardly anything is sent. */
export const asSpeech = (sdp: string): string => withOpus(sdp, { usedtx: '1', maxaveragebitrate: '24000', stereo: '0' });
