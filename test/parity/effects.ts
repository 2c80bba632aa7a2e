/** What each capability brings about, by whatever means it is done: what the server holds, and which words are heard. */
import type { CapabilityId } from '#shared/registry.ts';
import { heard, waitHeard } from '#test/support/heard.ts';
import { witness } from '#test/support/witness.ts';
import { handIsUp, isSeated, seen, standing, stands, told, type Effect } from './arrange.ts';
import { circleEffects } from './effects.circles.ts';
import { chatEffects } from './effects.chat.ts';
import { mineEffects } from './effects.mine.ts';
import { voiceEffects } from './effects.voice.ts';
import type { Stage } from './stage.ts';

/** Four gestures a second, and those before it in the matrix were gestures too. */
const notTooFast = ({ self }: Stage): Promise<void> =>
  self.until('room for another gesture', ({ cues, id }) => cues.filter(({ kind, by, at }) => kind.startsWith('gesture.') && by === id && Date.now() - at < 1_100).length < 4);

/** To where newcomers stand, and turned as they are: the hearth, its seats and Wanda lie ahead. */
export const faceTheHearth = async ({ page, self, wanda, name }: Stage): Promise<void> => {
  // What a cell before opened of the tray lies over people's feet.
  const more = page.locator('#controls [data-focus-key="more"] button');
  if ((await more.getAttribute('aria-expanded')) === 'true') await more.click();
  for (const z of [7.6, 6.4]) {
    await self.perform('move.goTo', { to: 'spot', x: 0, z });
    await wanda.until(`${name} stands at the entrance`, () => {
      const is = wanda.pose(name);
      return is?.speed === 0 && Math.hypot(is.x, is.z - z) < 0.3;
    });
  }
  // The picture is drawn once more, and what lies over it follows.
  await wanda.perform('gesture.wave', {});
};

/** On the other side of the hearth: it takes long to walk there, for whoever is to be stopped on the way. */
const far = { x: -10, z: -15 } as const;

/** Wanda offers to guide them, and the page shows it. */
const guideOffered = async ({ wanda, self, page }: Stage): Promise<void> => {
  await self.perform('guide.decline', {});
  await wanda.perform('follow.stop', {});
  await self.perform('follow.stop', {});
  await wanda.perform('guide.offer', { person: self.id });
  await page.locator('[data-capability="guide.accept"]').first().waitFor();
};

export const VENUE = 'Library Hall';

/** Whether what Wanda does reaches them: Olga waves after her, so that what has not come by then will not come. */
const hears = async ({ self, wanda, olga }: Stage, wanted: boolean): Promise<void> => {
  const from = self.cues.length;
  await wanda.perform('gesture.clap', {});
  await olga.perform('gesture.wave', {});
  await self.until('Olga waves', ({ cues }) => cues.slice(from).some(({ kind, by }) => kind === 'gesture.waved' && by === olga.id));
  const reached = self.cues.slice(from).some(({ kind, by }) => kind === 'gesture.clapped' && by === wanda.id);
  if (reached !== wanted) throw new Error(`Wanda ${reached ? 'reaches' : 'does not reach'} them.`);
};

export const effects: Readonly<Record<CapabilityId, Effect>> = {
  'hand.raise': {
    arrange: async (stage) => handIsUp(stage) && (await stage.self.perform('hand.lower', {})),
    done: (stage) => stage.wanda.until('the hand is up', () => handIsUp(stage)),
    words: /^Hand is up\. You are 1st\.$/,
  },
  'hand.lower': {
    arrange: async (stage) => !handIsUp(stage) && (await stage.self.perform('hand.raise', {})),
    done: (stage) => stage.wanda.until('the hand is down', () => !handIsUp(stage)),
    words: /^Hand is down\.$/,
  },
  'gesture.wave': { arrange: notTooFast, done: (stage) => seen(stage, 'gesture.waved'), words: /^You wave\.$/ },
  'gesture.nod': { arrange: notTooFast, done: (stage) => seen(stage, 'gesture.nodded'), words: /^You nod\.$/ },
  'gesture.heart': { arrange: notTooFast, done: (stage) => seen(stage, 'gesture.hearted'), words: /^You send a heart\.$/ },
  'gesture.laugh': { arrange: notTooFast, done: (stage) => seen(stage, 'gesture.laughed'), words: /^You laugh\.$/ },
  'gesture.thanks': { arrange: notTooFast, done: (stage) => seen(stage, 'gesture.thanked'), words: /^You say thanks\.$/ },
  'gesture.clap': { arrange: notTooFast, done: (stage) => seen(stage, 'gesture.clapped'), words: /^You clap\.$/ },
  'move.goTo': {
    arrange: standing,
    done: (stage) => stage.wanda.until('they stand beside Wanda', ({ between }) => {
      const metres = between.call(stage.wanda, stage.name, 'Wanda');
      return metres > 1 && metres < 1.6 && stage.wanda.pose(stage.name)?.speed === 0;
    }),
    words: /^You walk to Wanda\.$/,
  },
  'move.stop': {
    arrange: async ({ self, name }) => {
      await self.perform('move.goTo', { to: 'spot', ...far });
      await self.until('they walk', () => (self.pose(name)?.speed ?? 0) > 0);
    },
    done: async (stage) => {
      await stands(stage);
      const { x, z } = stage.wanda.pose(stage.name) ?? far;
      if (Math.hypot(x - far.x, z - far.z) < 1) throw new Error('They walked all the way.');
    },
    words: /^You stopped\. You are /,
  },
  'seat.sit': { arrange: standing, done: (stage) => stage.wanda.until('they sit', () => isSeated(stage)), words: /^You sit on / },
  'seat.stand': {
    arrange: async (stage) => {
      if (isSeated(stage)) return;
      await stage.self.perform('seat.sit', {});
      await stage.wanda.until('they sit', () => isSeated(stage));
    },
    done: (stage) => stage.wanda.until('they stand', () => !isSeated(stage)),
    words: /^You are standing\.$/,
  },
  'follow.start': {
    arrange: async (stage) => {
      await standing(stage);
      await stage.self.perform('follow.stop', {});
    },
    done: ({ wanda, self }) => wanda.until('Wanda is followed', ({ facts, id }) => facts.people.get(self.id)?.following === id),
    words: /^You follow Wanda\./,
  },
  'follow.stop': {
    arrange: async ({ self, wanda, page }) => {
      await self.perform('follow.stop', {});
      const said = heard(page).length;
      await self.perform('follow.start', { person: wanda.id });
      // The page knows it, too, before one looks for the way to end it.
      await waitHeard(page, /^You follow Wanda\./, said);
    },
    done: ({ wanda, self }) => wanda.until('Wanda is not followed', ({ facts }) => facts.people.get(self.id)?.following === ''),
    words: /^You follow Wanda no more\.$/,
  },
  'follow.decline': {
    arrange: async ({ self, wanda, page }) => {
      await wanda.perform('follow.stop', {});
      await self.perform('follow.stop', {});
      const said = heard(page).length;
      await wanda.perform('follow.start', { person: self.id });
      await waitHeard(page, /^Wanda follows you\./, said);
      // A cue may come before the patch that shows it.
      await self.until('Wanda follows', ({ facts, id }) => facts.people.get(wanda.id)?.following === id);
    },
    done: ({ wanda }) => wanda.until('Wanda follows nobody', ({ facts, id }) => facts.people.get(id)?.following === ''),
    words: /^Wanda follows you no more\.$/,
  },
  'guide.offer': {
    arrange: async ({ wanda, self }) => {
      await wanda.perform('guide.decline', {});
      await wanda.perform('follow.stop', {});
      await self.perform('follow.stop', {});
    },
    done: async ({ wanda, self }) => {
      await wanda.until('the offer', ({ facts, id }) => facts.people.get(id)?.guide === self.id);
      await wanda.perform('guide.decline', {});
    },
    words: /^You offer to guide Wanda\./,
  },
  'guide.accept': {
    arrange: guideOffered,
    done: async ({ wanda, self }) => {
      await wanda.until('they follow', ({ facts, id }) => facts.people.get(self.id)?.following === id);
      await self.perform('follow.stop', {});
    },
    words: /^You follow Wanda\./,
  },
  'guide.decline': {
    arrange: guideOffered,
    done: ({ wanda, self }) => wanda.until('no offer', ({ facts }) => facts.people.get(self.id)?.guide === ''),
    words: /^You stay where you are\.$/,
  },
  'portal.enter': {
    arrange: standing,
    done: async ({ page }) => {
      await page.waitForURL('**/r/library');
      await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    },
    words: /^You go to Library, by the arch to the Library\.$/,
  },
  'portal.wait': { done: (stage) => told(stage, 'portal.waiting'), words: /^You are told when there is a place in Garden\.$/ },
  'place.safe': {
    arrange: standing,
    done: (stage) => stage.wanda.until('they stand where newcomers do', () => {
      const { x = NaN, z = NaN } = stage.wanda.pose(stage.name) ?? {};
      return stage.wanda.layout.spawns.some((spawn) => Math.hypot(spawn.x - x, spawn.z - z) < 0.05);
    }),
    words: /^You are where newcomers stand\. /,
  },
  ...circleEffects,
  ...mineEffects,
  ...chatEffects,
  ...voiceEffects,
  'mood.evening': {
    arrange: async ({ self, wanda, page }) => {
      if (wanda.facts.mood === 'evening') await self.perform('mood.day', {});
      // Behind *More*, if it is open, the one button has turned.
      await page.locator('#controls [data-capability="mood.day"]').waitFor({ state: 'detached' });
    },
    done: (stage) => stage.wanda.until('it is evening', () => stage.wanda.facts.mood === 'evening'),
    words: /^It is evening here now\.$/,
  },
  'mood.day': {
    arrange: async ({ self, wanda, page }) => {
      if (wanda.facts.mood !== 'evening') await self.perform('mood.evening', {});
      await page.locator('#controls [data-capability="mood.evening"]').waitFor({ state: 'detached' });
    },
    done: (stage) => stage.wanda.until('it is day', () => stage.wanda.facts.mood === 'day'),
    words: /^It is day here now\.$/,
  },
  'place.where': { done: (stage) => told(stage, 'place.where'), words: /^Commons\. You (are|sit) (at|\d+ metres? from) / },
  'place.who': { done: (stage) => told(stage, 'place.who'), words: /^(One other person is|\d+ others are) here: .*Wanda/ },
  'place.link': { done: (stage) => told(stage, 'place.link'), words: /^The link to where you are is ready to be copied\. You / },
  'people.describe': { done: (stage) => told(stage, 'people.described'), words: /^Wanda\. .*skin.*(At|metres? from) / },
  'people.availability': {
    arrange: ({ self }) => self.perform('people.availability', { availability: 'open' }),
    done: async ({ wanda, self }) => {
      await wanda.until('they are focused', ({ facts }) => facts.people.get(self.id)?.availability === 'focused');
      await self.perform('people.availability', { availability: 'open' });
    },
    words: /^You are focused\./,
  },
  'people.mute': {
    arrange: ({ self, wanda }) => self.perform('people.unmute', { person: wanda.id }),
    done: async (stage) => {
      await told(stage, 'moderation.muted');
      await hears(stage, false);
    },
    words: /^You have muted Wanda\./,
  },
  'people.unmute': {
    arrange: ({ self, wanda }) => self.perform('people.mute', { person: wanda.id }),
    done: async (stage) => {
      await told(stage, 'moderation.unmuted');
      await hears(stage, true);
    },
    words: /^You hear Wanda again\.$/,
  },
  'people.block': {
    arrange: ({ self, wanda }) => self.perform('people.unblock', { person: wanda.id }),
    done: async (stage) => {
      await told(stage, 'moderation.blocked');
      await hears(stage, false);
    },
    words: /^You have blocked Wanda: /,
  },
  'people.unblock': {
    arrange: ({ self, wanda }) => self.perform('people.block', { person: wanda.id }),
    done: async (stage) => {
      await told(stage, 'moderation.unblocked');
      await hears(stage, true);
    },
    words: /^You have ended the block of Wanda\.$/,
  },
  'people.remove': {
    arrange: async ({ hearth, wanda, page }) => {
      if (wanda.who('Rex') !== undefined) return;
      const said = heard(page).length;
      const rex = await witness(hearth.url, hearth.guestLink, 'Rex');
      await wanda.until('Rex is here', ({ facts }) => facts.people.has(rex.id));
      // The page knows it too, before one looks for him.
      await waitHeard(page, /Rex came in\./, said);
    },
    done: ({ wanda }) => wanda.until('Rex is gone', () => wanda.who('Rex') === undefined),
    words: /^Rex was removed\.$/,
  },
  'people.letBack': {
    arrange: async ({ hearth, wanda, olga }) => {
      const rex = await witness(hearth.url, hearth.guestLink, 'Tess');
      await olga.perform('people.remove', { person: rex.id, for: 'hour', reason: 'a test', link: false });
      await wanda.until('Tess is gone', () => wanda.who('Tess') === undefined);
    },
    done: (stage) => told(stage, 'moderation.letBack'),
    words: /^The ban has ended\./,
  },
  'people.standing': {
    arrange: ({ olga, wanda }) => olga.perform('people.standing', { person: wanda.id, standing: 'guest', duties: [] }),
    done: ({ wanda }) => wanda.until('Wanda is a member', ({ facts, id }) => facts.people.get(id)?.standing === 'member'),
    words: /^Wanda is a member now\.$/,
  },
  'people.venue': {
    arrange: ({ self }) => self.perform('people.venue', { venue: '' }),
    done: ({ wanda, self }) => wanda.until('the venue', ({ facts }) => facts.people.get(self.id)?.venue === VENUE),
    words: /^You are at Library Hall\.$/,
  },
  'invitation.make': { done: (stage) => told(stage, 'invitation.made'), words: /^The link is made\. Its code is [A-Z2-9]{4}-[A-Z2-9]{4}\.$/ },
  'invitation.revoke': {
    arrange: ({ self }) => self.perform('invitation.make', { label: 'Spring', standing: 'guest', duties: [], uses: 1, lasts: null }),
    done: (stage) => told(stage, 'invitation.revoked'),
    words: /^The link is closed\./,
  },
  'invitation.list': { done: (stage) => told(stage, 'invitation.listed'), words: /^The links are listed\.$/ },
  'audit.read': { done: (stage) => told(stage, 'moderation.audit'), words: /^The audit list is open\.$/ },
};
