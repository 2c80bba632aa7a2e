import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PersonId } from '#shared/kernel/ids.ts';
import { Boundary } from '#client/ui/Boundary.tsx';

// Overlays are heavy, and wanted by whoever opens one.
const PersonPopover = lazy(() => import('./PersonPopover.tsx'));

/** A face or a name that opens that person's card beside it. */
export function PersonButton({ id, className, children }: { readonly id: PersonId; readonly className: string | undefined; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} className={className ?? ''} aria-haspopup="dialog" aria-expanded={open} onPress={() => setOpen(!open)}>{children}</Button>
      {open && <Boundary fallback={null}><Suspense><PersonPopover id={id} trigger={button} onClose={() => setOpen(false)} /></Suspense></Boundary>}
    </>
  );
}
