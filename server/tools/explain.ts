/** `npm run explain -- ID`: everything that is known of a capability, from the registry, the SPEC files and the tests. */
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { CueKind } from '#shared/kernel/cue.ts';
import { capabilityIds, capabilityOf, isCapabilityId, type AnyCapability } from '#shared/registry.ts';
import { declarationOf, readSource, rulesOf, testTitles, type Declaration } from './sources.ts';
import { runTool, say, ToolTrouble } from './tool.ts';

const isCue = (value: unknown): value is CueKind => typeof value === 'object' && value !== null && 'category' in value && 'priority' in value;

/** The cues that a capability's own code names, from its module's tables. */
const cuesOf = async (capability: AnyCapability, { file }: Declaration): Promise<readonly CueKind[]> => {
  const exported = (await import(join(import.meta.dirname, '../..', file))) as Readonly<Record<string, unknown>>;
  const code = `${capability.cues ?? ''}`;
  const named = [...code.matchAll(/\b(\w+Cues)\.(\w+)/g)].map(([, table = '', key = '']) => (exported[table] as Readonly<Record<string, unknown>> | undefined)?.[key]);
  return [...new Set(named.filter(isCue))];
};

const wordsOf = (kind: CueKind): readonly string[] =>
  (['own', 'others', 'many', 'caption'] as const).flatMap((part) => {
    const words = kind[part]?.defaultMessage;
    return words === undefined ? [] : [`      ${part.padEnd(8)} ${words}`];
  });

const cellsOf = (id: string): readonly string[] => {
  const hasRow = readSource('test/parity/cells.ts').includes(`'${id}':`);
  const columns = /columns = \[([^\]]*)\]/.exec(readSource('test/parity/matrix.ts'))?.[1] ?? '';
  return hasRow ? [...columns.matchAll(/'([^']+)'/g)].map(([, column = '']) => column) : [];
};

const heading = (title: string): void => say(`\n${title}`);
const orNone = (lines: readonly string[]): void => {
  for (const line of lines.length > 0 ? lines : ['  none']) say(line);
};

const declared = (capability: AnyCapability, { file, line }: Declaration): readonly string[] =>
  [
    ['label', capability.label.defaultMessage],
    ['help', capability.help.defaultMessage],
    ['shortcut', capability.shortcut === undefined ? 'none' : `Ctrl+. ${capability.shortcut}`],
    ['anchor', capability.anchor],
    ['scope', capability.scope],
    ['durable', capability.durable ? 'yes: acknowledged only when stored' : 'no'],
    ['record', capability.record],
    ['rate', capability.rate],
    ['payload', JSON.stringify(z.toJSONSchema(capability.payload, { io: 'input', unrepresentable: 'any' }))],
    ['declared', `${file}:${line}`],
  ].map(([name = '', value]) => `  ${name.padEnd(9)} ${value}`);

await runTool({
  usage: 'npm run explain -- ID',
  help: `Explains a capability: its declaration, the rules of its feature and the tests that wear them, its cells of the parity\nmatrix, its cues. ID is one of:\n\n${capabilityIds.map((id) => `  ${id}`).join('\n')}`,
  words: [1, 1],
  run: async ({ words: [id = ''] }) => {
    if (!isCapabilityId(id)) throw new ToolTrouble(`There is no capability ${id}. There are: ${capabilityIds.join(', ')}.`);
    const capability = capabilityOf(id);
    const declaration = declarationOf(id);
    if (!declaration) throw new ToolTrouble(`No file of shared/ declares ${id}.`);
    say(id);
    orNone(declared(capability, declaration));
    const titles = testTitles();
    heading(`Rules (shared/${declaration.feature}/SPEC.md)`);
    for (const rule of rulesOf(declaration.feature)) {
      say(`  ${rule.id}  ${rule.text}`);
      const wearing = titles.filter(({ title }) => new RegExp(`\\b${rule.id}\\b`).test(title));
      for (const { file, title } of wearing) say(`        ${file}: ${title}`);
      if (wearing.length === 0) say('        no test wears it');
    }
    heading('Parity cells (test/parity/cells.ts)');
    orNone(cellsOf(id).map((column) => `  ${column}`));
    heading('Cues');
    orNone((await cuesOf(capability, declaration)).flatMap((kind) => [`  ${kind.id} (${kind.category}, priority ${kind.priority}${kind.earcon ? `, sound ${kind.earcon}` : ''}${kind.effect ? `, effect ${kind.effect}` : ''})`, ...wordsOf(kind)]));
  },
});
