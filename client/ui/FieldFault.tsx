import { Icon } from './icons.tsx';
import styles from './TextField.module.css';

/** What a field says of its fault, so that it is heard with it. */
export const faulty = (id: string, error: string | undefined, hasHint = false): object =>
  error === undefined ? {} : { 'aria-invalid': true, 'data-invalid': true, 'aria-describedby': [hasHint && `${id}-hint`, `${id}-fault`].filter(Boolean).join(' ') };

/** What is wrong with a field of the browser's own: under it, with a sign beside the colour. */
export function FieldFault({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return error === undefined ? null : <p id={`${id}-fault`} className={styles.error}><Icon name="warning" /><span>{error}</span></p>;
}
