import { useState } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { comeToVenue } from '#client/people/comeToVenue.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './Form.module.css';
import { moderation as say } from './moderation.words.ts';

/** Says where one sits together with others, for hybrid meetings. */
export default function VenueDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const { you, facts } = visit.hearth.store.current;
  const [venue, setVenue] = useState((you && facts.people.get(you)?.venue) ?? '');
  return (
    <Dialog title={words(say.venueTitle)} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void comeToVenue(visit, venue);
        }}
      >
        <TextField label={words(say.venue)} hint={words(say.venueHint)} value={venue} onChange={setVenue} maxLength={40} />
        <div className={styles.foot}>
          <Button onPress={onClose}>{words(say.cancel)}</Button>
          <Button type="submit" variant="primary">{words(say.save)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
