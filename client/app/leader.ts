import { capabilityIds, capabilityOf, type CapabilityId } from '#shared/registry.ts';

/** A key press, as far as shortcuts care. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type Shortcut =
  | { readonly do: 'palette' | 'help' | 'controls' | 'listen' | 'end' | 'unknown' }
  | { readonly do: 'region'; readonly back: boolean }
  | { readonly do: 'capability'; readonly id: CapabilityId };

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);

/**
 * What a key press means, given whether the leader (Ctrl and full stop) came before it; `undefined` for a key that is not
 * ours. There is no time limit between the two, so that one hand and sticky keys suffice.
 */
export const shortcutOf = (listening: boolean, { key, code, ctrl, shift, alt }: Press): Shortcut | undefined => {
  if (modifiers.has(key)) return undefined;
  if (listening) {
    if (key === 'Escape') return { do: 'end' };
    const id = capabilityIds.find((one) => capabilityOf(one).shortcut === key.toLowerCase());
    return id ? { do: 'capability', id } : { do: 'unknown' };
  }
  if (key === 'F2' && !ctrl && !alt) return { do: 'controls' };
  if (!ctrl || alt) return undefined;
  if (key === 'F6') return { do: 'region', back: shift };
  if (key.toLowerCase() === 'k' && !shift) return { do: 'palette' };
  if (key === '/' || (key === '?' && code === 'Slash')) return { do: 'help' };
  if (key === '.' || code === 'Period') return { do: 'listen' };
  return undefined;
};
