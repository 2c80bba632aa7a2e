/** What those who run a ritual do beside its steps: notes for themselves, and who is in the spotlight. */
import { refuse } from '../kernel/refusal.ts';
import { nameIn, yes, type Advanced } from './advanced.ts';
import type { LeadEvent, Setting } from './events.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { openPhase, type Run } from './run.ts';

/** RI27. As many notes are kept of a run. */
export const MOST_NOTES = 200;

export type AsideEvent = Extract<LeadEvent, { readonly kind: 'note' | 'unnote' | 'spotlight' }>;

export const aside = (run: Run, event: AsideEvent, setting: Setting): Advanced => {
  const by = setting.by.id;
  switch (event.kind) {
    case 'note': {
      if (run.notes.length >= MOST_NOTES) return refuse(ritualRefusals.manyNotes, { most: MOST_NOTES });
      const id = setting.newId();
      return yes({ ...run, notes: [...run.notes, { id, by, step: openPhase(run)?.step ?? 0, at: setting.at, text: event.text }] }, { kind: 'noted', id });
    }
    case 'unnote': {
      // A page has no copy of them: it asks before it knows.
      const found = run.notes.some(({ id }) => id === event.note);
      return found ? yes({ ...run, notes: run.notes.filter(({ id }) => id !== event.note) }, { kind: 'unnoted', id: event.note }) : refuse(ritualRefusals.noNote);
    }
    case 'spotlight': {
      const { person } = event;
      if (person === null) return run.spotlight === null ? refuse(ritualRefusals.noSpotlight) : yes({ ...run, spotlight: null }, { kind: 'spotlit', person });
      const name = nameIn(run, person);
      if (!setting.here.some(({ id }) => id === person)) return refuse(ritualRefusals.notHere, { name });
      return run.spotlight === person ? refuse(ritualRefusals.isSpotlit, { name }) : yes({ ...run, spotlight: person }, { kind: 'spotlit', person });
    }
  }
};
