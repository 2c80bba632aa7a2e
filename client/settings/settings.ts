/** How a person wants to see, hear and press: kept by this browser, acting at once on the whole page. */
import * as z from 'zod/mini';
import type { CueCategory } from '#shared/kernel/cue.ts';
import { capabilityIds, capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { createStore } from '#client/net/store.ts';
import { device } from '#client/app/device.ts';

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, first: T[number]) => z.catch(z.enum(values), first as never);

export const themes = ['system', 'light', 'dark'] as const;
export const textSizes = ['100', '125', '150', '200'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const contrasts = ['system', 'more'] as const;
export const motions = ['system', 'still'] as const;
/** What the 3D view looks like; ../view-3d/ViewSettings.tsx says what each means. */
export const fieldsOfView = ['narrow', 'usual', 'wide'] as const;
export const turnings = ['off', 'gentle', 'usual', 'quick'] as const;
export const pictureQualities = ['automatic', 'A', 'B', 'C', 'D', 'E'] as const;
export const volumes = ['soft', 'normal', 'loud'] as const;
/** How loud the room itself is: its fire, its leaves, steps nearby. */
export const ambiences = ['off', 'soft', 'normal'] as const;
/** How much of the room one hears: all of it in digests, what is beside one, or only what is said to one. */
export const depths = ['everything', 'beside', 'direct'] as const;
/** How a category is perceived at the moment it happens. It always stands in the activity log. */
export const manners = ['both', 'speech', 'sound', 'off'] as const;
export type Manner = (typeof manners)[number];
/** Those that one can silence. One's own acts are always confirmed. */
export const categories = ['people', 'hands', 'gestures', 'chat', 'place', 'circles'] as const satisfies readonly CueCategory[];
export type Category = (typeof categories)[number];

/** What is damaged or of another version falls back to what is usual, each by itself. */
export const settingsSchema = z.object({
  theme: oneOf(themes, 'system'),
  textSize: oneOf(textSizes, '100'),
  density: oneOf(densities, 'comfortable'),
  contrast: oneOf(contrasts, 'system'),
  motion: oneOf(motions, 'system'),
  fieldOfView: oneOf(fieldsOfView, 'usual'),
  turning: oneOf(turnings, 'usual'),
  quality: oneOf(pictureQualities, 'automatic'),
  /** A language's tag; none: the browser's. */
  language: z.catch(z.optional(z.string().check(z.maxLength(12))), undefined),
  volume: oneOf(volumes, 'normal'),
  ambience: oneOf(ambiences, 'soft'),
  depth: oneOf(depths, 'everything'),
  manners: z.catch(z.record(z.string(), oneOf(manners, 'both')), {}),
  /** Whether keys of ours act at all, and those that were changed: capability → one sign, or none. */
  shortcuts: z.catch(z.boolean(), true),
  keys: z.catch(z.record(z.string(), z.string().check(z.maxLength(1))), {}),
});
export type Settings = z.output<typeof settingsSchema>;

export const readSettings = (text: string | undefined): Settings => {
  try {
    return settingsSchema.parse(JSON.parse(text ?? '{}') ?? {});
  } catch {
    return settingsSchema.parse({});
  }
};

export const settings = createStore<Settings>(readSettings(device.settings));

/** The change before the last one, for whoever takes it back. */
let before: Partial<Settings> | undefined;

export const changeSettings = (change: Partial<Settings>): void => {
  const { current } = settings;
  before = Object.fromEntries(Object.keys(change).map((name) => [name, current[name as keyof Settings]]));
  Object.assign(current, change);
  device.settings = JSON.stringify(current);
  applySettings();
  settings.changed();
};

/** Takes the last change back; false where there is none. */
export const undoSettings = (): boolean => {
  if (!before) return false;
  changeSettings(before);
  return true;
};

/** What CSS must know stands on the document's root. */
export const applySettings = (): void => {
  const { theme, textSize, density, contrast, motion } = settings.current;
  const root = document.documentElement;
  const mark = (name: string, value: string, usual: string): void => {
    if (value === usual) delete root.dataset[name];
    else root.dataset[name] = value;
  };
  mark('theme', theme, 'system');
  mark('density', density, 'comfortable');
  mark('contrast', contrast, 'system');
  mark('motion', motion, 'system');
  root.style.setProperty('--text-size', `${Number(textSize) / 100}`);
};

/** The key that acts after the leader; `undefined` where there is none. */
export const keyOf = (id: CapabilityId, { keys }: Pick<Settings, 'keys'> = settings.current): string | undefined => (keys[id] ?? capabilityOf(id).shortcut) || undefined;

/** Who has a key already, but for `except`. */
export const holderOf = (key: string, except: CapabilityId, given: Pick<Settings, 'keys'> = settings.current): CapabilityId | undefined =>
  capabilityIds.find((id) => id !== except && keyOf(id, given) === key);
