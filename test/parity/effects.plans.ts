/** What each act about plans brings about: those that have a time, those that are saved, and being told of them. */
import { stepOf } from '#test/support/ritual.ts';
import type { Witness } from '#test/support/witness.ts';
import { accepted, type Effect } from './arrange.ts';
import type { Stage } from './stage.ts';

const SAVED = 'Ours';
const script = { version: 1, title: SAVED, steps: [stepOf('silence')] };
const PLANNED = 'Recognition circle';
const HOUR = 3_600_000;
const planned = { room: 'commons', script: { ...script, title: PLANNED } };
const plans = ({ facts }: Witness): readonly string[] => [...facts.plans].filter(([, { title }]) => title === PLANNED).map(([id]) => id);
const noPlans = async ({ self }: Stage): Promise<void> => {
  for (const plan of plans(self)) accepted(await self.performRitual('ritual.callOff', { plan }));
  // The whole campus is told of plans once they are stored.
  await self.until('nothing planned', () => plans(self).length === 0);
};
/** Something is planned, once; and the page knows it. */
const onePlan = async (stage: Stage): Promise<string> => {
  const { self } = stage;
  if (plans(self).length === 0) accepted(await self.performRitual('ritual.schedule', { ...planned, at: Math.floor((Date.now() + 5 * HOUR) / HOUR) * HOUR }));
  await self.until('a plan', () => plans(self).length === 1);
  const [plan = ''] = plans(self);
  return plan;
};
interface Shelf {
  readonly scripts: readonly { readonly id: string; readonly revision: number; readonly script: { readonly title: string } }[];
  readonly wishes: readonly string[];
}
const shelfOf = async ({ self }: Stage): Promise<Shelf> => {
  const answer = await self.performRitual('ritual.shelf', {});
  accepted(answer);
  return (answer as unknown as { readonly reply: Shelf }).reply;
};
/** Nobody else is told what is kept there: it is asked for until it is so. */
const shelfIs = async (stage: Stage, what: string, so: (shelf: Shelf) => boolean): Promise<void> => {
  await stage.self.until(what, ({ cues }) => cues.length > stage.before.told);
  if (!so(await shelfOf(stage))) throw new Error(`The server does not hold ${what}.`);
};
const discarded = async (stage: Stage): Promise<void> => {
  for (const { id, revision } of (await shelfOf(stage)).scripts) accepted(await stage.self.performRitual('ritual.discard', { script: id, revision }));
};
const wished = (is: boolean) => async (stage: Stage): Promise<void> => {
  const plan = await onePlan(stage);
  accepted(await stage.self.performRitual(is ? 'ritual.tellMe' : 'ritual.tellMeNot', { plan }));
};
const willBeTold = (is: boolean) => async (stage: Stage): Promise<void> => {
  await shelfIs(stage, is ? 'the wish' : 'no wish', ({ wishes }) => wishes.length === (is ? 1 : 0));
  await noPlans(stage);
};

export const planEffects = {
  'ritual.schedule': {
    arrange: noPlans,
    done: async (stage) => {
      await stage.wanda.until('a plan', () => plans(stage.wanda).length === 1);
      await noPlans(stage);
    },
    words: /^You planned Recognition circle: .+, in Commons\.$/,
  },
  'ritual.reschedule': {
    arrange: async (stage) => {
      await noPlans(stage);
      await onePlan(stage);
    },
    done: (stage) => stage.wanda.until('another time', ({ facts }) => [...facts.plans.values()].some(({ title, revision }) => title === PLANNED && revision === 2)),
    words: /^Recognition circle has another time or place: .+, in Commons\.$/,
  },
  'ritual.callOff': { arrange: onePlan, done: (stage) => stage.wanda.until('no plan', () => plans(stage.wanda).length === 0), words: /^You called Recognition circle off\.$/ },
  'ritual.tellMe': { arrange: wished(false), done: willBeTold(true), words: /^You are told when Recognition circle starts, in whichever room you are\.$/ },
  'ritual.tellMeNot': { arrange: wished(true), done: willBeTold(false), words: /^You are not told when Recognition circle starts\.$/ },
  'ritual.save': {
    arrange: discarded,
    done: async (stage) => {
      await shelfIs(stage, 'the plan', ({ scripts }) => scripts.some((one) => one.script.title === 'Weekly check-in'));
      await discarded(stage);
    },
    words: /^Weekly check-in is saved\. It stands with the templates\.$/,
  },
  'ritual.discard': {
    arrange: async (stage) => {
      if ((await shelfOf(stage)).scripts.length === 0) accepted(await stage.self.performRitual('ritual.save', { script: { ...script, title: SAVED }, over: null }));
    },
    done: (stage) => shelfIs(stage, 'no plan', ({ scripts }) => scripts.length === 0),
    words: /^Ours is removed from the saved plans\.$/,
  },
  'ritual.shelf': {
    arrange: onePlan,
    // Its steps are told to nobody but those who ask and may run rituals.
    done: async (stage) => {
      await stage.page.getByRole('dialog').getByRole('button', { name: `Start ${PLANNED} now` }).waitFor();
      await noPlans(stage);
    },
    reads: new RegExp(`^button, Start ${PLANNED} now`),
  },
} satisfies Readonly<Record<string, Effect>>;
