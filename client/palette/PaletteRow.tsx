import { ListBoxItem } from 'react-aria-components/ListBox';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { faceOf } from '#client/ui/PersonName.tsx';
import { LeaderKeys } from './LeaderKeys.tsx';
import styles from './PaletteRow.module.css';
import type { Row } from './rows.ts';

/** One thing to do, or why it cannot be done now. All that is seen of it is heard, the name first. */
export function PaletteRow({ row: { id, label, context: meaning, refusal, icon, leads, shortcut } }: { readonly row: Row }) {
  const words = useWords();
  const context = refusal === undefined ? meaning : words(page.notNow, { reason: refusal });
  return (
    <ListBoxItem id={id} textValue={label} className={styles.row ?? ''} data-refused={refusal !== undefined || undefined}>
      <Icon name={icon} flips={leads === 'back'} />
      <span className={`${styles.label} ${faceOf(label) ?? ''}`}>{label}</span>{' '}
      {context !== '' && <span className={styles.context}>{context}</span>}{' '}
      {shortcut !== undefined && <span className={styles.keys}><LeaderKeys shortcut={shortcut} /></span>}
    </ListBoxItem>
  );
}
