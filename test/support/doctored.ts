/** A client that keeps to nothing: LiveKit's own library in a page of ours, with a good token and no manners. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AudioSeat } from '#shared/voice/seat.ts';
import { root } from './server-process.ts';

/** What of LiveKit's library is used here. */
interface DoctoredRoom {
  connect(url: string, token: string, options: object): Promise<void>;
  readonly remoteParticipants: ReadonlyMap<string, { readonly trackPublications: ReadonlyMap<string, { setSubscribed(wanted: boolean): void }> }>;
  readonly localParticipant: { hasPermissionsToPublish: () => boolean; publishTrack(track: MediaStreamTrack, options: object): Promise<unknown> };
}
type Doctored = { doctored: DoctoredRoom };

/** Comes in by somebody's place, and asks for every voice, over and over. */
export const comeDoctored = async (page: Page, seat: AudioSeat): Promise<void> => {
  if (seat.kind !== 'livekit') throw new Error('The place is not in a LiveKit room.');
  const { url, token } = seat;
  await page.route('**/assets/doctored.js', async (route) => route.fulfill({ contentType: 'text/javascript', body: `${await readFile(join(root, 'node_modules/livekit-client/dist/livekit-client.esm.mjs'), 'utf8')}\nglobalThis.DoctoredRoom = Room;` }));
  await page.addScriptTag({ url: '/assets/doctored.js', type: 'module' });
  await page.waitForFunction(() => 'DoctoredRoom' in globalThis);
  await page.evaluate(async ({ path, pass }) => {
    const { DoctoredRoom: Library } = globalThis as unknown as { DoctoredRoom: new (options: object) => DoctoredRoom };
    const room = new Library({ singlePeerConnection: false });
    await room.connect(`${location.origin.replace('http', 'ws')}${path}`, pass, { autoSubscribe: true });
    const ask = (wanted: boolean): void => room.remoteParticipants.forEach(({ trackPublications }) => trackPublications.forEach((one) => one.setSubscribed(wanted)));
    setInterval(() => {
      ask(false);
      ask(true);
    }, 150);
    Object.assign(globalThis, { doctored: room } satisfies Doctored);
  }, { path: url, pass: token });
};

/** Speaks, whatever it may. */
export const speakDoctored = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { doctored } = globalThis as unknown as Doctored;
    doctored.localParticipant.hasPermissionsToPublish = () => true;
    const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks();
    if (track) void doctored.localParticipant.publishTrack(track, { source: 'microphone' }).catch(() => undefined);
  });
