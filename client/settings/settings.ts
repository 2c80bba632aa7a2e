/**
 * How a person wants to see, hear and press, acting at once on the whole page. This browser keeps all of it, so that the
 * first picture is right; the personal part is the server's too (keeping.ts), the device's is not.
 */
import * as z from 'zod/mini';
import { contrasts, densities, details, firsts, manners, motions, reaches, textSizes, themes, type PersonalSettings } from '#shared/people/settings.ts';
import { createStore } from '#client/net/store.ts';
import { device } from '#client/app/device.ts';

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, first: T[number]) => z.catch(z.enum(values), first as never);

export const volumes = ['off', 'soft', 'normal', 'loud'] as const;
/** What the 3D view looks like; ../view-3d/ViewSettings.tsx says what each means. */
export const fieldsOfView = ['narrow', 'usual', 'wide'] as const;
export const turnings = ['off', 'gentle', 'usual', 'quick'] as const;
export const pictureQualities = ['automatic', 'A', 'B', 'C', 'D', 'E'] as const;
/** How loud a room's own sounds are: fire, leaves, water. */
export const ambiences = ['off', 'soft', 'normal'] as const;

/** What is damaged or of another version falls back to what is usual, each by itself. */
const personal = {
  theme: oneOf(themes, 'system'),
  textSize: oneOf(textSizes, '100'),
  density: oneOf(densities, 'comfortable'),
  contrast: oneOf(contrasts, 'system'),
  motion: oneOf(motions, 'system'),
  language: z.catch(z.string().check(z.maxLength(12)), ''),
  reach: oneOf(reaches, 'beside'),
  manners: z.catch(z.record(z.string(), oneOf(manners, 'both')), {}),
  first: oneOf(firsts, 'name'),
  detail: oneOf(details, 'full'),
  shortcuts: z.catch(z.boolean(), true),
  keys: z.catch(z.record(z.string(), z.string().check(z.maxLength(2))), {}),
} satisfies Record<keyof PersonalSettings, z.ZodMiniType>;
export const personalNames = Object.keys(personal) as readonly (keyof PersonalSettings)[];

export const settingsSchema = z.object({
  ...personal,
  volume: oneOf(volumes, 'normal'),
  ambience: oneOf(ambiences, 'soft'),
  fieldOfView: oneOf(fieldsOfView, 'usual'),
  turning: oneOf(turnings, 'usual'),
  quality: oneOf(pictureQualities, 'automatic'),
  /** Nothing moves, nobody's gesture shows, and only what concerns one is spoken. */
  quiet: z.catch(z.boolean(), false),
  /** Personal ones that were changed here and are not stored with the person yet. */
  unsent: z.catch(z.array(z.enum(personalNames as [keyof PersonalSettings])), []),
});
type Kept = z.output<typeof settingsSchema>;
export type Settings = Omit<Kept, 'unsent'>;

/** Reads anything: text that a browser kept, or what the server told. */
export const parseSettings = (given: unknown): Kept => settingsSchema.parse(typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {});

export const readSettings = (text: string | undefined): Kept => {
  try {
    return parseSettings(JSON.parse(text ?? '{}'));
  } catch {
    return parseSettings({});
  }
};
export const usual: Settings = parseSettings({});

const { unsent: stillUnsent, ...kept } = readSettings(device.settings);
export const settings = createStore<Settings>(kept);
export const unsent = new Set<keyof PersonalSettings>(stillUnsent);

export const personalOf = (from: Settings): PersonalSettings => Object.fromEntries(personalNames.map((name) => [name, from[name]])) as unknown as PersonalSettings;

/** Puts values in force: on the page, and in this browser's memory. */
export const putSettings = (change: Partial<Settings>): void => {
  Object.assign(settings.current, change);
  rememberSettings();
  settings.changed();
};

export const rememberSettings = (): void => {
  device.settings = JSON.stringify({ ...settings.current, unsent: [...unsent] });
};

/** Changes something, by the person's wish. Answers what was before, for whoever takes it back. */
export const changeSettings = (change: Partial<Settings>): Partial<Settings> => {
  const names = Object.keys(change) as (keyof Settings)[];
  const before = Object.fromEntries(names.map((name) => [name, settings.current[name]]));
  for (const name of personalNames) if (name in change) unsent.add(name);
  putSettings(change);
  return before;
};

/** What CSS must know stands on the document's root; the page calls it after every change. */
export const applySettings = (): void => {
  const { theme, textSize, density, contrast, motion, quiet } = settings.current;
  const root = document.documentElement;
  const mark = (name: string, value: string, usually: string): void => {
    if (value === usually) delete root.dataset[name];
    else root.dataset[name] = value;
  };
  mark('theme', theme, 'system');
  mark('density', density, 'comfortable');
  mark('contrast', contrast, 'system');
  mark('motion', quiet ? 'still' : motion, 'system');
  root.style.setProperty('--text-size', `${Number(textSize) / 100}`);
};

/** How loud a room's own sounds are now. */
export const ambienceOf = ({ quiet, ambience }: Pick<Settings, 'quiet' | 'ambience'>): Settings['ambience'] => (quiet ? 'off' : ambience);
