import { Dialog, Heading } from 'react-aria-components/Dialog';
import type { PersonId } from '#shared/kernel/ids.ts';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';
import { CardBody, CardHead } from './CardBody.tsx';
import styles from './PersonCard.module.css';
import { usePerson } from './usePerson.ts';

/** Someone whose face was pressed: who they are, what is so of them, and everything one can do with them. It does not hold focus. */
export function PersonCard({ id, onClose }: { readonly id: PersonId; readonly onClose: () => void }) {
  const words = useWords();
  const person = usePerson(id);
  if (!person) return null;
  return (
    <Dialog className={styles.card ?? ''}>
      <CardHead
        person={person}
        name={<Heading slot="title" level={3}><PersonName name={person.name} /></Heading>}
        close={<Button variant="quiet" icon="x" iconOnly aria-label={words(page.close)} onPress={onClose} />}
      />
      <CardBody id={id} person={person} onLeft={onClose} />
    </Dialog>
  );
}
