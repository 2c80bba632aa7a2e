import type { ReactNode } from 'react';
import { Flame } from '#client/ui/Flame.tsx';
import { Frame } from '#client/ui/Frame.tsx';
import styles from './Notice.module.css';

/** A page of one sentence: where there is no room to show, and why. */
export function Notice({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Frame>
      <main className={styles.notice}>
        <Flame size={4} />
        <h1>{title}</h1>
        {typeof children === 'string' ? <p>{children}</p> : children}
      </main>
    </Frame>
  );
}
