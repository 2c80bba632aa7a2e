import type { AnyId } from './parts.ts';
import type { Stage } from './stage.ts';

/** The ways in which everything can be done. */
export const columns = ['3D pointer', '3D keyboard', '2D keyboard', '2D screen reader'] as const;
export type Column = (typeof columns)[number];

/** Does a capability by the means of one column, and asserts what the server then holds and what was heard. */
export type Cell = (stage: Stage) => Promise<void>;
export type Cells<Id extends string = AnyId> = Readonly<Record<Id, Readonly<Record<Column, Cell>>>>;

/** The compiler asks for every cell; this asks again at run time, of whatever table it is given. */
export const missingCells = (ids: readonly string[], cells: Readonly<Record<string, Readonly<Partial<Record<Column, unknown>>>>>): readonly string[] =>
  ids.flatMap((id) => columns.filter((column) => typeof cells[id]?.[column] !== 'function').map((column) => `${id} × ${column}`));

/** The matrix as text: a row a capability, `✓` where a cell was run and passed. */
export const drawMatrix = (ids: readonly string[], passed: ReadonlySet<string>): { readonly text: string; readonly whole: boolean } => {
  const wide = Math.max(...ids.map((id) => id.length));
  const row = (name: string, marks: readonly string[]): string => [name.padEnd(wide), ...marks.map((mark, at) => mark.padEnd(columns[at]?.length ?? 0))].join('   ').trimEnd();
  const rows = ids.map((id) => row(id, columns.map((column) => (passed.has(`${column} > ${id}`) ? '✓' : '✗'))));
  const count = ids.flatMap((id) => columns.filter((column) => passed.has(`${column} > ${id}`))).length;
  const all = ids.length * columns.length;
  return { text: [row('', columns), ...rows, `${count} of ${all} cells`].join('\n'), whole: count === all };
};
