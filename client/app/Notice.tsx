import type { ReactNode } from 'react';
import { Flame } from '#client/ui/Flame.tsx';
import { Frame } from '#client/ui/Frame.tsx';
import { useSaidIfSlow } from './progress.ts';
import styles from './Notice.module.css';

/** A page of one sentence: where there is no room to show, and why. */
export function Notice({ title, busy = false, children }: { readonly title: string; /** Something is awaited: it is said when that takes a while. */ readonly busy?: boolean; readonly children?: ReactNode }) {
  useSaidIfSlow(busy ? title : undefined);
  return (
    <Frame>
      <main className={styles.notice} aria-busy={busy || undefined}>
        <Flame size={4} />
        <h1>{title}</h1>
        {typeof children === 'string' ? <p>{children}</p> : children}
      </main>
    </Frame>
  );
}
