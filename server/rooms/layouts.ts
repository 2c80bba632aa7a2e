import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import * as z from 'zod/mini';
import { en } from 'zod/locales';
import { layoutSchema, type Layout } from '#shared/rooms/layout.ts';

// zod/mini says only "Invalid input" by itself; whoever edits a room wants to know why.
z.config(en());

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Reads one layout file. Throws an error whose message names the file, the line and what is wrong there. */
export const readLayout = (file: string, text: string): Layout => {
  const faults: ParseError[] = [];
  const tree = parseTree(text, faults, { disallowComments: true });
  const fault = faults[0];
  if (!tree || fault) throw new Error(`${file}:${lineAt(text, fault?.offset ?? 0)}: this is not JSON (${fault ? printParseErrorCode(fault.error) : 'empty'}).`);
  const parsed = layoutSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part));
    let node = tree;
    for (let depth = path.length; depth >= 0; depth--) {
      const found = findNodeAtLocation(tree, path.slice(0, depth));
      if (found) {
        node = found;
        break;
      }
    }
    throw new Error(`${file}:${lineAt(text, node.offset)}: ${path.join('.') || 'the layout'}: ${issue?.message ?? 'is not valid'}.`);
  }
  refuseDoubles(file, text, parsed.data);
  return parsed.data;
};

const refuseDoubles = (file: string, text: string, layout: Layout): void => {
  const seen = new Set<string>();
  for (const id of [...layout.objects.map((thing) => thing.id), ...layout.seatGroups.flatMap((group) => group.seats.map((seat) => seat.id))]) {
    if (seen.has(id)) throw new Error(`${file}:${lineAt(text, text.lastIndexOf(`"${id}"`))}: the id ${id} stands twice.`);
    seen.add(id);
  }
};

/** Every layout of a folder, by room id. */
export const readLayouts = (folder: string): ReadonlyMap<string, Layout> =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const layout = readLayout(join(folder, file), readFileSync(join(folder, file), 'utf8'));
        return [layout.id, layout];
      }),
  );
