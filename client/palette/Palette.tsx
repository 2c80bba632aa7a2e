import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/icons.tsx';
import styles from './Palette.module.css';
import { palette as say } from './palette.words.ts';
import { matches, rowsNow, type Row } from './rows.ts';

const groups = [
  { id: 'people', title: page.groupPeople },
  { id: 'do', title: page.groupDo },
  { id: 'places', title: page.groupPlaces },
] as const;

/** Finds and does anything: people, places and every capability. What it offers is settled when it opens, and does not jump. */
export default function Palette({ search, onClose }: { readonly search: string; readonly onClose: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const [typed, setTyped] = useState(search);
  // One list for as long as it is open.
  const rows = useMemo(() => rowsNow(visit, words), []);
  const shown = rows.filter((row) => matches(row.label, typed));
  const choose = (key: unknown) => {
    const row = rows.find((one) => one.key === key);
    if (!row) return;
    if (row.refusal !== undefined) return visit.tell(row.refusal);
    onClose();
    // After focus has gone back to where it was: some rows take it elsewhere.
    setTimeout(() => row.run());
  };
  return (
    <Dialog title={words(page.paletteLabel)} titleHidden size="palette" onClose={onClose}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={words(page.paletteLabel)} className={styles.search ?? ''} autoFocus>
          <Icon name="magnifying-glass" />
          <Input className={styles.input ?? ''} onKeyDown={(event) => event.key === 'Escape' && onClose()} />
          <kbd>{words(say.escape)}</kbd>
        </SearchField>
        <p role="status" className={styles.count}>{words(page.paletteResults, { count: shown.length })}</p>
        <ListBox aria-label={words(say.results)} className={styles.list ?? ''} selectionMode="none" onAction={choose}>
          {groups.map((group) => {
            const items = shown.filter((row) => row.group === group.id);
            return items.length > 0 && (
              <ListBoxSection key={group.id} id={group.id} className={styles.section ?? ''}>
                <Header className={styles.title ?? ''}>{words(group.title)}</Header>
                <Collection items={items.map((row) => ({ ...row, id: row.key }))}>{(row) => <PaletteRow row={row} />}</Collection>
              </ListBoxSection>
            );
          })}
        </ListBox>
      </Autocomplete>
      <p className={styles.foot} aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> {words(say.choose)} <kbd>{words(say.enter)}</kbd> {words(say.do)}</p>
    </Dialog>
  );
}

function PaletteRow({ row }: { readonly row: Row }) {
  const words = useWords();
  return (
    <ListBoxItem id={row.key} textValue={`${row.label}${row.refusal === undefined ? '' : `. ${row.context}`}`} className={row.refusal === undefined ? (styles.row ?? '') : `${styles.row} ${styles.refused}`}>
      <Icon name={row.icon} />
      <span className={styles.text}>
        <span className={styles.label}>{row.label}</span>
        {row.context !== '' && <span className={styles.context}>{row.context}</span>}
      </span>
      {row.shortcut !== undefined && <kbd>{words(say.keys, { key: row.shortcut })}</kbd>}
    </ListBoxItem>
  );
}
