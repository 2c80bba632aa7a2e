/** What each capability of the voice brings about. Nothing carries the sound here: test/browser/voice.test.ts listens. */
import { microphoneOf, type Microphone } from '#shared/voice/microphone.ts';
import { told, type Effect } from './arrange.ts';
import type { Stage } from './stage.ts';

/** As the server holds it, and as the page shows it. */
const is = async ({ self, page }: Stage, microphone: Microphone): Promise<void> => {
  await self.until(`the microphone is ${microphone}`, ({ facts, id }) => microphoneOf(facts.people.get(id)) === microphone);
  await page.locator(`#controls [data-capability="${microphone === 'on' ? 'voice.off' : 'voice.on'}"]`).waitFor();
};
const isOff = async (stage: Stage): Promise<void> => {
  await stage.self.perform('voice.on', {});
  await stage.self.perform('voice.off', {});
  await is(stage, 'off');
};
const wandaIs = ({ wanda }: Stage, microphone: Microphone): Promise<void> =>
  wanda.until(`Wanda's microphone is ${microphone}`, ({ facts, id }) => microphoneOf(facts.people.get(id)) === microphone);
const wandaSpeaks = async (stage: Stage): Promise<void> => {
  await stage.self.perform('voice.release', { person: stage.wanda.id });
  await stage.wanda.perform('voice.on', {});
  await wandaIs(stage, 'on');
};
const isHeld = ({ wanda }: Stage, held: boolean): Promise<void> => wanda.until(`Wanda is ${held ? '' : 'not '}held muted`, ({ facts, id }) => (facts.people.get(id)?.heldBy !== '') === held);

export const voiceEffects = {
  'voice.on': { arrange: isOff, done: (stage) => is(stage, 'on'), words: /^Microphone is on\./ },
  'voice.off': {
    arrange: async (stage) => {
      await stage.self.perform('voice.on', {});
      await is(stage, 'on');
    },
    done: (stage) => is(stage, 'off'),
    words: /^Microphone is off\.$/,
  },
  'voice.listen': {
    arrange: isOff,
    done: async (stage) => {
      await is(stage, 'listening');
      await isOff(stage);
    },
    words: /^You only listen now\./,
  },
  'voice.who': { arrange: isOff, done: (stage) => told(stage, 'voice.heardBy'), words: /^Microphone is off\. Nobody would hear you yet\.$/ },
  'voice.mute': { arrange: wandaSpeaks, done: (stage) => wandaIs(stage, 'off'), words: /^You muted Wanda\. / },
  'voice.hold': { arrange: wandaSpeaks, done: (stage) => isHeld(stage, true), words: /^You muted Wanda until you end it\.$/ },
  'voice.release': {
    arrange: async (stage) => {
      await stage.self.perform('voice.hold', { person: stage.wanda.id });
      await isHeld(stage, true);
    },
    done: (stage) => isHeld(stage, false),
    words: /^Wanda may turn the microphone on again\.$/,
  },
  'voice.muteAll': {
    arrange: async (stage) => {
      await wandaSpeaks(stage);
      // Behind *More*, if it is open, the button is not refused any more.
      await stage.page.waitForFunction(() => document.querySelector('#controls [data-capability="voice.muteAll"] [aria-disabled]') === null);
    },
    done: (stage) => wandaIs(stage, 'off'), words: /^You muted 1 person\. /,
  },
} satisfies Readonly<Record<string, Effect>>;
