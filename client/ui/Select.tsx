import { useId } from 'react';
import { FieldFault, faulty } from './FieldFault.tsx';
import styles from './TextField.module.css';

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** What is wrong with what is chosen. */
  readonly error?: string | undefined;
}

/** One of many, by a list of the browser's own: each platform opens it as its people know it, and every screen reader does. */
export function Select<Value extends string>({ label, value, options, onChange, error }: SelectProps<Value>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>{label}</label>
      <select className={styles.input} id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value as Value)} {...faulty(id, error)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      <FieldFault id={id} error={error} />
    </div>
  );
}
