import { useEffect, useId, useState } from 'react';
import { FormDialog } from '#client/app/FormDialog.tsx';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { FieldFault, faulty } from '#client/ui/FieldFault.tsx';
import { Select } from '#client/ui/Select.tsx';
import field from '#client/ui/TextField.module.css';
import styles from './plan/Plan.module.css';
import { planned as say } from './planned.words.ts';
import { useRitualActs } from './useRitual.ts';
import { fromField, toField, zoneName } from './when.ts';

export interface ScheduleDialogProps {
  readonly script: object;
  readonly title: string;
  /** The planned ritual that gets another time, as it was seen. */
  readonly plan?: { readonly id: string; readonly revision: number } | undefined;
  readonly onDone?: () => void;
  readonly onClose: () => void;
}

const HALF_AN_HOUR = 30 * 60_000;
/** A full or half hour that leaves time to invite people. */
const usualTime = (now: number): number => (Math.floor(now / HALF_AN_HOUR) + 2) * HALF_AN_HOUR;

/** RI30, RI31. When, and where. */
export function ScheduleDialog({ script, title, plan, onDone, onClose }: ScheduleDialogProps) {
  const words = useWords();
  const { hearth } = useVisit();
  const { perform } = useRitualActs();
  const id = useId();
  const known = plan && hearth.store.current.facts.plans.get(plan.id);
  const others = useHearth(({ facts }) => [...facts.elsewhere].map(([room, { name }]) => `${room}\t${name}`).join('\n'));
  const [day, setDay] = useState(() => toField(known?.at ?? usualTime(hearth.now)).slice(0, 10));
  const [time, setTime] = useState(() => toField(known?.at ?? usualTime(hearth.now)).slice(11));
  const rooms = [[hearth.layout.id, hearth.layout.name], ...others.split('\n').filter(Boolean).map((one) => one.split('\t'))].map(([value = '', label = '']) => ({ value, label: words.named(label) }));
  // The room that it was planned for may be gone.
  const [room, setRoom] = useState<string>(rooms.find(({ value }) => value === known?.room)?.value ?? hearth.layout.id);
  const [fault, setFault] = useState<{ readonly reason: string }>();
  useEffect(() => {
    if (fault) document.getElementById(`${id}-date`)?.focus();
  }, [fault, id]);
  const submit = async (): Promise<void> => {
    const at = fromField(`${day}T${time}`);
    if (at === undefined || at < hearth.now) return setFault({ reason: words(say.noMoment) });
    setFault(undefined);
    const where = { room, at, script };
    const done = await (plan ? perform('ritual.reschedule', { plan: plan.id, revision: plan.revision, ...where }) : perform('ritual.schedule', where));
    if (!done) return;
    onDone?.();
    onClose();
  };
  return (
    <FormDialog title={words(plan ? say.timeAgain : say.timeTitle, { title })} act={words(say.set)} onSubmit={() => void submit()} onClose={onClose}>
      <p id={`${id}-hint`} className={field.hint}>{words(say.zone, { zone: zoneName() })}</p>
      <div className={styles.pair}>
        {([['date', say.day, day, setDay], ['time', say.time, time, setTime]] as const).map(([type, label, value, set]) => (
          <div key={type} className={field.field}>
            <label className={field.label} htmlFor={`${id}-${type}`}>{words(label)}</label>
            <input className={field.input} id={`${id}-${type}`} type={type} value={value} onChange={({ currentTarget }) => set(currentTarget.value)} aria-describedby={`${id}-hint`} {...faulty(id, fault?.reason, true)} />
          </div>
        ))}
      </div>
      <FieldFault id={id} error={fault?.reason} />
      <Select label={words(say.room)} value={room} options={rooms} onChange={setRoom} />
    </FormDialog>
  );
}
