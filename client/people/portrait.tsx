import type { CSSProperties } from 'react';
import type { Look } from '#shared/people/look.options.ts';
import { coloursOf } from './colours.ts';
import type { Mouth } from './face.tsx';
import { Head } from './head.tsx';
import styles from './portrait.module.css';

export interface PortraitProps {
  readonly look: Look;
  /** In rem. At 1.75 hair, headwear, glasses and skin still tell people apart. */
  readonly size?: number;
  /** What is so of this person now. The word for it stands beside the portrait, always. */
  readonly ring?: 'you' | 'speaking' | 'turn' | undefined;
  readonly mouth?: Mouth;
}

/** A person's head on a disc of their colour. Hidden from assistive technology: the name beside it says who it is. */
export function Portrait({ look, size = 4, ring, mouth = ring === 'speaking' ? 'open' : 'smile' }: PortraitProps) {
  const style = { '--size': `${size}rem`, '--top': coloursOf(look).top } as CSSProperties;
  return (
    <span className={ring ? `${styles.portrait} ${styles[ring]}` : styles.portrait} style={style} aria-hidden="true">
      <svg className={styles.face} viewBox="0 0 64 64" focusable="false">
        <circle className={styles.disc} cx="32" cy="32" r="32" />
        <Head look={look} mouth={mouth} />
        <circle className={styles.edge} cx="32" cy="32" r="31.3" />
      </svg>
    </span>
  );
}
