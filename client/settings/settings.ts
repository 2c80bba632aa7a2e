/**
 * How a person wants to see, hear and press, acting at once on the whole page. This browser keeps all of it, so that the
 * first picture is right; the personal part is the server's too (keeping.ts), the device's is not.
 */
import { contrasts, densities, details, firsts, manners, motions, reaches, textSizes, themes, type PersonalSettings } from '#shared/people/settings.ts';
import { createStore } from '#client/net/store.ts';
import { device } from '#client/app/device.ts';
import { flag, isRecord, isText, oneOf, parsed, recordOf, text, type Reader } from '#client/app/shape.ts';

export const volumes = ['off', 'soft', 'normal', 'loud'] as const;
export type Volume = (typeof volumes)[number];
const isVolume = (given: unknown): given is Volume => volumes.some((one) => one === given);
/** What the 3D view looks like; ../view-3d/ViewSettings.tsx says what each means. */
export const fieldsOfView = ['narrow', 'usual', 'wide'] as const;
export const turnings = ['off', 'gentle', 'usual', 'quick'] as const;
export const pictureQualities = ['automatic', 'A', 'B', 'C', 'D', 'E'] as const;
/** Whether people have clear outlines there: automatically, for whoever asks for more contrast. */
export const outlinings = ['automatic', 'on', 'off'] as const;
/** Whether what people say and do stands over their heads there. */
export const captionings = ['on', 'off'] as const;
/** From where and how loud voices are: from where people stand, as two ears hear it in headphones, or all from the middle; by distance, or all alike. */
export const voicesFroms = ['sides', 'around', 'middle'] as const;
export const voicesBys = ['distance', 'equal'] as const;
/** A key that turns the microphone on for as long as it is held: none that writes anything, or that leads to something else. */
export const talkKeys = ['off', 'ControlRight', 'F8', 'F9'] as const;
/** How loud a room's own sounds are: fire, leaves, water. */
export const ambiences = ['off', 'soft', 'normal'] as const;

/** What is damaged or of another version falls back to what is usual, each by itself. */
const personal: { readonly [Name in keyof PersonalSettings]: Reader<PersonalSettings[Name]> } = {
  theme: oneOf(themes, 'system'),
  textSize: oneOf(textSizes, '100'),
  density: oneOf(densities, 'comfortable'),
  contrast: oneOf(contrasts, 'system'),
  motion: oneOf(motions, 'system'),
  language: text(12),
  reach: oneOf(reaches, 'beside'),
  manners: (given) => Object.fromEntries(Object.entries(isRecord(given) ? given : {}).map(([category, manner]) => [category, oneOf(manners, 'both')(manner)])),
  first: oneOf(firsts, 'name'),
  detail: oneOf(details, 'full'),
  shortcuts: flag(true),
  keys: recordOf((one): one is string => isText(one) && one.length <= 2),
};
export const personalNames = Object.keys(personal) as readonly (keyof PersonalSettings)[];

const isPersonal = (name: unknown): name is keyof PersonalSettings => personalNames.some((one) => one === name);

interface DeviceSettings {
  volume: (typeof volumes)[number];
  voices: (typeof volumes)[number];
  voicesFrom: (typeof voicesFroms)[number];
  voicesBy: (typeof voicesBys)[number];
  /** How loud one person's voice is, by their id: whose is not here is as loud as is usual. */
  voiceOf: Readonly<Record<string, Volume>>;
  /** The same in both ears, whatever sounds. */
  mono: boolean;
  /** Voices are played so that the browser knows to take them out of what one's microphone hears. */
  echoFix: boolean;
  talkKey: (typeof talkKeys)[number];
  /** Devices by the browser's id; empty: as the computer is set. */
  microphone: string;
  speaker: string;
  ambience: (typeof ambiences)[number];
  fieldOfView: (typeof fieldsOfView)[number];
  turning: (typeof turnings)[number];
  quality: (typeof pictureQualities)[number];
  outlines: (typeof outlinings)[number];
  captions: (typeof captionings)[number];
  /** Nothing moves, nobody's gesture shows, and only what concerns one is spoken. */
  quiet: boolean;
}
const ofDevice: { readonly [Name in keyof DeviceSettings]: Reader<DeviceSettings[Name]> } = {
  volume: oneOf(volumes, 'normal'),
  voices: oneOf(volumes, 'normal'),
  voicesFrom: oneOf(voicesFroms, 'sides'),
  voicesBy: oneOf(voicesBys, 'distance'),
  voiceOf: recordOf(isVolume),
  mono: flag(false),
  echoFix: flag(false),
  talkKey: oneOf(talkKeys, 'off'),
  microphone: text(200),
  speaker: text(200),
  ambience: oneOf(ambiences, 'soft'),
  fieldOfView: oneOf(fieldsOfView, 'usual'),
  turning: oneOf(turnings, 'usual'),
  quality: oneOf(pictureQualities, 'automatic'),
  outlines: oneOf(outlinings, 'automatic'),
  captions: oneOf(captionings, 'on'),
  quiet: flag(false),
};
export type Settings = PersonalSettings & DeviceSettings;

/** As this browser keeps them: with those personal ones that were changed here and are not stored with the person yet. */
type Kept = Settings & { readonly unsent: readonly (keyof PersonalSettings)[] };

/** Reads anything: what a browser kept, or what the server told. */
export const parseSettings = (given: unknown): Kept => {
  const there = isRecord(given) ? given : {};
  const values = Object.fromEntries(Object.entries({ ...personal, ...ofDevice }).map(([name, read]) => [name, read(there[name])])) as unknown as Settings;
  const waiting = there['unsent'];
  return { ...values, unsent: Array.isArray(waiting) && waiting.every(isPersonal) ? waiting : [] };
};

export const readSettings = (json: string | undefined): Kept => parseSettings(parsed(json));
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
