import { faultAt, hasField, type Draft, type DraftStep } from '#shared/rituals/plan.ts';
import type { Fault } from '#shared/rituals/script.faults.ts';
import { acts, leavings, orders, stepKinds, whos, type StepKind } from '#shared/rituals/script.ts';
import { roomMoods } from '#shared/mood/mood.rules.ts';
import { voiceRules } from '#shared/voice/floor.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Select } from '#client/ui/Select.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { Tick } from '#client/ui/Tick.tsx';
import { CharterFields } from './CharterFields.tsx';
import styles from './Plan.module.css';
import { plan as say } from './plan.words.ts';

export interface StepFormProps {
  readonly draft: Draft;
  readonly at: number;
  readonly faults: readonly Fault[];
  readonly onChange: (change: Partial<Omit<DraftStep, 'key' | 'kind'>>) => void;
  readonly onKind: (kind: StepKind) => void;
}

/** The places of the room that a step can be held at; one that is written and not there stays, to be seen. */
const usePlaces = (chosen: string): readonly { readonly value: string; readonly label: string }[] => {
  const words = useWords();
  const { objects, seatGroups, zones } = useVisit().hearth.layout;
  const places = new Map([...zones, ...seatGroups, ...objects].map(({ id, name }) => [id as string, words.sentence(words.named(name))]));
  if (chosen !== '' && !places.has(chosen)) places.set(chosen, words(say.unknownPlace, { place: chosen }));
  return [{ value: '', label: words(say.anywhere) }, ...[...places].map(([value, label]) => ({ value, label }))];
};

/** Everything that a step has, what is wrong with it beside each. */
export function StepForm({ draft, at, faults, onChange, onKind }: StepFormProps) {
  const words = useWords();
  const step = draft.steps[at];
  const places = usePlaces(step?.place ?? '');
  if (!step) return null;
  const fault = (field: string): string | undefined => {
    const found = faultAt(faults, at, field);
    return found && words.sentence(words(found.reason));
  };
  const { kind } = step;
  return (
    <section aria-labelledby="plan-step" data-plan="form" className={styles.form}>
      <h3 id="plan-step">{words(say.stepOf, { step: at + 1, of: draft.steps.length })}</h3>
      <div className={styles.pair}>
        <TextField label={words(say.fieldName)} value={step.name} onChange={(name) => onChange({ name })} error={fault('name')} />
        <Select label={words(say.fieldKind)} value={kind} options={stepKinds.map((value) => ({ value, label: words(say.kind, { kind: value }) }))} onChange={onKind} error={fault('kind')} />
      </div>
      <p className={styles.word}>{words(say.kindMeans, { kind })}</p>
      <TextArea label={words(say.fieldPrompt)} hint={words(say.promptHint)} rows={3} value={step.prompt} onChange={(prompt) => onChange({ prompt })} error={fault('prompt')} />
      <div className={styles.pair}>
        <TextField label={words(say.fieldMinutes)} hint={words(say.minutesHint)} value={step.minutes} onChange={(minutes) => onChange({ minutes })} error={fault('minutes')} />
        {hasField(kind, 'turn') && <TextField label={words(say.fieldTurn)} value={step.turn} onChange={(turn) => onChange({ turn })} error={fault('turn')} />}
        {hasField(kind, 'order') && <Select label={words(say.fieldOrder)} value={step.order} options={orders.map((value) => ({ value, label: words(say.order, { order: value }) }))} onChange={(order) => onChange({ order })} />}
        {hasField(kind, 'act') && <Select label={words(say.fieldAct)} value={step.act} options={acts.map((value) => ({ value, label: words(say.act, { act: value }) }))} onChange={(act) => onChange({ act })} />}
      </div>
      {hasField(kind, 'music') && <Tick label={words(say.fieldMusic)} checked={step.music} onChange={(music) => onChange({ music })} />}
      {hasField(kind, 'charter') && <CharterFields charter={step.charter} faultOf={fault} onChange={(charter) => onChange({ charter })} />}
      <div className={styles.pair}>
        <Select label={words(say.fieldWho)} value={step.who} options={whos.map((value) => ({ value, label: words(say.who, { who: value }) }))} onChange={(who) => onChange({ who })} />
        <Select label={words(say.fieldVoice)} value={step.voice} options={voiceRules.map((value) => ({ value, label: words(say.voice, { voice: value }) }))} onChange={(voice) => onChange({ voice })} />
        <Select label={words(say.fieldMood)} value={step.mood} options={['', ...roomMoods].map((value) => ({ value, label: words(say.mood, { mood: value || 'room' }) }))} onChange={(mood) => onChange({ mood })} error={fault('mood')} />
        <Select label={words(say.fieldPlace)} value={step.place} options={places} onChange={(place) => onChange({ place })} error={fault('place')} />
        <Select label={words(say.fieldLeaves)} value={step.leaves} options={leavings.map((value) => ({ value, label: words(say.leaves, { leaves: value }) }))} onChange={(leaves) => onChange({ leaves })} />
      </div>
    </section>
  );
}
