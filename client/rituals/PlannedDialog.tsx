import { lazy, Suspense, useState } from 'react';
import type { Plan } from '#shared/rituals/calendar.ts';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { changePage, useVisit } from '#client/app/context.tsx';
import { OpeningDialog } from '#client/app/Opening.tsx';
import { acts } from '#client/app/pageActs.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Tick } from '#client/ui/Tick.tsx';
import { Confirming } from './Confirming.tsx';
import { canNotify, wantNotices, wantsNotices } from './notices.ts';
import { planned as say } from './planned.words.ts';
import type { KeptDraft } from './plan/kept.ts';
import { PlannedItem } from './PlannedItem.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { useShelf } from './shelf.ts';
import { usePlans } from './usePlans.ts';
import { useRitualActs, useRuns } from './useRitual.ts';
import { zoneName } from './when.ts';

const PlanEditor = lazy(() => import('./plan/PlanEditor.tsx').then((editor) => ({ default: editor.PlanEditor })));

export type OverPlanned = { readonly at: 'time' | 'callOff'; readonly plan: Plan } | { readonly at: 'edit'; readonly from: KeptDraft };

/** RI30 to RI33. All that has a time: for everyone to be told of and to pass on, for whoever runs rituals to start, change and call off. */
export function PlannedDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const { tell } = visit;
  const { perform } = useRitualActs();
  const runs = useRuns();
  const signs = usePlans();
  const [shelf, again] = useShelf();
  const [over, setOver] = useState<OverPlanned>();
  const [notifies, setNotifies] = useState(wantsNotices);
  const close = (): void => {
    setOver(undefined);
    void again();
  };
  const notify = async (wanted: boolean): Promise<void> => {
    const is = await wantNotices(wanted);
    setNotifies(is);
    tell(words(is ? say.notifyOn : wanted ? say.notifyDenied : say.notifyOff));
  };
  if (over?.at === 'edit') {
    return <Suspense fallback={<OpeningDialog />}><PlanEditor from={over.from} untouched={over.from.draft} onBack={close} onStarted={onClose} /></Suspense>;
  }
  return (
    <>
      <Dialog title={words(say.coming)} size="wide" onClose={onClose}>
        <div className={forms.form}>
          {signs.length === 0 && <p>{words(say.none)}</p>}
          <ul className={forms.list}>
            {signs.map((sign) => <PlannedItem key={sign.id} sign={sign} plan={shelf?.plans.find(({ id }) => id === sign.id)} isAsked={shelf?.wishes.includes(sign.id) ?? false} onOver={setOver} onStarted={onClose} onChanged={() => void again()} />)}
          </ul>
          {runs && <div><Button onPress={() => changePage(visit, { overlay: { kind: 'ritual' } })}>{words(acts.ritual)}</Button></div>}
          <p className={forms.means}>{words(say.zone, { zone: zoneName() })}</p>
          {canNotify() && <Tick label={words(say.notify)} checked={notifies} onChange={(wanted) => void notify(wanted)} />}
        </div>
      </Dialog>
      {over?.at === 'time' && <ScheduleDialog script={over.plan.script} title={over.plan.script.title} plan={over.plan} onClose={close} />}
      {over?.at === 'callOff' && (
        <Confirming title={words(say.callOffTitle, { title: over.plan.script.title })} act={words(ritualCapabilityOf('ritual.callOff').label)} not={words(say.keepIt)} onClose={close} onSubmit={() => perform('ritual.callOff', { plan: over.plan.id })}>
          <p>{words(say.callOffMeans)}</p>
        </Confirming>
      )}
    </>
  );
}
