import * as z from 'zod/mini';

/** Addresses with commas between them; empty for none. */
const urls = (one: RegExp) => z.pipe(z.string().check(z.maxLength(1_000)), z.pipe(
  z.transform((text: string) => text.split(',').map((part) => part.trim()).filter((part) => part !== '')),
  z.array(z.string().check(z.regex(one))),
));
/** What no sentence repeats. */
const secrets: readonly string[] = ['LIVEKIT_API_SECRET', 'TURN_SECRET'];

/** Every setting, once: `--help` and the README's table are written from it. */
export const settingTable = {
  PORT: { fallback: '2567', meaning: 'The port Hearth listens on (1–65535).', schema: z.pipe(z.string().check(z.regex(/^\d{1,5}$/)), z.pipe(z.transform(Number), z.int().check(z.gte(1), z.lte(65_535)))) },
  HOST: { fallback: '0.0.0.0', meaning: 'The address Hearth listens on; 127.0.0.1 keeps it to this machine.', schema: z.string().check(z.regex(/^[\w.:-]{1,100}$/)) },
  DATA_DIR: { fallback: 'data', meaning: 'The folder that holds everything Hearth keeps.', schema: z.string().check(z.minLength(1), z.maxLength(500)) },
  DATABASE_URL: { fallback: '', meaning: 'A PostgreSQL database, such as postgres://hearth:secret@db:5432/hearth, instead of the file in DATA_DIR.', schema: z.string().check(z.regex(/^(postgres(ql)?:\/\/\S+)?$/)) },
  ROOMS_DIR: { fallback: 'assets/rooms', meaning: 'The folder of the rooms’ layouts, each a JSON file; from Hearth’s own folder where it is relative.', schema: z.string().check(z.minLength(1), z.maxLength(500)) },
  VOICE: { fallback: 'auto', meaning: 'What carries voice: livekit (by LIVEKIT_URL, or a livekit-server found on this machine), mesh (browser to browser, eight voices at once), auto (livekit where there is one, else mesh) or none.', schema: z.enum(['auto', 'livekit', 'mesh', 'none']) },
  LIVEKIT_URL: { fallback: '', meaning: 'A LiveKit server or cluster, such as wss://voice.example.org, instead of one on this machine. It must be told to call PUBLIC_URL/hooks/livekit.', schema: z.string().check(z.regex(/^((wss?|https?):\/\/[^\s/]+)?$/)) },
  LIVEKIT_API_KEY: { fallback: '', meaning: 'Its API key.', schema: z.string().check(z.regex(/^\S{0,200}$/)) },
  LIVEKIT_API_SECRET: { fallback: '', meaning: 'The secret of that key.', schema: z.string().check(z.regex(/^\S{0,500}$/)) },
  VOICE_PORT: { fallback: '0', meaning: 'The UDP port to which browsers send voices where Hearth runs LiveKit itself: open it in a firewall. 0 takes any that is free.', schema: z.pipe(z.string().check(z.regex(/^\d{1,5}$/)), z.pipe(z.transform(Number), z.int().check(z.lte(65_535)))) },
  VOICE_IP: { fallback: '', meaning: 'The address at which browsers reach that port, where this machine has another (behind NAT).', schema: z.string().check(z.regex(/^([\d.]{7,15}|[\da-fA-F:]{2,39})?$/)) },
  TURN_URLS: { fallback: '', meaning: 'TURN servers for a mesh, such as turn:turn.example.org:3478, for people behind strict firewalls; several with a comma between them.', schema: urls(/^turns?:[^\s,?]+(\?transport=(udp|tcp))?$/) },
  TURN_SECRET: { fallback: '', meaning: 'The secret that they share with Hearth (coturn: use-auth-secret, static-auth-secret).', schema: z.string().check(z.regex(/^\S{0,500}$/)) },
  TURN_ONLY: { fallback: 'no', meaning: 'yes sends every voice of a mesh through TURN: nobody learns the network address of another.', schema: z.enum(['yes', 'no']) },
  STUN_URLS: { fallback: '', meaning: 'STUN servers for a mesh, such as stun:turn.example.org:3478, by which browsers learn their own address; without any, none is asked.', schema: urls(/^stuns?:[^\s,?]+$/) },
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
    if (!parsed.success) return { ok: false, sentence: `The setting ${key} is ${secrets.includes(key) ? 'set to something' : JSON.stringify(given)}, which cannot be used. ${meaning}` };
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
