import { useState } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { duties, isDuty, type Duty } from '#shared/people/standing.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { Tick } from '#client/ui/Tick.tsx';
import styles from './Form.module.css';
import { moderation as say } from './moderation.words.ts';

const choices = ['guest', 'member', 'steward'] as const;
type Choice = (typeof choices)[number];

/** Changes what someone is in the community. */
export default function StandingDialog({ person, onClose }: { readonly person: PersonId; readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, perform } = useVisit();
  const held = hearth.store.current.facts.people.get(person);
  const [name] = useState(() => callNameOf(hearth.view, person));
  const [standing, setStanding] = useState<Choice>(choices.find((one) => one === held?.standing) ?? 'guest');
  const [chosen, setChosen] = useState<readonly Duty[]>((held?.duties ?? '').split(' ').filter(isDuty));
  return (
    <Dialog title={words(say.standingTitle, { name })} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void perform('people.standing', { person, standing, duties: [...chosen] });
        }}
      >
        <Segmented label={words(say.standing)} options={choices.map((id) => ({ id, label: words(say[id]) }))} value={standing} onChange={setStanding} />
        <Duties chosen={chosen} onChange={setChosen} />
        <div className={styles.foot}>
          <Button onPress={onClose}>{words(say.cancel)}</Button>
          <Button type="submit" variant="primary">{words(say.save)}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What someone does beside their standing. */
export function Duties({ chosen, onChange }: { readonly chosen: readonly Duty[]; readonly onChange: (chosen: readonly Duty[]) => void }) {
  const words = useWords();
  return (
    <fieldset>
      <legend>{words(say.duties)}</legend>
      {duties.map((duty) => (
        <Tick key={duty} label={words(say[duty])} checked={chosen.includes(duty)} onChange={(on) => onChange(on ? [...chosen, duty] : chosen.filter((one) => one !== duty))} />
      ))}
    </fieldset>
  );
}
