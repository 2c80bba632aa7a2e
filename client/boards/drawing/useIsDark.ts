import { useSyncExternalStore } from 'react';
import { settings } from '#client/settings/settings.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const subscribe = (changed: () => void): (() => void) => {
  const stop = settings.subscribe(changed);
  dark.addEventListener('change', changed);
  return () => {
    stop();
    dark.removeEventListener('change', changed);
  };
};

/** Whether the page is dark now, by one's settings or else the browser's. */
export const useIsDark = (): boolean => useSyncExternalStore(subscribe, () => (settings.current.theme === 'system' ? dark.matches : settings.current.theme === 'dark'));
