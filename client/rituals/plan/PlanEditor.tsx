import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { USUAL_COMPANY } from '#shared/rituals/calendar.ts';
import { draftEstimate, faultAt, faultsOf, rawOf, scriptIn, titleOf, type Draft } from '#shared/rituals/plan.ts';
import { sayFault } from '#shared/rituals/script.faults.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { OpeningDialog } from '#client/app/Opening.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { ScheduleDialog } from '../ScheduleDialog.tsx';
import { useRitualActs } from '../useRitual.ts';
import { useStart } from '../useStart.ts';
import { Files } from './Files.tsx';
import type { KeptDraft } from './kept.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import styles from './Plan.module.css';
import { rehearsal as ofRehearsals } from '../rehearsal/rehearsal.words.ts';
import { plan as say } from './plan.words.ts';
import { StepForm } from './StepForm.tsx';
import { Steps } from './Steps.tsx';
import { useDraft } from './useDraft.ts';
import { useSaving } from './useSaving.ts';

const RehearsalDialog = lazy(() => import('../rehearsal/RehearsalDialog.tsx'));

export interface PlanEditorProps {
  readonly from: KeptDraft;
  /** What it was before it was changed; `undefined` for changes that were kept from another time. */
  readonly untouched: Draft | undefined;
  readonly onBack: () => void;
  /** Everything is closed: the ritual has begun. */
  readonly onStarted: () => void;
}

/** The plan of a ritual: its steps, and what each has; to be started, saved or given a time. */
export function PlanEditor({ from, untouched, onBack, onStarted }: PlanEditorProps) {
  const words = useWords();
  const { hearth, tell } = useVisit();
  const { layout } = hearth;
  const here = useHearth(({ facts }) => facts.people.size);
  const people = here > 1 ? here : USUAL_COMPANY;
  const { permitOf } = useRitualActs();
  const begin = useStart(onStarted);
  const editing = useDraft(from, untouched, tell);
  const { draft, chosen, change, origin } = editing;
  const root = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<'leave' | 'time' | 'rehearsal'>();
  const [wantsFault, setWantsFault] = useState(0);
  const faults = faultsOf(draft, layout);
  // Elsewhere there may be the place that this room lacks.
  const anywhere = faultsOf(draft);
  const saving = useSaving(editing);
  useEffect(() => {
    if (wantsFault > 0) root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wantsFault]);

  /** RI36. Whether it can be done with: else the first fault is said, and its field has the focus. */
  const isSound = (wrong = anywhere): boolean => {
    const [first] = wrong;
    if (!first) return true;
    tell(words(say.mend, { count: wrong.length, fault: sayFault(first) }));
    if (first.step !== undefined) editing.choose(first.step);
    setWantsFault((times) => times + 1);
    return false;
  };
  const start = async (): Promise<void> => {
    const script = isSound(faults) ? scriptIn(draft) : undefined;
    if (script) await begin(script, origin.kind === 'planned' ? origin.id : undefined);
  };
  const faultOf = (field: string): string | undefined => {
    const found = faultAt(faults, undefined, field);
    return found && words.sentence(words(found.reason));
  };
  const mayRun = permitOf('ritual.schedule');
  const rehearsed = over === 'rehearsal' ? scriptIn(draft) : undefined;
  return (
    <>
      <Dialog title={words(say.title)} size="wide" onClose={() => (editing.isChanged ? setOver('leave') : onBack())}>
        <div ref={root} className={styles.plan}>
          <div className={styles.head}>
            <div className={styles.pair}>
              <TextField label={words(say.fieldTitle)} value={draft.title} onChange={(title) => change({ ...draft, title })} error={faultOf('title')} />
              <TextArea label={words(say.fieldPurpose)} hint={words(say.purposeHint)} rows={2} value={draft.purpose} onChange={(purpose) => change({ ...draft, purpose })} error={faultOf('purpose')} />
            </div>
            <p className={styles.estimate}>{words(say.estimate, { steps: draft.steps.length, minutes: Math.round(draftEstimate(draft, people)), people })} <span className={styles.word}>{words(say.always)}</span></p>
          </div>
          <div className={styles.columns}>
            <Steps draft={draft} faults={faults} chosen={chosen} canUndo={editing.canUndo} tell={tell} {...editing.acts} onOpen={() => root.current?.querySelector<HTMLElement>('[data-plan="form"] input')?.focus()} />
            <StepForm draft={draft} at={chosen} faults={faults} onChange={editing.changeStep} onKind={editing.changeKind} />
          </div>
          <Files draft={draft} error={faultOf('language')} onChange={change} onTaken={editing.take} />
          <div className={styles.foot}>
            <span data-capability="ritual.save"><Button refusal={mayRun} onRefused={tell} busy={saving.busy} onPress={() => void (isSound() && saving.save(false))}>{words(say.save)}</Button></span>
            {origin.kind !== 'new' && <Button variant="quiet" refusal={mayRun} onRefused={tell} onPress={() => void (isSound() && saving.save(true))}>{words(say.saveNew)}</Button>}
            <span data-capability="ritual.schedule"><Button icon="clock" refusal={mayRun} onRefused={tell} onPress={() => isSound() && setOver('time')}>{words(say.schedule)}</Button></span>
            <Button variant="quiet" onPress={() => isSound() && setOver('rehearsal')}>{words(ofRehearsals.alone)}</Button>
            <span data-capability="ritual.start"><Button variant="primary" refusal={permitOf('ritual.start')} onRefused={tell} onPress={() => void start()}>{words(say.start, { room: layout.name })}</Button></span>
          </div>
        </div>
      </Dialog>
      {over === 'leave' && <LeaveDialog title={titleOf(draft, words(say.unnamed))} onStay={() => setOver(undefined)} onLeave={onBack} onDrop={() => { editing.drop(); onBack(); }} onSave={() => { setOver(undefined); if (isSound()) void saving.save(false).then((done) => done && onBack()); }} saveLabel={words(ritualCapabilityOf('ritual.save').label)} />}
      {over === 'rehearsal' && rehearsed && <Suspense fallback={<OpeningDialog />}><RehearsalDialog script={rehearsed} onClose={() => setOver(undefined)} /></Suspense>}
      {over === 'time' && <ScheduleDialog script={rawOf(draft)} title={draft.title} plan={origin.kind === 'planned' ? origin : undefined} onDone={() => editing.kept(origin.kind === 'planned' ? { ...origin, revision: origin.revision + 1 } : undefined)} onClose={() => setOver(undefined)} />}
    </>
  );
}
