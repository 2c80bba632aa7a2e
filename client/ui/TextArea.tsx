import { useId } from 'react';
import { FieldFault, faulty } from './FieldFault.tsx';
import styles from './TextField.module.css';

export interface TextAreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
  readonly value: string;
  /** Without it the text is there to be read and copied. */
  readonly onChange?: (value: string) => void;
  readonly maxLength?: number;
  /** What is wrong with the text. */
  readonly error?: string | undefined;
}

/** Some lines of text with their label above. */
export function TextArea({ label, hint, rows, value, onChange, maxLength, error }: TextAreaProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>{label}</label>
      {hint !== undefined && <p id={`${id}-hint`} className={styles.hint}>{hint}</p>}
      <textarea
        className={styles.input}
        id={id}
        rows={rows}
        value={value}
        readOnly={!onChange}
        onChange={({ currentTarget }) => onChange?.(currentTarget.value)}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        {...faulty(id, error, hint !== undefined)}
      />
      <FieldFault id={id} error={error} />
    </div>
  );
}
