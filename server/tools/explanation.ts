/** What is known of a capability, as lines to read: its declaration, its rules and their tests, its cells, its cues. */
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { CueKind } from '#shared/kernel/cue.ts';
import { ritualCues } from '#shared/rituals/rituals.cues.ts';
import { roomCapability, type RoomCapability } from '../host/dispatch.ts';
import { declarationOf, filesBelow, readSource, rulesOf, testTitles, type Declaration } from './sources.ts';
import { ToolTrouble } from './tool.ts';

const isCue = (value: unknown): value is CueKind => typeof value === 'object' && value !== null && 'category' in value && 'priority' in value;

/** The cues that a capability's own code names, from its module's tables. */
const cuesOf = async (capability: RoomCapability, { file }: Declaration): Promise<readonly CueKind[]> => {
  const exported = (await import(join(import.meta.dirname, '../..', file))) as Readonly<Record<string, unknown>>;
  const code = `${capability.cues ?? ''}`;
  const named = [...code.matchAll(/\b(\w+Cues)\.(\w+)/g)].map(([, table = '', key = '']) => ((exported[table] ?? (table === 'ritualCues' ? ritualCues : undefined)) as Readonly<Record<string, unknown>> | undefined)?.[key]);
  return [...new Set(named.filter(isCue))];
};

const wordsOf = (kind: CueKind): readonly string[] =>
  Object.entries({ own: kind.own, ...kind.parts, others: kind.others, many: kind.many, caption: kind.caption }).flatMap(([part, words]) =>
    words === undefined ? [] : [`      ${part.padEnd(8)} ${words.defaultMessage}`],
  );

const cellsOf = (id: string): readonly string[] => {
  const hasRow = filesBelow('test/parity', /^cells[.\w]*\.ts$/).some((file) => readSource(file).includes(`'${id}':`));
  const columns = /columns = \[([^\]]*)\]/.exec(readSource('test/parity/matrix.ts'))?.[1] ?? '';
  return hasRow ? [...columns.matchAll(/'([^']+)'/g)].map(([, column = '']) => column) : [];
};

const orNone = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? lines : ['  none']);

const declared = (capability: RoomCapability, { file, line }: Declaration): readonly string[] =>
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

const cueLines = (kind: CueKind): readonly string[] => {
  const sound = kind.earcon ? `, sound ${kind.earcon}` : '';
  const effect = kind.effect ? `, effect ${kind.effect}` : '';
  return [`  ${kind.id} (${kind.category}, priority ${kind.priority}${sound}${effect})`, ...wordsOf(kind)];
};

const ruleLines = (feature: string): readonly string[] => {
  const titles = testTitles();
  return rulesOf(feature).flatMap(({ id, text }) => {
    const wearing = titles.filter(({ title }) => new RegExp(`\\b${id}\\b`).test(title)).map(({ file, title }) => `        ${file}: ${title}`);
    return [`  ${id}  ${text}`, ...(wearing.length > 0 ? wearing : ['        no test wears it'])];
  });
};

/** Everything that our own files say of a capability. Rejects with a ToolTrouble where none declares it. */
export const explanationOf = async (id: string): Promise<readonly string[]> => {
  const [capability, declaration] = [roomCapability(id), declarationOf(id)];
  if (!capability || !declaration) throw new ToolTrouble(`No file of shared/ declares ${id}.`);
  return [
    id,
    ...declared(capability, declaration),
    '',
    `Rules (shared/${declaration.feature}/SPEC.md)`,
    ...orNone(ruleLines(declaration.feature)),
    '',
    'Parity cells (test/parity)',
    ...orNone(cellsOf(id).map((column) => `  ${column}`)),
    '',
    'Cues',
    ...(`${capability.cues ?? ''}`.includes('told') ? ['  what came of it, by the run (shared/rituals/told.ts)'] : orNone((await cuesOf(capability, declaration)).flatMap(cueLines))),
  ];
};
