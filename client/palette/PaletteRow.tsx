import { ListBoxItem } from 'react-aria-components/ListBox';
import { Icon } from '#client/ui/icons.tsx';
import { faceOf } from '#client/ui/PersonName.tsx';
import { LeaderKeys } from './LeaderKeys.tsx';
import styles from './PaletteRow.module.css';
import type { Row } from './rows.ts';

/** One thing to do. All that is seen of it is heard, the name first. */
export function PaletteRow({ row: { id, label, context, refusal, icon, shortcut } }: { readonly row: Row }) {
  return (
    <ListBoxItem id={id} textValue={label} className={refusal === undefined ? (styles.row ?? '') : `${styles.row} ${styles.refused}`}>
      <Icon name={icon} />
      <span className={`${styles.label} ${faceOf(label) ?? ''}`}>{label}</span>{' '}
      {context !== '' && <span className={styles.context}>{context}</span>}{' '}
      {shortcut !== undefined && <span className={styles.keys}><LeaderKeys shortcut={shortcut} /></span>}
    </ListBoxItem>
  );
}
