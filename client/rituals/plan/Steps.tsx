import type { Fault } from '#shared/rituals/script.faults.ts';
import { mayAdd, type Draft } from '#shared/rituals/plan.ts';
import { stepKinds, type StepKind } from '#shared/rituals/script.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { Select } from '#client/ui/Select.tsx';
import styles from './Plan.module.css';
import { plan as say } from './plan.words.ts';
import { useDragging } from './useDragging.ts';

export interface StepsProps {
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly chosen: number;
  readonly adding: StepKind;
  readonly onAdding: (kind: StepKind) => void;
  readonly canUndo: boolean;
  readonly tell: (text: string) => void;
  readonly onChoose: (at: number) => void;
  /** To the form of the chosen step, where it stands below. */
  readonly onOpen: () => void;
  readonly onMove: (at: number, by: number) => void;
  readonly onDuplicate: (at: number) => void;
  readonly onRemove: (at: number) => void;
  readonly onAdd: (kind: StepKind) => void;
  readonly onUndo: () => void;
}

/** The steps in their order; the one that is chosen has what can be done with it below. */
export function Steps({ draft, faults, chosen, adding, onAdding, canUndo, tell, onChoose, onOpen, onMove, onDuplicate, onRemove, onAdd, onUndo }: StepsProps) {
  const words = useWords();
  const { steps } = draft;
  const { drag, list, handle } = useDragging(onMove);
  const dropOf = (at: number): 'above' | 'below' | undefined => (drag && drag.to !== drag.at && drag.to === at ? (drag.to < drag.at ? 'above' : 'below') : undefined);
  const kindOf = (kind: StepKind): string => words(say.kind, { kind });
  const once = (kind: StepKind): string | undefined => (mayAdd(draft, kind) ? undefined : words(say.once, { kind: steps.some((step) => step.kind === kind) ? kind : 'other' }));
  return (
    <section aria-labelledby="plan-steps" className={styles.steps}>
      <h3 id="plan-steps">{words(say.steps)}</h3>
      <ol ref={list}>
        {steps.map((step, at) => {
          const wrong = faults.filter((fault) => fault.step === at).length;
          const name = step.name.trim() || words(say.unnamed);
          const named = (act: string): string => words(say.ofStep, { act, name });
          const last = steps.length - 1;
          return (
            <li key={step.key} className={at === chosen ? styles.chosen : undefined} data-drop={dropOf(at)} data-dragged={drag?.at === at || undefined}>
              {/* For hands alone: by keys and by ear there are Move up and Move down. */}
              <span className={styles.grip} aria-hidden="true" title={words(say.drag)} {...handle(at)}><Icon name="dots-three" /></span>
              <button type="button" className={styles.step} data-plan={`step ${at}`} aria-current={at === chosen ? 'step' : undefined} onClick={() => onChoose(at)}>
                <span className={styles.name}>{words(say.stepNamed, { step: at + 1, name })}</span>
                <span className={styles.word}>{words(say.about, { kind: kindOf(step.kind), voice: words(say.voice, { voice: step.voice }), minutes: step.minutes })}</span>
                {wrong > 0 && <span className={styles.wrong}><Icon name="warning" /> {words(say.faults, { count: wrong })}</span>}
              </button>
              {at === chosen && (
                <div role="group" aria-label={name} className={styles.verbs}>
                  <span className={styles.below}><Button variant="quiet" icon="note-pencil" aria-label={named(words(say.open))} onPress={onOpen}>{words(say.open)}</Button></span>
                  <span data-plan="up"><Button variant="quiet" aria-label={named(words(say.up))} refusal={at === 0 ? words(say.isFirst) : undefined} onRefused={tell} onPress={() => onMove(at, -1)}>{words(say.up)}</Button></span>
                  <span data-plan="down"><Button variant="quiet" aria-label={named(words(say.down))} refusal={at === last ? words(say.isLast) : undefined} onRefused={tell} onPress={() => onMove(at, 1)}>{words(say.down)}</Button></span>
                  <Button variant="quiet" aria-label={named(words(say.duplicate))} refusal={once(step.kind)} onRefused={tell} onPress={() => onDuplicate(at)}>{words(say.duplicate)}</Button>
                  <Button variant="quiet" aria-label={named(words(say.remove))} refusal={last === 0 ? words(say.isOnly) : undefined} onRefused={tell} onPress={() => onRemove(at)}>{words(say.remove)}</Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.add}>
        <Select label={words(say.addKind)} value={adding} options={stepKinds.map((kind) => ({ value: kind, label: kindOf(kind) }))} onChange={onAdding} />
        <Button refusal={once(adding)} onRefused={tell} onPress={() => onAdd(adding)}>{words(say.add)}</Button>
        <Button variant="quiet" icon="arrow-counter-clockwise" refusal={canUndo ? undefined : words(say.nothingToUndo)} onRefused={tell} onPress={onUndo}>{words(say.undo)}</Button>
      </div>
    </section>
  );
}
