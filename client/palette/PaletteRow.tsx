import { ListBoxItem } from 'react-aria-components/ListBox';
import { Text } from 'react-aria-components/Text';
import { Icon } from '#client/ui/icons.tsx';
import { faceOf } from '#client/ui/PersonName.tsx';
import { LeaderKeys } from './LeaderKeys.tsx';
import styles from './Palette.module.css';
import type { Row } from './rows.ts';

/** One thing to do. A reason against it belongs to its name, which is always heard; the rest is its description. */
export function PaletteRow({ row: { id, label, context, refusal, icon, shortcut } }: { readonly row: Row }) {
  const name = <span className={`${styles.label} ${faceOf(label) ?? ''}`}>{label}</span>;
  const about = context !== '' && <span className={styles.context}>{context}</span>;
  return (
    <ListBoxItem id={id} textValue={label} className={refusal === undefined ? (styles.row ?? '') : `${styles.row} ${styles.refused}`}>
      <Icon name={icon} />
      <Text slot="label" className={styles.part ?? ''}>{name}{refusal !== undefined && <> {about}</>}</Text>
      <Text slot="description" className={styles.part ?? ''}>
        {refusal === undefined && about} {shortcut !== undefined && <span className={styles.keys}><LeaderKeys shortcut={shortcut} /></span>}
      </Text>
    </ListBoxItem>
  );
}
