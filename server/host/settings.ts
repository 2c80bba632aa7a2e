import * as z from 'zod/mini';

/** Every setting, once: `--help` and the README's table are written from it. */
export const settingTable = {
  PORT: { fallback: '2567', meaning: 'The port Hearth listens on (1–65535).', schema: z.pipe(z.string().check(z.regex(/^\d{1,5}$/)), z.pipe(z.transform(Number), z.int().check(z.gte(1), z.lte(65_535)))) },
  HOST: { fallback: '0.0.0.0', meaning: 'The address Hearth listens on; 127.0.0.1 keeps it to this machine.', schema: z.string().check(z.regex(/^[\w.:-]{1,100}$/)) },
  DATA_DIR: { fallback: 'data', meaning: 'The folder that holds everything Hearth keeps.', schema: z.string().check(z.minLength(1), z.maxLength(500)) },
  DATABASE_URL: { fallback: '', meaning: 'A PostgreSQL database, such as postgres://hearth:secret@db:5432/hearth, instead of the file in DATA_DIR.', schema: z.string().check(z.regex(/^(postgres(ql)?:\/\/\S+)?$/)) },
  ROOMS_DIR: { fallback: 'assets/rooms', meaning: 'The folder of the rooms’ layouts, each a JSON file; from Hearth’s own folder where it is relative.', schema: z.string().check(z.minLength(1), z.maxLength(500)) },
  VOICE: { fallback: 'auto', meaning: 'none carries no voice; auto carries it where there is a LiveKit: by LIVEKIT_URL, or a livekit-server found on this machine.', schema: z.enum(['auto', 'none']) },
  LIVEKIT_URL: { fallback: '', meaning: 'A LiveKit server or cluster, such as wss://voice.example.org, instead of one on this machine. It must be told to call PUBLIC_URL/hooks/livekit.', schema: z.string().check(z.regex(/^((wss?|https?):\/\/[^\s/]+)?$/)) },
  LIVEKIT_API_KEY: { fallback: '', meaning: 'Its API key.', schema: z.string().check(z.regex(/^\S{0,200}$/)) },
  LIVEKIT_API_SECRET: { fallback: '', meaning: 'The secret of that key.', schema: z.string().check(z.regex(/^\S{0,500}$/)) },
  COMMUNITY: { fallback: 'Hearth', meaning: 'What your community is called.', schema: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) },
  PUBLIC_URL: { fallback: '', meaning: 'Where people reach Hearth, such as https://hearth.example.org; printed links start with it.', schema: z.string().check(z.regex(/^(https?:\/\/[^\s/]+)?$/)) },
} as const;

type Key = keyof typeof settingTable;
export type Settings = { readonly [K in Key]: z.output<(typeof settingTable)[K]['schema']> };

export type SettingsResult = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly sentence: string };

/** Reads the settings from an environment; the first that cannot be meant is named in one sentence. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): SettingsResult => {
  const settings: Partial<Record<Key, unknown>> = {};
  for (const key of Object.keys(settingTable) as Key[]) {
    const { fallback, schema, meaning } = settingTable[key];
    const given = environment[key];
    const parsed = schema.safeParse(given === undefined || given === '' ? fallback : given);
    if (!parsed.success) return { ok: false, sentence: `The setting ${key} is ${key === 'LIVEKIT_API_SECRET' ? 'set to something' : JSON.stringify(given)}, which cannot be used. ${meaning}` };
    settings[key] = parsed.data;
  }
  return { ok: true, settings: settings as Settings };
};

export const helpText = (): string =>
  [
    'Hearth: the place in the browser where a learning community meets.',
    '',
    '  npm start             build what changed, and run',
    '  npm start -- --demo   with a dozen companions who walk about, so that someone alone sees life',
    '  npm start -- --help   this page',
    '  npm run livekit       gets the LiveKit server that carries voice on this machine',
    '',
    'Settings are environment variables:',
    ...Object.entries(settingTable).map(([key, { fallback, meaning }]) => `  ${key.padEnd(12)} ${meaning}${fallback ? ` Default: ${fallback}` : ''}`),
    '',
  ].join('\n');
