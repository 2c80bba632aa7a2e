import { useState } from 'react';
import { lookOf, packLook } from '#shared/people/look.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { longestName } from '#client/join/entry.ts';
import { say as join } from '#client/join/join.words.ts';
import { LookButtons } from '#client/join/LookButtons.tsx';
import StepLook from '#client/join/StepLook.tsx';
import { useLookDraft } from '#client/join/useLookDraft.ts';
import { Figure } from '#client/people/figure.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { capabilityOf } from '#shared/registry.ts';
import styles from './LookDialog.module.css';
import { lookDialog as say } from './settings.words.ts';

/** The join page's editor, on the look one has. Nothing of it shows to others before it is decided. */
export default function LookDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, perform } = useVisit();
  const { you, facts } = hearth.store.current;
  const me = you && facts.people.get(you);
  const draft = useLookDraft(Math.random, lookOf(me?.look ?? ''));
  const [pronouns, setPronouns] = useState(me?.pronouns ?? '');
  return (
    <Dialog title={words(say.title)} size="wide" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void perform('people.look', { look: packLook(draft.look), pronouns });
        }}
      >
        <div className={styles.body} tabIndex={0} role="region" aria-label={words(say.title)}>
          <div className={styles.side}>
            <div className={styles.figure}><Figure look={draft.look} /></div>
            <LookButtons draft={draft} />
          </div>
          <div className={styles.editor}>
            <StepLook draft={draft} />
            <TextField
              label={words(join.pronouns)}
              aside={words(join.optional)}
              hint={words(join.pronounsHint)}
              value={pronouns}
              onChange={setPronouns}
              maxLength={longestName}
              suggestions={[words(join.pronounsThey), words(join.pronounsShe), words(join.pronounsHe)]}
            />
          </div>
        </div>
        <div className={styles.foot}>
          <Button onPress={onClose}>{words(say.cancel)}</Button>
          <Button type="submit" variant="primary">{words(capabilityOf('people.look').label)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
