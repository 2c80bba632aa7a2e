import type { CSSProperties } from 'react';
import { lookOf } from '#shared/people/look.ts';
import { Portrait } from '#client/people/portrait.tsx';
import styles from './Circles.module.css';

/** As many as there is room for. */
const MOST_FACES = 10;

/** Those who are together, as they are around their rug, or a table. What is drawn here is told beside it. */
export function Rug({ looks, className = '' }: { readonly looks: readonly string[]; readonly className?: string | undefined }) {
  const drawn = looks.slice(0, MOST_FACES);
  return (
    <div className={`${styles.mini} ${className}`} aria-hidden="true" style={{ '--count': Math.max(1, drawn.length) } as CSSProperties}>
      {drawn.map((look, at) => <span key={at} className={styles.spot} style={{ '--place': at } as CSSProperties}><Portrait look={lookOf(look)} size={drawn.length > 5 ? 1.6 : 2.1} /></span>)}
    </div>
  );
}
