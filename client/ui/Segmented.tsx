import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Icon, type IconName } from './icons.tsx';
import styles from './Segmented.module.css';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName;
  /** The language of the label, where it is not the page's. */
  readonly lang?: string;
  /** "2 new": said and shown after the label. */
  readonly note?: string | undefined;
}

export interface SegmentedProps<Id extends string> {
  /** What is being chosen; heard, not shown. */
  readonly label: string;
  readonly options: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
}

/** One of a few, all in sight: a radio group in one tab stop, moved through by arrows. */
export function Segmented<Id extends string>({ label, options, value, onChange }: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen && chosen.id !== value) onChange(chosen.id);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={styles.segment ?? ''}>
          {option.icon && <Icon name={option.icon} />}
          <span lang={option.lang}>{option.label}</span>
          {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
