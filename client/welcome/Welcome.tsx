import { lazy, Suspense } from 'react';
import { usePage } from '#client/app/context.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';

const WelcomeCard = lazy(() => import('./WelcomeCard.tsx'));

/** The welcome, while there is one: a part of the page and not a dialog, so that it stands in nobody's way. */
export function Welcome() {
  const isShown = usePage(({ welcome }) => welcome !== undefined);
  return isShown && <Boundary fallback={null}><Suspense><WelcomeCard /></Suspense></Boundary>;
}
