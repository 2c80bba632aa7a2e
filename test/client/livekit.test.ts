/** What is given to a LiveKit room, where a track comes or goes while another is on its way there. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LivekitStay } from '#client/voice/livekit.ts';

const { room } = vi.hoisted(() => ({ room: { given: new Map<string, { track: unknown }>(), asked: [] as { readonly of: string; end(isRefused?: boolean): Promise<void> }[] } }));

vi.mock('livekit-client', () => {
  class LocalAudioTrack {
    isMuted = false;
    readonly of: string;
    constructor(track: { readonly id: string }) {
      this.of = track.id;
    }
    mute() {
      this.isMuted = true;
    }
    unmute() {
      this.isMuted = false;
    }
  }
  class Room {
    remoteParticipants = new Map();
    localParticipant = {
      trackPublications: room.given,
      permissions: { canPublish: true },
      setTrackSubscriptionPermissions: () => undefined,
      publishTrack: (track: LocalAudioTrack) =>
        new Promise<void>((resolve, reject) => {
          room.asked.push({
            of: track.of,
            async end(isRefused = false) {
              if (isRefused) reject(new Error('refused'));
              else resolve(void room.given.set(track.of, { track }));
              for (let at = 0; at < 10; at++) await Promise.resolve();
            },
          });
        }),
      unpublishTrack: async (track: LocalAudioTrack) => void room.given.delete(track.of),
    };
    on() {
      return this;
    }
    async connect() {}
  }
  return { LocalAudioTrack, Room, RoomEvent: {}, Track: { Kind: { Audio: 'audio' }, Source: { Microphone: 'microphone' } }, setLogLevel: () => undefined };
});

const trackOf = (id: string) => ({ id, getConstraints: () => ({}) }) as unknown as MediaStreamTrack;
const none = { heard: () => undefined, silent: () => undefined, ended: () => undefined, apart: () => undefined };
const begin = () => LivekitStay.begin({ kind: 'livekit', url: 'ws://there', token: '' } as never, { hear: new Set(), heardBy: new Set() } as never, none);
const given = () => [...room.given.keys()];

describe('a track that is being given to a LiveKit room', () => {
  beforeEach(() => {
    room.given.clear();
    room.asked.length = 0;
  });

  it('is taken back where another came meanwhile, which is given in its place', async () => {
    const stay = await begin();
    stay.speak(trackOf('first'));
    stay.speak(trackOf('second'));
    for (let at = 0; at < room.asked.length; at++) await room.asked[at]?.end();
    expect(given()).toEqual(['second']);
  });

  it('is taken back where none is wanted any more', async () => {
    const stay = await begin();
    stay.speak(trackOf('first'));
    stay.hush();
    await room.asked[0]?.end();
    expect(given()).toEqual([]);
  });

  it('is not given again and again where that is refused', async () => {
    const stay = await begin();
    stay.speak(trackOf('first'));
    await room.asked[0]?.end(true);
    expect(room.asked.map(({ of }) => of)).toEqual(['first']);
  });
});
