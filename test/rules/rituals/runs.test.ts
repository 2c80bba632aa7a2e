import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { advance } from '#shared/rituals/advance.ts';
import { askedOf } from '#shared/rituals/asked.ts';
import type { RitualEvent, Setting } from '#shared/rituals/events.ts';
import { isOpen, openTurns } from '#shared/rituals/round.ts';
import { actsIn, openPart, openPhase, openStep, planRun, type Comer, type Run, type Turn } from '#shared/rituals/run.ts';
import { readRun, writeRun } from '#shared/rituals/run.codec.ts';
import { orders, type Script } from '#shared/rituals/script.ts';
import { comer, Rite, scriptOf, stepOf } from '#test/support/ritual.ts';
import { seeded } from '#test/support/chance.ts';

const everyone = ['ANA', 'BEN', 'Cleo', 'Dan', 'Guest', 'Bot'].map(comer);
const idOf = (n: number): PersonId => everyone[n % everyone.length]?.id ?? personId('nobody');

const stepFrom = (n: number): object => {
  switch (n % 12) {
    case 0: return stepOf('say');
    case 1: return stepOf('act', { who: n % 2 ? 'members' : 'everyone' });
    case 2: return stepOf('pledge');
    case 3: return stepOf('recognition');
    case 4: return stepOf('silence');
    default: return stepOf('round', { order: orders[n % orders.length], who: ['everyone', 'members', 'facilitators'][(n >> 4) % 3], turn: 1 });
  }
};

/** Something that somebody presses who may see the run as it is, or as it was. */
const press = (run: Run, here: readonly Comer[], n: number): RitualEvent => {
  const step = openPhase(run)?.step ?? 0;
  const from = n % 7 === 0 ? step + 1 : step;
  const part = openPart(run, 'round');
  const leaving = n % 3 ? (part ? openTurns(part, here) : []) : [idOf(n >> 5)];
  const person = idOf(n >> 4);
  const given = openPart(run, 'recognition')?.given.at(-1)?.id ?? 'none';
  const events: readonly RitualEvent[] = [
    { kind: 'start' }, { kind: 'next', from, leaving }, { kind: 'skip', from, leaving }, { kind: 'back', from }, { kind: 'pause' }, { kind: 'resume' }, { kind: 'takeOver' }, { kind: 'extend', from, minutes: 5 },
    { kind: 'handOver', to: person }, { kind: 'invite', person }, { kind: 'defer', person }, { kind: 'mark', person }, { kind: 'excuse', person },
    { kind: 'done' }, { kind: 'pass' }, { kind: 'later' }, { kind: 'moreTime' }, { kind: 'take' }, { kind: 'act' }, { kind: 'done' }, { kind: 'done' }, { kind: 'later' },
    { kind: 'write', step: n % 4, text: `w${n}` }, { kind: 'sign', version: 3 }, { kind: 'ask', text: 'Why?' }, { kind: 'recognise', to: person, why: 'So.' }, { kind: 'respond', to: given },
    { kind: 'note', text: `n${n}` }, { kind: 'unnote', note: run.notes.at(-1)?.id ?? 'none' }, { kind: 'spotlight', person: n % 2 ? person : null },
  ];
  // The end comes once in a while, or there would be no long runs.
  return n % 397 === 0 ? { kind: 'end', leaving: everyone.map(({ id }) => id) } : (events[(n >> 2) % events.length] ?? { kind: 'start' });
};

const everyones = new Set<RitualEvent['kind']>(['done', 'pass', 'later', 'moreTime', 'take', 'act', 'write', 'sign', 'ask', 'recognise', 'respond']);
/** Mostly somebody who may: else nearly all would be refused. */
const presser = (run: Run, here: readonly Comer[], { kind }: RitualEvent, n: number): Comer | undefined => {
  const any = here[n % Math.max(1, here.length)];
  if (n % 4 === 0) return any;
  if (!everyones.has(kind)) return here.find(({ rank }) => rank === 'runs') ?? any;
  const speaking = openPart(run, 'round')?.turns.find(({ state }) => state === 'speaking');
  return here.find(({ id }) => id === speaking?.person) ?? any;
};

interface World {
  run: Run;
  here: Comer[];
  hands: PersonId[];
  at: number;
}
const settingOf = ({ here, hands, at }: World, by: Comer, n: number): Setting =>
  ({ at, by, here, hands, venueOf: (id) => (id === 'cleo' || id === 'dan' ? 'Lisbon' : ''), chance: seeded(n), newId: () => `id${n}` });

const turnsOf = (run: Run): readonly { readonly step: number; readonly turn: Turn }[] => run.parts.flatMap((part, step) => (part.kind === 'round' ? part.turns.map((turn) => ({ step, turn })) : []));

/** Whose turns an event may end or change: one's own, whom it names, or whom it says that it leaves. */
const concerned = (event: RitualEvent, by: Comer): readonly string[] => {
  if ('leaving' in event) return event.leaving;
  if (event.kind === 'spotlight') return [];
  if ('person' in event) return [event.person];
  return event.kind === 'come' ? [] : [by.id];
};

/** RI18. What is true of every run, and of every step from one to the next. */
const holds = (before: Run, event: RitualEvent, setting: Setting, { run, here }: World): void => {
  const [now, step] = [openPhase(run), openStep(run)];
  // The run comes back from its store as it is.
  expect(readRun(writeRun(run))).toStrictEqual(run);
  const present = new Set(here.map(({ id }) => id));
  if (step?.step.kind === 'round' && step.part.kind === 'round') {
    const { turns } = step.part;
    const [roundStep, round] = [step.step, step.part];
    expect(turns.filter(({ state }) => state === 'speaking').length).toBeLessThanOrEqual(1);
    // One turn each for all who act in it, and none is idle while somebody here waits for it.
    expect(turns.map(({ person }) => person).toSorted()).toEqual(run.people.filter(({ rank }) => actsIn(roundStep, rank)).map(({ id }) => id).toSorted());
    const isFree = !turns.some(({ state }) => state === 'speaking');
    if (isFree && roundStep.order !== 'hand') expect(turns.filter(({ state, person }) => (state === 'waiting' || state === 'called') && present.has(person))).toEqual([]);
    if (isFree) for (const id of openTurns(round, here)) expect(askedOf(run, id, setting)).toEqual({ asked: 'take' });
  }
  for (const { step: place, turn } of turnsOf(before)) {
    const after = turnsOf(run).find((one) => one.step === place && one.turn.person === turn.person)?.turn;
    expect(after).toBeDefined();
    if (!after || after.state === turn.state) continue;
    const begins = after.state === 'speaking' && (turn.state === 'waiting' || turn.state === 'called' || turn.state === 'later');
    const rests = event.kind === 'back' && turn.state === 'speaking' && after.state === 'waiting';
    const waitsAgain = turn.state === 'left' && (after.state === 'waiting' || after.state === 'speaking') && openPhase(run)?.step === place;
    const wasAway = !present.has(turn.person) && after.state === 'left';
    // Whoever has the turn when a round is gone on from was named; whoever was away had spoken.
    const wasCut = !present.has(turn.person) && turn.state === 'speaking' && after.state === 'spoken';
    expect({ event, turn, after, may: begins || rests || waitsAgain || wasAway || wasCut || concerned(event, setting.by).includes(turn.person) }).toMatchObject({ may: true });
  }
  // Nobody loses what they have said or done.
  for (const { turn, step: place } of turnsOf(before)) if (turn.state === 'wrote') expect(turnsOf(run).find((one) => one.step === place && one.turn.person === turn.person)?.turn.state).toMatch(/wrote|spoken|speaking|called/);
  // Somebody who may can always go on, or end.
  if (run.phase.status === 'ended') return;
  const facilitator = everyone[0] ?? setting.by;
  const open = run.parts.flatMap((part) => (part.kind === 'round' ? part.turns.filter(isOpen).map(({ person }) => person) : []));
  const way: RitualEvent = now ? { kind: 'next', from: now.step, leaving: open } : { kind: 'start' };
  expect(advance(run, way, { ...setting, by: facilitator }).granted).toBe(true);
  if (now) expect(advance(run, { kind: 'end', leaving: open }, { ...setting, by: facilitator }).granted).toBe(true);
};

type Steps = readonly (readonly [number, number])[];
const live = (script: Script, steps: Steps, pace: number, check: boolean): Run => {
  const world: World = { run: planRun('r', script, personId('ana'), null), here: everyone.slice(0, 4), hands: [], at: 1_000 };
  for (const [what, n] of steps) {
    world.at += pace * (n % 50_000);
    const before = world.run;
    const one = everyone[n % everyone.length];
    if (!one) continue;
    const isHere = world.here.includes(one);
    // Going is nobody's event: the run does not know of it.
    if (what < 6 && isHere) world.here = world.here.filter((other) => other !== one);
    else if (what < 12 && !isHere) {
      world.here = [...world.here, one];
      const setting = settingOf(world, one, n);
      const come: RitualEvent = { kind: 'come', people: [one] };
      const done = advance(before, come, setting);
      if (done.granted) world.run = done.run;
      if (check) holds(before, come, setting, world);
    } else if (what < 20) world.hands = world.hands.includes(one.id) ? world.hands.filter((id) => id !== one.id) : [...world.hands, one.id];
    else {
      const event = press(before, world.here, n);
      const by = presser(before, world.here, event, n);
      if (!by) continue;
      const setting = settingOf(world, by, n);
      const done = advance(before, event, setting);
      if (done.granted) world.run = done.run;
      if (check) holds(before, event, setting, world);
    }
  }
  return world.run;
};

const steps = fc.array(fc.tuple(fc.nat(99), fc.nat(1_000_000)), { minLength: 20, maxLength: 120 });
const scripts = (from: readonly number[]): Script => scriptOf(...from.map(stepFrom));
const kinds = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 6 });
const numRuns = Number(process.env['RUNS'] ?? 150);

describe('randomised runs', () => {
  it('RI18 RI17 RI9 RI11 are never stuck, pass over nobody\'s turn, and come back from their store as they were', () => {
    fc.assert(fc.property(kinds, steps, (from, walk) => void live(scripts(from), [[99, 1], ...walk], 1, true)), { numRuns });
  });

  it('RI4 time changes nothing of anybody: slow or fast, the same events end alike', () => {
    const timeless = (run: Run): unknown => JSON.parse(JSON.stringify(run, (key, value: unknown) => (['at', 'since', 'until', 'spent', 'took', 'spoke', 'startedAt', 'pausedAt', 'cameAt'].includes(key) ? 0 : value)));
    fc.assert(
      fc.property(kinds, steps, fc.constantFrom(0, 3, 1_000), (from, walk, pace) => {
        // But an order by who spoke least, which is about time.
        const script = scriptOf(...from.map(stepFrom).map((step) => ('order' in step && step.order === 'least' ? { ...step, order: 'seat' } : step)));
        const walked: Steps = [[99, 1], ...walk];
        expect(timeless(live(script, walked, pace, false))).toEqual(timeless(live(script, walked, 1, false)));
      }),
      { numRuns },
    );
  });

  it('RI17 what is no run is not taken up', () => {
    const rite = new Rite(scriptOf(stepOf('round'), stepOf('act')), 'ANA', 'Ben').start();
    const stored = writeRun(rite.run);
    expect(readRun(stored)).toStrictEqual(rite.run);
    const changed = (change: (run: Record<string, unknown>) => void): string => {
      const run = JSON.parse(stored) as Record<string, unknown>;
      change(run);
      return JSON.stringify(run);
    };
    const broken = [
      '', 'null', '{}', stored.slice(0, -1), changed((run) => void (run['version'] = 2)), changed((run) => void (run['parts'] = [])), changed((run) => void (run['parts'] = (run['parts'] as unknown[]).toReversed())),
      changed((run) => Object.assign(run['phase'] as object, { step: 2 })), changed((run) => Object.assign(run['phase'] as object, { status: 'paused' })), changed((run) => void (run['extra'] = 1)),
      stored.replace('{"person":"ben","state":"waiting"}', '{"person":"ben","state":"speaking","since":1,"until":2}'), stored.replace('"person":"ben"', '"person":"ana"'),
      changed((run) => void (run['people'] as unknown[]).push((run['people'] as unknown[])[0])),
    ];
    expect(broken.map(readRun)).toEqual(broken.map(() => undefined));
  });
});
