/** What each act of a ritual brings about. All are played in one run, which the server brings to the step that an act needs. */
import { runOf } from '#shared/rituals/held.ts';
import type { RitualCapabilityId } from '#shared/rituals/ritual.registry.ts';
import { speakerOf, turnOf } from '#shared/rituals/round.ts';
import { openPart, openPhase, type Run, type Turn } from '#shared/rituals/run.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { stepOf } from '#test/support/ritual.ts';
import { witness, type Witness } from '#test/support/witness.ts';
import { accepted, standing, told, type Effect } from './arrange.ts';
import { planEffects } from './effects.plans.ts';
import type { Stage } from './stage.ts';

export const TITLE = 'Our ritual';
export const QUESTION = 'And whose is it?';
const [ARRIVAL, ROUND, ACT, PLEDGE, RECOGNITION, SILENCE] = [0, 1, 2, 3, 4, 5] as const;
/** A round by hand gives nobody a turn by itself. */
const script = { version: 1, title: TITLE, steps: [stepOf('arrival', { place: 'hearth-ring' }), stepOf('round', { order: 'hand' }), stepOf('act', { act: 'candle' }), stepOf('pledge'), stepOf('recognition'), stepOf('silence')] };

const runNow = (of: Witness): Run | undefined => runOf(of);
const openRun = (of: Witness): Run => {
  const run = runNow(of);
  if (!run || !openPhase(run)) throw new Error('No ritual is under way.');
  return run;
};
const isUnderWay = (of: Witness): boolean => {
  const run = runNow(of);
  return run !== undefined && openPhase(run) !== undefined;
};
const everyone = ({ people }: Run): PersonId[] => people.map(({ id }) => id);

/** No ritual is under way. */
export const noRitual = async ({ self }: Pick<Stage, 'self'>): Promise<void> => {
  if (isUnderWay(self)) accepted(await self.performRitual('ritual.end', { leaving: everyone(openRun(self)) }));
};

/** The run is under way, at that step, and goes on. */
const at = async (stage: Stage, step: number): Promise<void> => {
  const { self, page } = stage;
  if (!isUnderWay(self) || openRun(self).script.title !== TITLE) {
    await noRitual(stage);
    accepted(await self.performRitual('ritual.start', { script }));
  }
  for (;;) {
    const run = openRun(self);
    const now = openPhase(run);
    if (!now) throw new Error('The ritual is over.');
    if (now.step < step) accepted(await self.performRitual('ritual.next', { from: now.step, leaving: everyone(run) }));
    else if (now.step > step) accepted(await self.performRitual('ritual.back', { from: now.step }));
    else if (now.status === 'paused') accepted(await self.performRitual('ritual.resume', {}));
    else break;
  }
  // The page has it, too, before anything is looked for there.
  await page.locator('#ritual').getByText(`Step ${step + 1} of ${script.steps.length}`).first().waitFor();
};

/** The round is open, and that person speaks, or nobody. */
const speaks = async (stage: Stage, person?: PersonId): Promise<void> => {
  const { self } = stage;
  await at(stage, ROUND);
  if (self.facts.hands.has(self.id)) await self.perform('hand.lower', {});
  for (;;) {
    const part = openPart(openRun(self), 'round');
    const speaker = part && speakerOf(part)?.person;
    if (speaker === person) return;
    // Whoever was called speaks next.
    if (speaker !== undefined) accepted(await self.performRitual('ritual.defer', { person: speaker }));
    else if (person !== undefined) accepted(await self.performRitual('ritual.invite', { person }));
  }
};
const stateOf = (of: Witness, person: PersonId): Turn['state'] | undefined => {
  const run = runNow(of);
  const part = run && openPart(run, 'round');
  return part && turnOf(part, person)?.state;
};
const turnIs = ({ wanda }: Stage, person: PersonId, state: Turn['state']): Promise<void> => wanda.until(`a turn is ${state}`, () => stateOf(wanda, person) === state);
const ofOwnTurn = (state: Turn['state'], words: RegExp): Effect => ({ arrange: (stage) => speaks(stage, stage.self.id), done: (stage) => turnIs(stage, stage.self.id, state), words });
const ofHerTurn = (state: Turn['state'], words: RegExp): Effect => ({ arrange: (stage) => speaks(stage, stage.wanda.id), done: (stage) => turnIs(stage, stage.wanda.id, state), words });
const runIs = ({ wanda }: Stage, what: string, so: (run: Run) => boolean): Promise<void> =>
  wanda.until(what, () => {
    const run = runNow(wanda);
    return run !== undefined && so(run);
  });
const stepIs = (stage: Stage, step: number): Promise<void> => runIs(stage, `step ${step}`, (run) => openPhase(run)?.step === step);
/** Others who run rituals are told what nobody else may know. */
const toldOthers = ({ olga, self, before }: Stage, kind: string): Promise<void> => olga.until(`the cue ${kind}`, ({ cues }) => cues.slice(before.beside).some((cue) => cue.kind === kind && cue.by === self.id));

const NOTED = 'Ask Wanda.';
/** They sit, talk or are busy, so that they are asked to come, and nobody walks through the picture. */
const busy = async ({ wanda, olga, nell }: Stage, availability: 'focused' | 'open'): Promise<void> => {
  for (const one of [wanda, olga, nell]) await one.perform('people.availability', { availability });
};

export const ritualEffects: Readonly<Record<RitualCapabilityId, Effect>> = {
  'ritual.start': { arrange: noRitual, done: (stage) => runIs(stage, 'a check-in', (run) => openPhase(run)?.step === 0 && run.script.title === 'Weekly check-in'), words: /^You started Weekly check-in\. Step 1 of 5: / },
  'ritual.take': { arrange: (stage) => speaks(stage), done: (stage) => turnIs(stage, stage.self.id, 'speaking'), words: /^Your turn, in Our ritual\. / },
  'ritual.done': ofOwnTurn('spoken', /^You have spoken\.$/),
  'ritual.pass': ofOwnTurn('passed', /^You pass\.$/),
  'ritual.later': ofOwnTurn('later', /^You speak later\.$/),
  'ritual.write': ofOwnTurn('wrote', /^Your words are there for everyone to read\.$/),
  'ritual.read': {
    arrange: async (stage) => {
      await at(stage, PLEDGE);
      if (openPart(openRun(stage.self), 'pledge')?.questions.length === 0) accepted(await stage.wanda.performRitual('ritual.ask', { text: QUESTION }));
    },
    // What people wrote is in nobody's copy of the room, so that what one reads was asked for.
    done: async ({ page, wanda }) => {
      await page.locator('#ritual').getByText(`Wanda: ${QUESTION}`).waitFor();
      if (JSON.stringify([...wanda.facts.ritual]).includes(QUESTION)) throw new Error('Everyone has it.');
    },
    reads: new RegExp(`^${QUESTION.replace('?', '\\?')}$`),
  },
  'ritual.moreTime': { ...ofOwnTurn('speaking', /^Take your time\.$/), done: (stage) => told(stage, 'ritual.moreTime') },
  'ritual.come': {
    arrange: async (stage) => {
      await at(stage, ARRIVAL);
      await standing(stage);
      // Outside the ring, without a way to walk.
      await stage.self.perform('place.safe', {});
      await stage.page.locator('[data-capability="ritual.come"]').waitFor();
    },
    done: async (stage) => {
      await stage.wanda.until('they go there', ({ facts }) => [...facts.seats.values()].includes(stage.self.id) || (stage.wanda.pose(stage.name)?.speed ?? 0) > 0);
      await standing(stage);
    },
    words: /^You walk to the hearth\.$/,
  },
  'ritual.act': { arrange: (stage) => at(stage, ACT), done: (stage) => runIs(stage, 'a candle', (run) => openPart(run, 'act')?.done.some(({ person }) => person === stage.self.id) === true), words: /^You lit a candle\. 1 of \d+ have\.$/ },
  'ritual.sign': { arrange: (stage) => at(stage, PLEDGE), done: (stage) => runIs(stage, 'a name', (run) => openPart(run, 'pledge')?.signed.some(({ person }) => person === stage.self.id) === true), words: /^You signed\. One person has\.$/ },
  'ritual.ask': { arrange: (stage) => at(stage, PLEDGE), done: (stage) => runIs(stage, 'a question', (run) => openPart(run, 'pledge')?.questions.some(({ person }) => person === stage.self.id) === true), words: /^Your question is there for everyone to read\.$/ },
  'ritual.recognise': { arrange: (stage) => at(stage, RECOGNITION), done: (stage) => runIs(stage, 'a recognition', (run) => openPart(run, 'recognition')?.given.some(({ by }) => by === stage.self.id) === true), words: /^You recognised .+\.$/ },
  'ritual.respond': {
    arrange: async (stage) => {
      await at(stage, RECOGNITION);
      const given = openPart(openRun(stage.self), 'recognition')?.given.some(({ by }) => by === stage.wanda.id);
      if (given !== true) accepted(await stage.wanda.performRitual('ritual.recognise', { person: stage.nell.id, why: 'For the list.' }));
    },
    done: (stage) => runIs(stage, 'a response', (run) => openPart(run, 'recognition')?.given.some(({ cheers }) => cheers.includes(stage.self.id)) === true),
    words: /^You respond\.$/,
  },
  'ritual.next': { arrange: (stage) => at(stage, RECOGNITION), done: (stage) => stepIs(stage, SILENCE), words: /^Step 6 of 6: The silence\. / },
  'ritual.back': { arrange: (stage) => at(stage, SILENCE), done: (stage) => stepIs(stage, RECOGNITION), words: /^Step 5 of 6: The recognition\. / },
  'ritual.pause': { arrange: (stage) => at(stage, SILENCE), done: (stage) => runIs(stage, 'a pause', ({ phase }) => phase.status === 'paused'), words: /^You paused Our ritual\.$/ },
  'ritual.resume': {
    arrange: async (stage) => {
      await at(stage, SILENCE);
      accepted(await stage.self.performRitual('ritual.pause', {}));
    },
    done: (stage) => runIs(stage, 'it goes on', ({ phase }) => phase.status === 'running'),
    words: /^Our ritual goes on\.$/,
  },
  'ritual.extend': {
    arrange: async (stage) => {
      // Another step's time is its own.
      await at(stage, RECOGNITION);
      await at(stage, SILENCE);
    },
    done: (stage) => runIs(stage, 'ten minutes', ({ phase }) => phase.status === 'running' && phase.until - phase.since === 10 * 60_000),
    words: /^There are 5 minutes more for this step\.$/,
  },
  'ritual.skip': {
    arrange: (stage) => at(stage, RECOGNITION),
    done: async (stage) => {
      await stepIs(stage, SILENCE);
      await runIs(stage, 'a step left out', (run) => run.parts[RECOGNITION]?.skipped === true);
    },
    words: /^Step 6 of 6: The silence\. /,
  },
  'ritual.end': { arrange: (stage) => at(stage, SILENCE), done: (stage) => runIs(stage, 'the end', ({ phase }) => phase.status === 'ended'), words: /^Our ritual has ended\.$/ },
  'ritual.handOver': {
    arrange: async (stage) => {
      await at(stage, SILENCE);
      if (openRun(stage.self).lead !== stage.self.id) accepted(await stage.self.performRitual('ritual.handOver', { person: stage.self.id }));
    },
    done: (stage) => runIs(stage, 'Olga runs it', ({ lead }) => lead === stage.olga.id),
    words: /^Olga runs Our ritual now\.$/,
  },
  'ritual.takeOver': {
    arrange: async (stage) => {
      const { hearth, olga, self } = stage;
      await at(stage, SILENCE);
      if (!self.facts.people.has(openRun(self).lead)) return;
      const lea = await witness(hearth.url, hearth.guestLink, 'Lea');
      accepted(await olga.perform('people.standing', { person: lea.id, standing: 'guest', duties: ['facilitator'] }));
      accepted(await self.performRitual('ritual.handOver', { person: lea.id }));
      await lea.leave();
      await self.until('Lea has gone', ({ facts }) => !facts.people.has(lea.id));
    },
    done: (stage) => runIs(stage, 'they run it', ({ lead }) => lead === stage.self.id),
    words: /^You run Our ritual now\.$/,
  },
  'ritual.invite': { arrange: (stage) => speaks(stage, stage.self.id), done: (stage) => turnIs(stage, stage.wanda.id, 'called'), words: /^Wanda is next\.$/ },
  'ritual.defer': ofHerTurn('later', /^Wanda speaks later\.$/),
  'ritual.mark': ofHerTurn('spoken', /^Wanda has spoken\.$/),
  'ritual.excuse': ofHerTurn('passed', /^Wanda passes\.$/),
  'ritual.spotlight': {
    arrange: async (stage) => {
      await at(stage, SILENCE);
      if (openRun(stage.self).spotlight !== null) accepted(await stage.self.performRitual('ritual.unspotlight', {}));
    },
    done: (stage) => runIs(stage, 'a spotlight', ({ spotlight }) => spotlight !== null),
    words: /^(.+ is|You are) in the spotlight(\.|: )/,
  },
  'ritual.unspotlight': {
    arrange: async (stage) => {
      await at(stage, SILENCE);
      if (openRun(stage.self).spotlight === null) accepted(await stage.self.performRitual('ritual.spotlight', { person: stage.nell.id }));
    },
    done: (stage) => runIs(stage, 'no spotlight', ({ spotlight }) => spotlight === null),
    words: /^The spotlight is off\.$/,
  },
  'ritual.gather': {
    arrange: async (stage) => {
      await at(stage, ARRIVAL);
      await busy(stage, 'focused');
    },
    done: async (stage) => {
      await stage.wanda.until('Wanda is asked to come', ({ cues }) => cues.slice(stage.before.seen).some(({ kind, by }) => kind === 'ritual.askedHere' && by === stage.self.id));
      await busy(stage, 'open');
    },
    words: /^(Nobody|\d+ people|One person) walks? to the hearth\. \d+ more are asked to come\./,
  },
  'ritual.note': { arrange: (stage) => at(stage, SILENCE), done: (stage) => toldOthers(stage, 'ritual.noted'), words: /^Your note is kept\.$/ },
  'ritual.unnote': {
    arrange: async (stage) => {
      await at(stage, SILENCE);
      accepted(await stage.self.performRitual('ritual.note', { text: NOTED }));
    },
    done: (stage) => toldOthers(stage, 'ritual.unnoted'),
    words: /^The note is gone\.$/,
  },
  ...planEffects,
};
