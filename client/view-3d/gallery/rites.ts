/** A ritual at any of its steps, among made-up people: `rite=ribbon`, with how many have done what is asked. */
import launch from '../../../assets/rituals/en/launch.json' with { type: 'json' };
import checkIn from '../../../assets/rituals/en/check-in.json' with { type: 'json' };
import { advance } from '#shared/rituals/advance.ts';
import type { RitualEvent, Setting } from '#shared/rituals/events.ts';
import { openStep, planRun, type Comer, type Run } from '#shared/rituals/run.ts';
import { readScript } from '#shared/rituals/script.faults.ts';
import type { Body } from '../scene.ts';

export interface MadeUp {
  readonly run: Run;
  readonly company: Pick<Setting, 'here'>;
}

export const riteNames = ['arrival', 'say', 'ribbon', 'cut', 'pledge', 'recognition', 'celebration', 'close', 'round', 'candle', 'stone', 'silence'] as const;
export type RiteName = (typeof riteNames)[number];

/** Which script has it, and which of its steps it is. */
const scriptOf = (name: RiteName): unknown => {
  if (name === 'round' || name === 'candle') return checkIn;
  const quiet = { kind: 'silence', name: 'A minute', prompt: 'Be quiet together.', minutes: 1 };
  const stone = { kind: 'act', act: 'stone', name: 'A stone each', prompt: 'Add a stone.', minutes: 3 };
  return name === 'silence' || name === 'stone' ? { version: 1, title: 'Together', steps: [name === 'silence' ? quiet : stone] } : launch;
};
const isAt = (run: Run, name: RiteName): boolean => {
  const step = openStep(run)?.step;
  if (step?.kind === 'act') return step.act === (name === 'cut' ? 'ribbon' : name);
  return step?.kind === name;
};

/** A run at that step, of which `done` have done what is asked. */
export const riteAt = (name: RiteName, bodies: readonly Body[], done: number): MadeUp => {
  const here = bodies.map(({ id, name: called }, i): Comer => ({ id, name: called, rank: i === 1 ? 'runs' : 'member', companion: false }));
  const [first] = here;
  const lead = here[1] ?? first;
  const { script } = readScript(scriptOf(name));
  if (!script || !lead || !first) throw new Error('A ritual is among people.');
  let run = planRun('run', script, lead.id, null);
  const go = (by: Comer, event: RitualEvent): void => {
    const after = advance(run, event, { at: 1000 + run.people.length, by, here, hands: [], venueOf: () => '', chance: () => 0.4, newId: () => `${by.id}` });
    if (after.granted) run = after.run;
  };
  go(lead, { kind: 'start' });
  for (let step = 0; step < script.steps.length && !isAt(run, name); step++) go(lead, { kind: 'next', from: step, leaving: here.map(({ id }) => id) });
  const doers = name === 'cut' ? here : here.slice(0, done);
  for (const one of doers) {
    go(one, { kind: 'act' });
    go(one, { kind: 'sign', version: 1 });
  }
  if (name === 'recognition') {
    go(lead, { kind: 'recognise', to: (here[3] ?? first).id, why: 'For the list that we all use.' });
    for (const one of here.slice(4, 4 + done)) go(one, { kind: 'respond', to: lead.id });
  }
  return { run, company: { here } };
};
