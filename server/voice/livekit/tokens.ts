import { AccessToken, TrackSource } from 'livekit-server-sdk';
import type { Address } from '#shared/voice/news.ts';

/** How long (s) a token opens a room; LiveKit itself adds a minute. */
const LASTS = 120;
/** LiveKit takes a name of any length. */
const LONGEST_NAME = 64;

export interface Pass {
  readonly audioRoom: string;
  readonly address: Address;
  readonly name: string;
  readonly maySpeak: boolean;
}

/** A token that lets its holder into one audio room, to listen and, where they may, to speak: nothing else. */
export const passTo = ({ key, secret }: { readonly key: string; readonly secret: string }, { audioRoom, address, name, maySpeak }: Pass): Promise<string> => {
  const token = new AccessToken(key, secret, { identity: address, name: [...name].slice(0, LONGEST_NAME).join(''), ttl: LASTS });
  token.addGrant({
    room: audioRoom,
    roomJoin: true,
    canSubscribe: true,
    canPublish: maySpeak,
    canPublishSources: maySpeak ? [TrackSource.MICROPHONE] : [],
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  return token.toJwt();
};
