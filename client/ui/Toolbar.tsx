import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';

/** Controls in one tab stop, moved through by arrows. `label` is heard, not shown. */
export function Toolbar({ label, className = '', children }: { readonly label: string; readonly className?: string | undefined; readonly children: ReactNode }) {
  return (
    <AriaToolbar aria-label={label} className={className}>
      {children}
    </AriaToolbar>
  );
}
