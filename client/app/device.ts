/** What this browser remembers: device settings (the view, sounds), and what a reload must not lose. */
import type { View } from './context.tsx';

const read = (storage: () => Storage, key: string): string | undefined => {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    // Storage may be forbidden; then nothing is remembered.
    return undefined;
  }
};
const write = (storage: () => Storage, key: string, value: string | undefined): void => {
  try {
    if (value === undefined || value === '') storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // See above.
  }
};
const browser = () => localStorage;
const tab = () => sessionStorage;

export const device = {
  get view(): View | undefined {
    const kept = read(browser, 'hearth.view');
    return kept === '2d' || kept === '3d' ? kept : undefined;
  },
  set view(view: View | undefined) {
    write(browser, 'hearth.view', view);
  },
  get sounds(): boolean {
    return read(browser, 'hearth.sounds') !== 'off';
  },
  set sounds(on: boolean) {
    write(browser, 'hearth.sounds', on ? undefined : 'off');
  },
  /** The identity of this tab alone, where someone came in as someone else. */
  get tab(): string | undefined {
    return read(tab, 'hearth.tab');
  },
  set tab(token: string | undefined) {
    write(tab, 'hearth.tab', token);
  },
  get draft(): string {
    return read(tab, 'hearth.draft') ?? '';
  },
  set draft(text: string) {
    write(tab, 'hearth.draft', text);
  },
} as const;

/** Whether this browser can draw the 3D view. */
export const hasWebgl = (): boolean => {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
};
