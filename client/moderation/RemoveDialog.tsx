import { useState } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { removalNames, type Removal } from '#shared/moderation/moderation.capabilities.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { outranks } from '#shared/people/standing.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { Tick } from '#client/ui/Tick.tsx';
import styles from './Form.module.css';
import { moderation as say } from './moderation.words.ts';

/** Asks for how long and why before someone is sent out. Letting them stay comes first. */
export default function RemoveDialog({ person, onClose }: { readonly person: PersonId; readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, perform } = useVisit();
  const [name] = useState(() => callNameOf(hearth.view, person));
  const [lasts, setLasts] = useState<Removal['for']>('now');
  const [reason, setReason] = useState('');
  const [link, setLink] = useState(false);
  const steward = hearth.actor !== undefined && outranks(hearth.actor.standing, 'member');
  const lengths = steward ? removalNames : removalNames.slice(0, 1);
  return (
    <Dialog title={words(say.removeTitle, { name })} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void perform('people.remove', { person, for: lasts, reason, link });
        }}
      >
        <p>{words(say.removeText, { name })}</p>
        <Segmented label={words(say.howLong)} options={lengths.map((id) => ({ id, label: words(say[id]) }))} value={lasts} onChange={setLasts} />
        <p className={styles.means}>{words(lasts === 'now' ? say.nowMeans : say.banMeans)}</p>
        <TextField label={words(say.reason)} hint={words(say.reasonHint)} value={reason} onChange={setReason} maxLength={200} />
        {steward && <Tick label={words(say.link)} checked={link} onChange={setLink} />}
        <div className={styles.foot}>
          <Button onPress={onClose}>{words(say.keep)}</Button>
          <Button type="submit" variant="danger">{words(say.remove, { name })}</Button>
        </div>
      </form>
    </Dialog>
  );
}
