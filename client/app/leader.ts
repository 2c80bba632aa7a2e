import type { CapabilityId } from '#shared/registry.ts';
import { actOf, declaredKey, type ActId } from '#client/settings/keys.ts';
import { isPageActId, type PageActId } from './pageKeys.ts';

/** A key press, as far as shortcuts care. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
}

/** The key of an act, after the leader. */
export type KeyFor = (id: ActId) => string | undefined;

/** What earlier presses left behind: whether the leader came, and which key of ours may still be held down. */
export interface KeyState {
  readonly listening: boolean;
  readonly held: string | undefined;
}
export const idle: KeyState = { listening: false, held: undefined };

export type Shortcut =
  | { readonly do: 'palette' | 'help' | 'controls' | 'listen' | 'end' | 'unknown' }
  | { readonly do: 'region'; readonly back: boolean }
  | { readonly do: 'capability'; readonly id: CapabilityId }
  | { readonly do: 'page'; readonly id: PageActId };

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);
const places: Readonly<Record<string, string>> = { Period: '.', Slash: '/' };

/**
 * What is written on a key, or on its place where the layout has a letter of another script. Not where it has another
 * Latin sign: Dvorak's V stands in the place of the full stop, and Ctrl+V must paste.
 */
const signOf = ({ key, code }: Press): string => {
  const foreign = key === 'Process' || (key.length === 1 && key > '\u007f');
  return foreign ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? places[code] ?? key) : key.length === 1 ? key.toLowerCase() : key;
};

/**
 * What a key press means, given whether the leader (Ctrl and full stop) came before it; `undefined` for a key that is not
 * ours. There is no time limit between the two, so that one hand and sticky keys suffice.
 */
export const shortcutOf = (listening: boolean, press: Press, keyFor: KeyFor = declaredKey): Shortcut | undefined => {
  const { ctrl, shift, alt } = press;
  if (modifiers.has(press.key)) return undefined;
  const sign = signOf(press);
  if (ctrl && !alt && sign === '.') return { do: 'listen' };
  if (listening) {
    if (sign === 'Escape') return { do: 'end' };
    const id = actOf(sign, keyFor);
    if (id === undefined) return { do: 'unknown' };
    return isPageActId(id) ? { do: 'page', id } : { do: 'capability', id };
  }
  if (sign === 'F2' && !ctrl && !alt && !shift) return { do: 'controls' };
  if (!ctrl || alt) return undefined;
  if (sign === 'F6') return { do: 'region', back: shift };
  if (sign === 'k' && !shift) return { do: 'palette' };
  if (sign === '/' || (sign === '?' && press.code === 'Slash')) return { do: 'help' };
  return undefined;
};

/** Takes a press in. A key of ours that is held down does its work once, and none of its repeats is typed anywhere. */
export const nextKey = (state: KeyState, press: Press, keyFor: KeyFor = declaredKey): { readonly state: KeyState; readonly taken: boolean; readonly shortcut: Shortcut | undefined } => {
  if (press.repeat) return { state, taken: state.held === press.code, shortcut: undefined };
  const shortcut = shortcutOf(state.listening, press, keyFor);
  if (shortcut) return { state: { listening: shortcut.do === 'listen', held: press.code }, taken: true, shortcut };
  return { state: modifiers.has(press.key) ? state : { ...state, held: undefined }, taken: false, shortcut };
};
