/** What every tool of the command line shares: its arguments, its help, and one sentence when it cannot do its work. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { readSettings } from '../host/settings.ts';
import { BackupTrouble } from '../storage/backup.ts';
import { DatabaseTrouble, type DatabasePlace } from '../storage/open.ts';

/** Why a tool cannot do what it was asked: the whole sentence. */
export class ToolTrouble extends Error {}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Environment = Readonly<Record<string, string | undefined>>;

/** The database that the settings of the environment name. */
export const placeOf = (environment: Environment): DatabasePlace => ({
  databaseUrl: environment['DATABASE_URL'] ?? '',
  dataDir: environment['DATA_DIR'] || 'data',
});

/** Where people reach this server, as its printed links start: as the environment says, else as it was `known` at its last start. */
export const addressOf = (environment: Environment, known: string | undefined): string => {
  const read = readSettings(environment);
  if (!read.ok) throw new ToolTrouble(read.sentence);
  if (!environment['PUBLIC_URL'] && !environment['PORT'] && known !== undefined) return known;
  return read.settings.PUBLIC_URL || `http://localhost:${read.settings.PORT}`;
};

export interface Arguments {
  readonly words: readonly string[];
  has(flag: string): boolean;
}

const read = (given: readonly string[], flags: readonly string[], usage: string): Arguments => {
  const options: ParseArgsOptionsConfig = Object.fromEntries(['help', ...flags].map((flag) => [flag, { type: 'boolean' }]));
  try {
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
    return { words: positionals, has: (flag) => values[flag] === true };
  } catch (error) {
    const asked = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new ToolTrouble(`There is no option ${asked}. It goes like this: ${usage}`);
  }
};

export interface Tool {
  /** How it is called, such as `npm run backup -- FILE`. */
  readonly usage: string;
  /** What it does, in a few lines. */
  readonly help: string;
  /** The flags it knows, without dashes. */
  readonly flags?: readonly string[];
  /** How many words it takes. */
  readonly words: readonly [least: number, most: number];
  run(given: Arguments): Promise<void>;
}

const sentenceOf = (error: unknown): string => {
  if (error instanceof ToolTrouble || error instanceof DatabaseTrouble || error instanceof BackupTrouble) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path) return `There is no file ${path}.`;
  if (code === 'EACCES' && path) return `The file ${path} may not be opened.`;
  return `This did not work: ${error instanceof Error ? error.message : 'unknown error'}.`;
};

/** Runs a tool with the arguments of this process; ends it with 1 and one sentence on stderr where that is impossible. */
export const runTool = async (tool: Tool): Promise<void> => {
  // Whoever reads along may have seen enough, as `head` has.
  process.stdout.on('error', () => process.exit());
  try {
    const given = read(process.argv.slice(2), tool.flags ?? [], tool.usage);
    if (given.has('help')) return say(`${tool.usage}\n\n${tool.help}`);
    const [least, most] = tool.words;
    if (given.words.length < least || given.words.length > most) throw new ToolTrouble(`It goes like this: ${tool.usage}`);
    await tool.run(given);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
};
