import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import * as z from 'zod/mini';
import { en } from 'zod/locales';
import { layoutSchema, withDoors, type Layout } from '#shared/rooms/layout.ts';

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
  refuseNonsense(file, text, parsed.data);
  return parsed.data;
};

const refuseDoubles = (file: string, text: string, layout: Layout): void => {
  const seen = new Set<string>();
  const refuse = (ids: readonly string[]): void => {
    for (const id of ids) {
      if (seen.has(id)) throw new Error(`${file}:${lineAt(text, text.lastIndexOf(`"${id}"`))}: the id ${id} stands twice.`);
      seen.add(id);
    }
    seen.clear();
  };
  refuse([...layout.objects.map(({ id }) => id), ...layout.seatGroups.flatMap(({ seats }) => seats.map(({ id }) => id)), ...layout.portals.map(({ id }) => id)]);
  refuse(layout.seatGroups.map(({ id }) => id));
  refuse(layout.zones.map(({ id }) => id));
};

/** What a schema cannot say of one room. */
const refuseNonsense = (file: string, text: string, layout: Layout): void => {
  const deaf = layout.zones.find(({ hearing }) => hearing.out < hearing.in);
  if (deaf) throw new Error(`${file}:${lineAt(text, text.lastIndexOf(`"${deaf.id}"`))}: in the zone ${deaf.id} one would leave hearing (out) before one comes into it (in).`);
};

/** What must hold between the rooms of a campus: each way leads to a room there is, and one leads back. */
const refuseDeadEnds = (layouts: ReadonlyMap<string, Layout>): void => {
  for (const { id, portals } of layouts.values()) {
    for (const { id: portal, to } of portals) {
      const there = layouts.get(to);
      if (!there || to === id) throw new Error(`${id}.json: the portal ${portal} leads to ${to}, and there is no such other room.`);
      if (!there.portals.some((back) => back.to === id)) throw new Error(`${id}.json: the portal ${portal} leads to ${to}, and no portal leads back from there.`);
    }
  }
};

/** Every layout of a folder, by room id. Throws as `readLayout` does, and where rooms do not fit together. */
export const readLayouts = (folder: string): ReadonlyMap<string, Layout> => {
  const layouts = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => {
        const layout = readLayout(join(folder, file), readFileSync(join(folder, file), 'utf8'));
        if (file !== `${layout.id}.json`) throw new Error(`${join(folder, file)}: the room's id is ${layout.id}; call the file ${layout.id}.json.`);
        return [layout.id as string, layout] as const;
      }),
  );
  refuseDeadEnds(layouts);
  return new Map([...layouts].map(([id, layout]) => [id, withDoors(layout, (room) => layouts.get(room)?.colour)]));
};
