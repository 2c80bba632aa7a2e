import { useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Collection, Header, ListBox, ListBoxSection } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { afterFocusReturned } from '#client/ui/afterFocus.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/icons.tsx';
import styles from './Palette.module.css';
import { palette as say } from './palette.words.ts';
import { PaletteRow } from './PaletteRow.tsx';
import { titleOf } from './asked.ts';
import { usePaletteRows } from './usePaletteRows.ts';

const groups = [
  { id: 'people', title: page.groupPeople },
  { id: 'do', title: page.groupDo },
  { id: 'places', title: page.groupPlaces },
  { id: 'settings', title: page.groupSettings },
] as const;

/** Words to begin with are followed by the person's own. */
const openFor = (search: string): string => (search.trim() === '' ? '' : `${search.trim()} `);

/** Finds and does anything: people, places and every capability. What it offers follows the room, and does not jump. */
export default function Palette({ search, onClose }: { readonly search: string; readonly onClose: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState(() => openFor(search));
  const [about, setAbout] = useState<PersonId>();
  const { rows: shown, more } = usePaletteRows({ typed: typed.trim(), about }, contains);
  const choose = (key: unknown) => {
    const row = shown.find(({ id }) => id === key);
    if (!row) return;
    if (row.leads) {
      setAbout(row.leads === 'person' ? row.person : undefined);
      return setTyped('');
    }
    const refusal = row.refusedNow();
    if (refusal !== undefined) return visit.tell(refusal);
    onClose();
    afterFocusReturned(() => row.run());
  };
  return (
    <Dialog title={words(page.paletteLabel)} titleHidden size="palette" onClose={onClose}>
      {/* Another list: what was chosen in the one before is not in it. */}
      <Autocomplete key={about ?? 'everything'} inputValue={typed} onInputChange={setTyped}>
        <div className={styles.head}>
          <SearchField aria-label={words(page.paletteLabel)} className={styles.search ?? ''} autoFocus>
            <Icon name="magnifying-glass" />
            <Input
              className={styles.input ?? ''}
              role="combobox"
              aria-expanded={shown.length > 0}
              aria-haspopup="listbox"
              onKeyDown={(event) => {
                if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
                if (event.key === 'Backspace' && typed === '') setAbout(undefined);
              }}
            />
          </SearchField>
          <kbd aria-hidden="true" className={styles.escape}>{words(say.escape)}</kbd>
          <Button variant="quiet" icon="x" iconOnly aria-label={words(page.close)} onPress={onClose} />
        </div>
        <p role="status" className={styles.count}>{words(page.paletteResults, { count: shown.filter(({ leads }) => leads !== 'back').length, typed: typed.trim() })}</p>
        <ListBox aria-label={words(say.results)} className={styles.list ?? ''} selectionMode="none" onAction={choose}>
          {groups.map(({ id, title }) => {
            const items = shown.filter(({ group }) => group === id);
            return items.length > 0 && (
              <ListBoxSection key={id} id={id}>
                <Header className={styles.title ?? ''}>{id === 'people' ? titleOf(visit, words, about) : words(title)}</Header>
                <Collection items={items}>{(row) => <PaletteRow row={row} />}</Collection>
              </ListBoxSection>
            );
          })}
        </ListBox>
        {more > 0 && <p className={styles.more}>{words(say.more, { count: more })}</p>}
      </Autocomplete>
      <p className={styles.foot} aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> {words(say.choose)} <kbd>{words(say.enter)}</kbd> {words(say.do)}</p>
    </Dialog>
  );
}
