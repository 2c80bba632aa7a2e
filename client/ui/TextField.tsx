import { useId, type HTMLInputAutoCompleteAttribute, type ReactNode, type Ref } from 'react';
import { FieldError, Input, Label, Text, TextField as AriaField } from 'react-aria-components/TextField';
import { Icon } from './icons.tsx';
import styles from './TextField.module.css';

export interface TextFieldProps {
  readonly label: string;
  /** Said after the label, in lighter type: "optional". */
  readonly aside?: string;
  readonly hint?: ReactNode;
  /** What is needed. Shown under the field, tied to it, with a sign beside the colour. */
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  /** Offered while typing; anything else may be typed. */
  readonly suggestions?: readonly string[];
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A line of text with its label above, its hint below that, and its error last. */
export function TextField({ label, aside, hint, error, value, onChange, maxLength, required = false, autoComplete, suggestions, inputRef }: TextFieldProps) {
  const listId = useId();
  return (
    <AriaField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={required}
      validationBehavior="aria"
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(autoComplete === undefined ? {} : { autoComplete })}
    >
      <Label className={styles.label ?? ''}>
        {label}
        {aside !== undefined && <span className={styles.aside}> {aside}</span>}
      </Label>
      {hint !== undefined && <Text slot="description" className={styles.hint ?? ''}>{hint}</Text>}
      <Input className={styles.input ?? ''} ref={inputRef ?? null} {...(suggestions ? { list: listId } : {})} />
      {suggestions && <datalist id={listId}>{suggestions.map((one) => <option key={one} value={one} />)}</datalist>}
      <FieldError className={styles.error ?? ''}>
        <Icon name="warning" />
        <span>{error}</span>
      </FieldError>
    </AriaField>
  );
}
