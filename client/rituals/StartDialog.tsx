import { lazy, Suspense, useEffect, useState } from 'react';
import type { SavedScript } from '#shared/rituals/calendar.ts';
import { titleOf, type Draft } from '#shared/rituals/plan.ts';
import { estimate, type Script } from '#shared/rituals/script.ts';
import { readScript } from '#shared/rituals/script.faults.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { OpeningDialog } from '#client/app/Opening.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Confirming } from './Confirming.tsx';
import { draftFrom, dropDraft, keptDrafts, type KeptDraft, type Origin } from './plan/kept.ts';
import { plan as ofPlans } from './plan/plan.words.ts';
import { planned as ofTimes } from './planned.words.ts';
import { rehearsal as ofRehearsals } from './rehearsal/rehearsal.words.ts';
import { rituals as say } from './rituals.words.ts';
import styles from './Ritual.module.css';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { useShelf } from './shelf.ts';
import { templatesIn } from './templates.ts';
import { useRitualActs } from './useRitual.ts';
import { useStart } from './useStart.ts';

const RehearsalDialog = lazy(() => import('./rehearsal/RehearsalDialog.tsx'));
const PlanEditor = lazy(() => import('./plan/PlanEditor.tsx').then((editor) => ({ default: editor.PlanEditor })));

type Over = { readonly at: 'rehearsal'; readonly script: Script } | { readonly at: 'time'; readonly script: Script } | { readonly at: 'remove'; readonly saved: SavedScript };

/** What can be started: each by one press, or changed first, or given a time. */
export function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, tell } = useVisit();
  const { permitOf, perform } = useRitualActs();
  const start = useStart(onClose);
  const [shelf, again] = useShelf();
  const [templates, setTemplates] = useState<readonly Script[]>([]);
  const [editing, setEditing] = useState<{ readonly from: KeptDraft; readonly untouched: Draft | undefined }>();
  const [over, setOver] = useState<Over>();
  const [kept, setKept] = useState(keptDrafts);
  useEffect(() => void templatesIn(words.locale).then((all) => setTemplates(all.flatMap((given) => readScript(given).script ?? []))), [words]);
  const edit = (script: Script, origin?: Origin): void => {
    const from = draftFrom(script, origin);
    setEditing({ from, untouched: from.draft });
  };
  const back = (): void => {
    setEditing(undefined);
    setKept(keptDrafts());
    void again();
  };
  const named = ({ draft }: KeptDraft): string => titleOf(draft, words(ofPlans.unnamed));
  const drop = (one: KeptDraft): void => {
    dropDraft(one.key);
    setKept(keptDrafts());
    tell(words(ofPlans.dropped, { title: named(one) }));
  };
  if (editing) return <Suspense fallback={<OpeningDialog />}><PlanEditor {...editing} onBack={back} onStarted={onClose} /></Suspense>;
  const common = { tell, mayStart: permitOf('ritual.start'), mayPlan: permitOf('ritual.schedule'), onStart: start, onTime: (script: Script) => setOver({ at: 'time', script }), onRehearse: (script: Script) => setOver({ at: 'rehearsal', script }) };
  return (
    <>
      <Dialog title={words(say.startTitle, { room: words.named(hearth.layout.name) })} size="wide" onClose={onClose}>
        <div className={forms.form}>
          {kept.map((one) => (
            <div key={one.key} className={styles.kept}>
              <h3>{words(ofPlans.keptTitle, { title: named(one) })}</h3>
              <p className={forms.means}>{words(ofPlans.keptMeans)}</p>
              <div className={styles.verbs}>
                <Button onPress={() => setEditing({ from: one, untouched: undefined })}>{words(ofPlans.keptOn, { title: named(one) })}</Button>
                <Button variant="quiet" onPress={() => drop(one)}>{words(ofPlans.dropNamed, { title: named(one) })}</Button>
              </div>
            </div>
          ))}
          <ul className={forms.list} aria-label={words(ofTimes.templates)}>
            {templates.map((script) => <Startable key={script.title} {...common} script={script} change={words(say.changeFirst, { title: script.title })} onChange={() => edit(script)} />)}
          </ul>
          {shelf && shelf.scripts.length > 0 && (
            <>
              <h3 id="saved-scripts">{words(ofTimes.saved)}</h3>
              <ul className={forms.list} aria-labelledby="saved-scripts">
                {shelf.scripts.map((saved) => (
                  <Startable key={saved.id} {...common} script={saved.script} about={words(ofTimes.savedBy, { name: saved.byName })} change={words(ofTimes.changeSaved, { title: saved.script.title })}
                    onChange={() => edit(saved.script, { kind: 'saved', id: saved.id, revision: saved.revision })} onRemove={() => setOver({ at: 'remove', saved })} />
                ))}
              </ul>
            </>
          )}
        </div>
      </Dialog>
      {over?.at === 'rehearsal' && <Suspense fallback={<OpeningDialog />}><RehearsalDialog script={over.script} onClose={() => setOver(undefined)} /></Suspense>}
      {over?.at === 'time' && <ScheduleDialog script={over.script} title={over.script.title} onClose={() => setOver(undefined)} />}
      {over?.at === 'remove' && (
        <Confirming title={words(ofTimes.removeTitle, { title: over.saved.script.title })} act={words(ofPlans.remove)} onClose={() => setOver(undefined)}
          onSubmit={() => perform('ritual.discard', { script: over.saved.id, revision: over.saved.revision }).finally(() => void again())}>
          <p>{words(ofTimes.removeMeans)}</p>
        </Confirming>
      )}
    </>
  );
}

interface StartableProps {
  readonly script: Script;
  readonly about?: string;
  /** What the button says that changes it. */
  readonly change: string;
  readonly mayStart: string | undefined;
  readonly mayPlan: string | undefined;
  readonly tell: (text: string) => void;
  readonly onStart: (script: Script) => Promise<void>;
  readonly onTime: (script: Script) => void;
  readonly onRehearse: (script: Script) => void;
  readonly onChange: () => void;
  readonly onRemove?: () => void;
}

function Startable({ script, about, change, mayStart, mayPlan, tell, onStart, onTime, onRehearse, onChange, onRemove }: StartableProps) {
  const words = useWords();
  const people = useHearth(({ facts }) => facts.people.size);
  const { title, purpose, language, steps } = script;
  return (
    <li>
      <div className={styles.template} lang={language}>
        <h3>{title}</h3>
        <p>{purpose}</p>
      </div>
      <p className={forms.means}>{words(say.aboutSteps, { steps: steps.length, minutes: Math.round(estimate(script, people)) })}{about !== undefined && <><br />{about}</>}</p>
      <div className={styles.verbs}>
        <span data-capability="ritual.start"><Button variant="primary" refusal={mayStart} onRefused={tell} onPress={() => void onStart(script)}>{words(say.startOne, { title })}</Button></span>
        <Button variant="quiet" onPress={onChange}>{change}</Button>
        <Button variant="quiet" icon="clock" refusal={mayPlan} onRefused={tell} onPress={() => onTime(script)}>{words(ofTimes.schedule, { title })}</Button>
        <Button variant="quiet" refusal={mayPlan} onRefused={tell} onPress={() => onRehearse(script)}>{words(ofRehearsals.rehearse, { title })}</Button>
        {onRemove && <Button variant="quiet" refusal={mayPlan} onRefused={tell} onPress={onRemove}>{words(ofTimes.remove, { title })}</Button>}
      </div>
    </li>
  );
}
