/** `npm run drill -- [NAME …] [--seed N] [--kills N] [--people N] [--cases N]`: does the worst, and says what did not hold. */
import { parseArgs } from 'node:util';
import { disk } from './disk.ts';
import type { Drill } from './drill.ts';
import { fuzz } from './fuzz.ts';
import { kills } from './kills.ts';
import { postgres } from './postgres.ts';

const drills: Readonly<Record<string, Drill>> = { kills, disk, postgres, fuzz };

const USAGE = 'npm run drill -- [NAME …] [--seed N] [--kills N] [--people N] [--cases N]';
/** Faults that are printed; one cause makes many. */
const MOST_SHOWN = 60;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const numbers = { seed: Math.floor(Math.random() * 1e6), kills: 100, people: 50, cases: 1_000_000 };
const keys = Object.keys(numbers) as readonly (keyof typeof numbers)[];

const readWords = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { seed: { type: 'string' }, kills: { type: 'string' }, people: { type: 'string' }, cases: { type: 'string' } } });
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message.split(/[.\n]/)[0] : 'This cannot be read'}. It goes like this: ${USAGE}`);
  }
};

const main = async (): Promise<void> => {
  const { values, positionals } = readWords();
  const options = { ...numbers };
  for (const key of keys) {
    const given = values[key];
    if (given === undefined) continue;
    if (!/^\d{1,9}$/.test(given)) giveUp(`--${key} takes a whole number, and ${JSON.stringify(given)} is none. It goes like this: ${USAGE}`);
    options[key] = Number(given);
  }
  const unknown = positionals.filter((name) => !Object.hasOwn(drills, name));
  if (unknown.length > 0) giveUp(`There is no drill ${unknown.join(', ')}; there are: ${Object.keys(drills).join(', ')}. It goes like this: ${USAGE}`);

  let failed = 0;
  for (const [name, drill] of Object.entries(drills)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const why = drill.impossible();
    if (why !== undefined) {
      say(`\nSKIPPED ${name}: ${why}\n`);
      continue;
    }
    say(`${name}: ${drill.about} (seed ${options.seed}).`);
    const began = Date.now();
    // A server that does not start, say, is a fault as any other, and has its seed.
    const { faults, summary } = await drill.run({ ...options, note: (line) => say(`  … ${line}`) }).catch((error: unknown) => ({ faults: [wordsOf(error)], summary: 'it could not go on.' }));
    say(`  ${faults.length === 0 ? 'HELD' : 'BROKE'} after ${Math.round((Date.now() - began) / 1000)} s: ${summary}`);
    for (const fault of faults.slice(0, MOST_SHOWN)) say(`    ${fault}`);
    if (faults.length > MOST_SHOWN) say(`    and ${faults.length - MOST_SHOWN} more.`);
    if (faults.length > 0) {
      failed++;
      say(`    Again: npm run drill -- ${name} --seed ${options.seed} --kills ${options.kills} --people ${options.people} --cases ${options.cases}`);
    }
  }
  process.exit(failed > 0 ? 1 : 0);
};

main().catch((error: unknown) => giveUp(wordsOf(error)));
