import styles from './icons.module.css';

/** The brand's flame. `size` in rem. */
export function Flame({ size = 1.75 }: { readonly size?: number }) {
  return (
    <svg className={styles.icon} viewBox="0 0 32 32" style={{ inlineSize: `${size}rem`, blockSize: `${size}rem` }} aria-hidden="true" focusable="false">
      <path d="M16 2c1 5 8 8 8 16a8 8 0 0 1-16 0c0-4 2-6 3.5-8 .5 2 1.5 3 2.5 3 0-4 0-7 2-11Z" fill="var(--flame)" />
      <path d="M16 14c.6 2.6 4 4 4 7.5a4 4 0 0 1-8 0c0-2.5 1.2-3.5 2-4.5.5 1 1 1.5 1.5 1.5 0-2 0-3 .5-4.5Z" fill="var(--flame-2)" />
    </svg>
  );
}
