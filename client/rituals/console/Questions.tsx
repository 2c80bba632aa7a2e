import { lazy, Suspense, useState } from 'react';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { OpeningDialog } from '#client/app/Opening.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Asking } from '../Asking.tsx';
import { draftFrom } from '../plan/kept.ts';
import { rituals } from '../rituals.words.ts';
import { useRitualActs, type Rite } from '../useRitual.ts';
import type { Conduct } from './useConduct.ts';

const PlanEditor = lazy(() => import('../plan/PlanEditor.tsx').then((editor) => ({ default: editor.PlanEditor })));

/** What is asked of whoever runs a ritual before something is done. */
export function Questions({ rite: { run, setting }, conduct: { question, ask, left, names, move } }: { readonly rite: Rite; readonly conduct: Conduct }) {
  const words = useWords();
  const { perform } = useRitualActs();
  const close = (): void => ask(undefined);
  if (question === undefined) return null;
  if (question === 'plan') return <Plan rite={{ run, setting }} onClose={close} />;
  if (question === 'end') {
    return (
      <Asking title={words(rituals.endTitle, { title: run.script.title })} act={words(ritualCapabilityOf('ritual.end').label)} onClose={close} onSubmit={() => perform('ritual.end', { leaving: run.people.map(({ id }) => id) })}>
        <p>{words(rituals.endMeans)}</p>
      </Asking>
    );
  }
  if (question === 'handOver') {
    const others = setting.here.flatMap(({ id, name, rank }) => (rank === 'runs' && id !== run.lead ? [{ value: id, label: name }] : []));
    return <Asking title={words(ritualCapabilityOf('ritual.handOver').label)} act={words(ritualCapabilityOf('ritual.handOver').label)} people={others} onClose={close} onSubmit={(_text, person) => perform('ritual.handOver', { person })} />;
  }
  return (
    <Asking title={words(rituals.openTitle)} act={words(rituals.goOn)} not={words(rituals.waitForThem)} onClose={close} onSubmit={() => move(question.on, question.from)}>
      <p>{words(rituals.openTurns, { count: left.length, names: words.list(names) })}</p>
    </Asking>
  );
}

/** A copy of the plan that is being run: to be changed for another time. */
function Plan({ rite: { run }, onClose }: { readonly rite: Rite; readonly onClose: () => void }) {
  const [from] = useState(() => draftFrom(run.script));
  return <Suspense fallback={<OpeningDialog />}><PlanEditor from={from} untouched={from.draft} onBack={onClose} onStarted={onClose} /></Suspense>;
}
