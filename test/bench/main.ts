/** `npm run bench -- NAME [--json FILE] [--quick]`: measures, prints, and says what was to be reached. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { thisMachine, type Bench, type Figures, type Goal } from './bench.ts';
import { attention } from './attention/attention.ts';
import { bake } from './bake/bake.ts';
import { board } from './board/board.ts';
import { crowd } from './crowd/crowd.ts';
import { motion } from './motion/motion.ts';
import { ritual } from './ritual/ritual.ts';
import { size } from './size/size.ts';
import { storm } from './storm/storm.ts';
import { voice } from './voice/voice.ts';

const benches: Readonly<Record<string, Bench>> = { attention, bake, board, crowd, motion, ritual, size, storm, voice };

const USAGE = 'npm run bench -- NAME [--json FILE] [--quick]';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const readWords = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } } });
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message.split(/[.\n]/)[0] : 'This cannot be read'}. It goes like this: ${USAGE}`);
  }
};

const verdict = ({ words, met }: Goal, figures: Figures): string => {
  const result = met(figures);
  return `  ${result === undefined ? 'not measured' : result ? 'pass' : 'MISS'}  ${words}`;
};

const main = async (): Promise<void> => {
  const { values, positionals } = readWords();
  const [name = '', ...more] = positionals;
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  const known = Object.keys(benches).join(', ');
  if (!bench || more.length > 0) return giveUp(`${name === '' ? 'Name a bench' : `There is no bench ${JSON.stringify(positionals.join(' '))}`}; there are: ${known}. It goes like this: ${USAGE}`);

  const machine = thisMachine();
  const at = new Date().toISOString();
  say(`${name}: ${bench.about}`);
  say(`On ${machine.cpu}, ${machine.cores} cores, ${machine.memory_gb} GB, Node ${machine.node}, load ${machine.load} before.`);
  const { figures, rows, table } = await bench.run({ quick: values.quick, note: (line) => say(`  … ${line}`) });
  say('');
  for (const line of table) say(line);
  say('');
  for (const [figure, value] of Object.entries(figures)) say(`  ${figure} = ${Number(value.toFixed(2))}`);
  say('');
  for (const goal of bench.goals) say(verdict(goal, figures));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ bench: name, at, machine, figures, rows }, null, 2)}\n`);
};

main().then(
  () => process.exit(0),
  (error: unknown) => giveUp(error instanceof Error ? (error.stack ?? error.message) : String(error)),
);
