/** Who reads what of a record that is kept, and what becomes of it when somebody's part in it is taken out. */
import type { PersonId } from '../kernel/ids.ts';
import type { KeptRecord, KeptStep, Named } from './record.ts';

const steps = (record: KeptRecord, change: (step: KeptStep) => KeptStep): KeptRecord => ({ ...record, steps: record.steps.map(change) });

/** RI22. A record without what was written by those who do not reach its reader. */
export const reachingOf = (record: KeptRecord, reaches: (author: PersonId) => boolean): KeptRecord => {
  const by = (said: { readonly by: Named }): boolean => reaches(said.by.id);
  return steps(record, ({ written, recognitions, charter, ...step }) => ({
    ...step,
    ...(written && { written: written.filter(by) }),
    ...(recognitions && { recognitions: recognitions.filter(by) }),
    ...(charter && { charter: { ...charter, questions: charter.questions.filter(by) } }),
  }));
};

/** RI25. A record without somebody: their name and what they wrote and what was written of them are gone, and the counts stay. */
export const withoutPerson = (record: KeptRecord, id: PersonId): KeptRecord => {
  const other = (one: Named): boolean => one.id !== id;
  const byOther = ({ by }: { readonly by: Named }): boolean => other(by);
  const left = steps(record, ({ names, written, recognitions, charter, ...step }) => ({
    ...step,
    ...(names && { names: names.filter(other) }),
    ...(written && { written: written.filter(byOther) }),
    ...(recognitions && { recognitions: recognitions.filter((one) => byOther(one) && other(one.to)) }),
    ...(charter && { charter: { ...charter, questions: charter.questions.filter(byOther) } }),
  }));
  return { ...left, people: record.people.filter(other), lead: other(record.lead) ? record.lead : { id, name: '' } };
};
