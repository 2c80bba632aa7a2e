import { lazy, Suspense } from 'react';
import { useHearth } from '#client/app/context.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';

const RitualPanel = lazy(() => import('./RitualPanel.tsx'));

/** The room's ritual; where none is held, nothing of it is fetched. */
export function Ritual() {
  const isHeld = useHearth(({ facts }) => facts.ritual.has('script'));
  return isHeld ? <Boundary fallback={null}><Suspense><RitualPanel /></Suspense></Boundary> : null;
}
