/** The state machine of a run. Pure: the same event at the same moment makes the same of the same run. */
import { giveTurn, seatTurns } from './round.ts';
import { withPart, yes, type Advanced } from './advanced.ts';
import type { ComeEvent, RitualEvent, Setting } from './events.ts';
import { lead } from './lead.ts';
import { own } from './own.ts';
import { clockOf, openStep, participant, type Participant, type Run } from './run.ts';

/** RI11. Whoever is new takes part from now on; whoever is back has what they had. Before a run begins and after it nobody is added. */
const come = (run: Run, { people }: ComeEvent, setting: Setting): Advanced => {
  const here = openStep(run);
  if (!here) return yes(run);
  const known = run.people.map((one): Participant => {
    const { name, rank } = people.find(({ id }) => id === one.id) ?? one;
    return name === one.name && rank === one.rank ? one : { ...one, name, rank };
  });
  const fresh = people.filter(({ id }) => !participant(run, id)).map(({ id, name, rank, companion }): Participant => ({ id, name, rank, companion, cameAt: setting.at, spoke: 0 }));
  const joined: Run = { ...run, people: [...known, ...fresh] };
  const news = fresh.length > 0 ? [{ kind: 'came', people: fresh.map(({ id }) => id) } as const] : [];
  if (here.part.kind !== 'round' || here.step.kind !== 'round') return yes(joined, ...news);
  const given = giveTurn(seatTurns(here.part, here.step, joined, setting), here.step, setting, clockOf(run, setting.at));
  return yes(withPart(joined, here.at, given.part), ...news, ...(given.to === undefined ? [] : [{ kind: 'turn', person: given.to } as const]));
};

const leadKinds = ['start', 'next', 'skip', 'back', 'pause', 'resume', 'takeOver', 'extend', 'end', 'handOver', 'invite', 'defer', 'mark', 'excuse', 'note', 'unnote', 'spotlight'] as const;
const isLead = (event: RitualEvent): event is Extract<RitualEvent, { readonly kind: (typeof leadKinds)[number] }> => leadKinds.some((kind) => kind === event.kind);

/** What an event makes of a run, and what is told of it; or why it makes nothing of it. */
export const advance = (run: Run, event: RitualEvent, setting: Setting): Advanced => {
  if (event.kind === 'come') return come(run, event, setting);
  return isLead(event) ? lead(run, event, setting) : own(run, event, setting);
};
