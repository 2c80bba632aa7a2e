import { lazy, Suspense } from 'react';
import { useHearth } from '#client/app/context.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';

const RitualPanel = lazy(() => import('./RitualPanel.tsx'));
const Coming = lazy(() => import('./Coming.tsx'));

/** The room's ritual, and what is planned; where there is none, nothing of it is fetched. */
export function Ritual() {
  const isHeld = useHearth(({ facts }) => facts.ritual.has('script'));
  const isPlanned = useHearth(({ facts }) => facts.plans.size > 0);
  return <Boundary fallback={null}><Suspense>{isHeld && <RitualPanel />}{isPlanned && <Coming />}</Suspense></Boundary>;
}
