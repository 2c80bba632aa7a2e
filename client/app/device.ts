/** What this browser remembers: device settings (the view, sounds), and what a reload must not lose. */
import type { View } from './context.tsx';
import { isNumber, isText, parsed, recordOf } from './shape.ts';

const times = recordOf(isNumber);
const texts = recordOf(isText);

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
  /** Which of a board's two editors this browser opens: in words, unless somebody chose to draw. */
  get boardEditor(): 'outline' | 'drawing' {
    return read(browser, 'hearth.boardEditor') === 'drawing' ? 'drawing' : 'outline';
  },
  set boardEditor(editor: 'outline' | 'drawing') {
    write(browser, 'hearth.boardEditor', editor === 'drawing' ? editor : undefined);
  },
  /** What one keeps to draw with again, as text. */
  get library(): string | undefined {
    return read(browser, 'hearth.library');
  },
  set library(library: string | undefined) {
    write(browser, 'hearth.library', library);
  },
  /** Whether whoever runs a ritual has its console wide over the picture. */
  get ritualWide(): boolean {
    return read(browser, 'hearth.ritualWide') === 'yes';
  },
  set ritualWide(is: boolean) {
    write(browser, 'hearth.ritualWide', is ? 'yes' : undefined);
  },
  /** Whether the welcome was read or skipped in this browser. */
  get welcomed(): boolean {
    return read(browser, 'hearth.welcomed') === 'yes';
  },
  set welcomed(is: boolean) {
    write(browser, 'hearth.welcomed', is ? 'yes' : undefined);
  },
  /** How one wants to see, hear and press, as text. Whoever is someone else in this tab has a copy of their own there. */
  get settings(): string | undefined {
    return read(tab, 'hearth.settings') ?? read(browser, 'hearth.settings');
  },
  set settings(settings: string | undefined) {
    write(this.tab === undefined ? browser : tab, 'hearth.settings', settings);
  },
  /** The identity of this tab alone, where someone came in as someone else. */
  get tab(): string | undefined {
    return read(tab, 'hearth.tab');
  },
  set tab(token: string | undefined) {
    write(tab, 'hearth.tab', token);
  },
  /** When this browser was last in which room (ms since 1970). */
  get visited(): Readonly<Record<string, number>> {
    return times(parsed(read(browser, 'hearth.visited')));
  },
  set visited(visited: Readonly<Record<string, number>>) {
    write(browser, 'hearth.visited', JSON.stringify(visited));
  },
  /** What is being written, by talk. */
  get drafts(): Readonly<Record<string, string>> {
    return texts(parsed(read(tab, 'hearth.drafts')));
  },
  set drafts(drafts: Readonly<Record<string, string>>) {
    const written = Object.entries(drafts).filter(([, text]) => text !== '');
    write(tab, 'hearth.drafts', written.length === 0 ? undefined : JSON.stringify(Object.fromEntries(written)));
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
