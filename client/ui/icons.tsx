import { filled, outlined } from './icons.paths.ts';
import styles from './icons.module.css';

export type IconName = keyof typeof outlined;
/** Icons that also come filled, for the "on" of something that turns on and off. */
export type FilledIconName = keyof typeof filled;

export type IconProps = {
  /** In rem, so that it grows with the text. */
  readonly size?: number;
  /** Mirrors where text runs from right to left: arrows of text, never of the room. */
  readonly flips?: boolean;
} & ({ readonly name: IconName; readonly weight?: 'regular' } | { readonly name: FilledIconName; readonly weight: 'fill' });

/** A sign beside its word. It is hidden from assistive technology: the word says it. */
export function Icon(props: IconProps) {
  const { size = 1.25, flips = false } = props;
  const path = props.weight === 'fill' ? filled[props.name] : outlined[props.name];
  return (
    <svg
      className={flips ? `${styles.icon} ${styles.flips}` : styles.icon}
      viewBox="0 0 256 256"
      style={{ inlineSize: `${size}rem`, blockSize: `${size}rem` }}
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
