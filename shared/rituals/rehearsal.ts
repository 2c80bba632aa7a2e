/** RI42. A rehearsal: a run by the same rules, with companions in place of others. It is nobody's but whose page it is played in. */
import { personId, type PersonId } from '../kernel/ids.ts';
import { advance } from './advance.ts';
import type { News, RitualEvent, Setting } from './events.ts';
import { speakerOf } from './round.ts';
import { actsIn, openStep, participant, planRun, type Comer, type Run } from './run.ts';
import type { Script } from './script.ts';

export interface Rehearsal {
  readonly run: Run;
  /** Whoever rehearses, and their companions. */
  readonly here: readonly Comer[];
  readonly hands: readonly PersonId[];
}

/** A companion has had a word after so long (ms), and acts no sooner after another. */
export const COMPANION_PACE = 2_000;

export const settingAt = ({ here, hands }: Rehearsal, by: Comer, at: number, chance: () => number): Setting =>
  ({ at, by, here, hands, chance, newId: () => `rehearsed-${at}-${Math.floor(chance() * 1e9)}`, venueOf: () => '' });

/** With companions of these names, in a run that has begun. */
export const rehearse = (script: Script, me: Comer, names: readonly string[], at: number, chance: () => number): Rehearsal => {
  const companions = names.map((name, n): Comer => ({ id: personId(`companion-${n}`), name, rank: 'member', companion: true }));
  const empty: Rehearsal = { run: planRun('rehearsal', script, me.id, null), here: [me, ...companions], hands: [] };
  const begun = advance(empty.run, { kind: 'start' }, settingAt(empty, me, at, chance));
  return begun.granted ? { ...empty, run: begun.run } : empty;
};

interface Act {
  readonly by: Comer;
  readonly event: RitualEvent;
}

/** What a companion does now of themselves, if any does: one thing at a time, as people do. */
export const companionAct = ({ run, here }: Rehearsal, at: number, chance: () => number): Act | undefined => {
  const open = openStep(run);
  if (!open || run.phase.status !== 'running') return undefined;
  const { step, part } = open;
  const companions = here.filter(({ companion, rank }) => companion && actsIn(step, rank));
  switch (part.kind) {
    case 'round': {
      const speaker = speakerOf(part);
      const by = companions.find(({ id }) => id === speaker?.person);
      // Nobody has a hand here but whoever rehearses: by hand, companions take the turn.
      if (!speaker) {
        const next = companions.find(({ id }) => part.turns.some((turn) => turn.person === id && (turn.state === 'waiting' || turn.state === 'later')));
        return next && { by: next, event: { kind: 'take' } };
      }
      return by && at - speaker.since >= COMPANION_PACE ? { by, event: { kind: chance() < 0.2 ? 'pass' : 'done' } } : undefined;
    }
    case 'act': {
      const by = companions.find(({ id }) => !part.done.some(({ person }) => person === id));
      return by && { by, event: { kind: 'act' } };
    }
    case 'pledge': {
      const by = companions.find(({ id }) => !part.signed.some(({ person }) => person === id));
      return by && step.kind === 'pledge' ? { by, event: { kind: 'sign', version: step.charter.version } } : undefined;
    }
    case 'recognition': {
      for (const { id, to, cheers } of part.given) {
        const by = companions.find((one) => one.id !== to && !cheers.includes(one.id) && participant(run, one.id) !== undefined);
        if (by) return { by, event: { kind: 'respond', to: id } };
      }
      return undefined;
    }
    default: return undefined;
  }
};

/** Somebody's event in it: what it makes of it, and what is told; or why not. */
export const inRehearsal = (rehearsal: Rehearsal, { by, event }: Act, at: number, chance: () => number): { readonly rehearsal: Rehearsal; readonly news: readonly News[]; readonly setting: Setting } | ReturnType<typeof advance> & { readonly granted: false } => {
  const setting = settingAt(rehearsal, by, at, chance);
  const done = advance(rehearsal.run, event, setting);
  return done.granted ? { rehearsal: { ...rehearsal, run: done.run }, news: done.news, setting } : done;
};
