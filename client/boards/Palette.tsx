import { useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { noteColours } from '#shared/boards/note.ts';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from '#client/palette/Palette.module.css';
import { palette } from '#client/palette/palette.words.ts';
import rowStyles from '#client/palette/PaletteRow.module.css';
import { afterFocusReturned } from '#client/ui/afterFocus.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import { boards as say } from './boards.words.ts';
import type { BoardDialog, OverBoard } from './dialogs.tsx';
import { goToPlace } from './NoteItem.tsx';
import { called, notesOf, placeOf } from './saying.ts';
import { toolsOf, verbsOf, writeIn, type BoardVerb } from './verbs.ts';
import { useBoard } from './visit.ts';

interface Row {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly context: string;
  /** It leads to what can be done with a note; or back. */
  readonly leads?: { readonly to: string | undefined };
  readonly verb?: BoardVerb;
}
/** More notes than this are found by their words. */
const MOST_NOTES = 30;

export interface BoardPaletteProps extends OverBoard {
  readonly draws: boolean;
  readonly open: (dialog: BoardDialog) => void;
}

/** W2. Everything that can be done at a board, by its words: with the board, and with each note. */
export default function Palette({ outline, close, draws, open }: BoardPaletteProps) {
  const words = useWords();
  const visit = useBoard();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const [about, setAbout] = useState<string>();
  const notes = notesOf(outline);
  const note = notes.find(({ id }) => id === about);
  const rowOf = (verb: BoardVerb): Row => ({ id: `do ${verb.key}`, icon: 'caret-right', label: verb.label, context: verb.refusal === undefined ? '' : words(page.notNow, { reason: verb.refusal }), verb });
  const goTo: BoardVerb = { key: 'go', label: words(say.goToNote), refusal: undefined, run: () => goToPlace(`note-${about ?? ''}`) };
  const all: readonly Row[] = note
    // The first row is the one that Enter takes: the way back is the last.
    ? [...[...(draws ? [] : [goTo]), writeIn(visit, words, open, note), ...verbsOf(visit, words, open, note)].map(rowOf), { id: 'back', icon: 'arrow-left', label: words(palette.everything), context: '', leads: { to: undefined } }]
    : [
      ...toolsOf(visit, words, open, draws).map(rowOf),
      ...notes.map(({ id, text, colour }): Row => ({ id, icon: 'note-pencil', label: called(words, text), context: [placeOf(words, outline, id).group, colour ? words(noteColours[colour].word) : ''].filter(Boolean).join(' · '), leads: { to: id } })),
    ];
  const found = all.filter(({ label, leads }) => contains(label, typed.trim()) || (leads !== undefined && leads.to === undefined));
  const [first, more] = [found.filter(({ leads }) => leads?.to === undefined), found.filter(({ leads }) => leads?.to !== undefined)];
  const shown = [...first, ...more.slice(0, MOST_NOTES)];
  const choose = (key: unknown): void => {
    const row = shown.find(({ id }) => id === key);
    if (row?.leads) {
      setAbout(row.leads.to);
      return setTyped('');
    }
    if (!row?.verb) return;
    if (row.verb.refusal !== undefined) return visit.say(row.verb.refusal);
    close();
    afterFocusReturned(row.verb.run);
  };
  return (
    <Dialog title={words(say.palette)} titleHidden size="palette" onClose={close}>
      <Autocomplete key={about ?? 'everything'} inputValue={typed} onInputChange={setTyped}>
        <div className={styles.head}>
          <SearchField aria-label={note ? words(palette.whatWith, { name: called(words, note.text) }) : words(say.palette)} className={styles.search ?? ''} autoFocus>
            <Icon name="magnifying-glass" />
            <Input
              className={styles.input ?? ''}
              role="combobox"
              aria-expanded={shown.length > 0}
              aria-haspopup="listbox"
              onKeyDown={(event) => {
                if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
                if (event.key === 'Backspace' && typed === '') setAbout(undefined);
              }}
            />
          </SearchField>
          <Button variant="quiet" icon="x" iconOnly aria-label={words(page.close)} onPress={close} />
        </div>
        <p role="status" className={styles.count}>{words(say.found, { count: found.filter(({ id }) => id !== 'back').length })}</p>
        <ListBox aria-label={words(palette.results)} className={styles.list ?? ''} selectionMode="none" onAction={choose} items={shown}>
          {({ id, icon, label, context, verb }) => (
            <ListBoxItem id={id} textValue={label} className={rowStyles.row ?? ''} data-refused={verb?.refusal !== undefined || undefined}>
              <Icon name={icon} flips={id === 'back' || icon === 'caret-right'} />
              <span className={rowStyles.label}>{label}</span>{' '}
              {context !== '' && <span className={rowStyles.context}>{context}</span>}
            </ListBoxItem>
          )}
        </ListBox>
        {more.length > MOST_NOTES && <p className={styles.more}>{words(say.moreNotes, { count: more.length - MOST_NOTES })}</p>}
      </Autocomplete>
    </Dialog>
  );
}
