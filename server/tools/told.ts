/** A room's journal, told in words. */
import { roomCapability } from '../host/dispatch.ts';
import type { JournalEntry } from '../storage/journal.ts';
import type { Journal } from './journal-source.ts';
import { came, left } from '../rooms/journal.ts';
import { ToolTrouble } from './tool.ts';

/** What an entry did, without anything that a person wrote. */
const deed = ({ capability: id, payload }: JournalEntry): string => {
  if (id === came) return 'Came in';
  if (id === left) return 'Left';
  const capability = roomCapability(id);
  if (!capability) return `${id}: this version does not know it`;
  const label = capability.label.defaultMessage;
  const parsed = capability.payload.safeParse(payload);
  if (!parsed.success) return `${label} (${id}): this version cannot read its payload`;
  const object = capability.objectOf?.(parsed.data);
  return `${label} (${id})${object === undefined ? '' : ` → ${object}`}: done`;
};

const sentence = (entry: JournalEntry, { names }: Journal, withText: boolean): string => {
  const who = entry.actor === undefined ? 'the server' : (names.get(entry.actor) ?? entry.actor);
  const text = withText ? `  ${JSON.stringify(entry.payload)}` : '';
  return `#${entry.number}  ${new Date(entry.at).toISOString()}  ${who}  ${deed(entry)}${text}`;
};

const gapsOf = (entries: readonly JournalEntry[]): number => entries.filter((entry, at) => at > 0 && entry.number !== (entries[at - 1]?.number ?? 0) + 1).length;

/**
 * What the journal of a room did, a line an entry and a sum. `wanted` may be absent where there is one room. Nothing that
 * a person wrote, unless `withText`. Throws a ToolTrouble where the room cannot be told.
 */
export const toldOf = (journal: Journal, wanted: string | undefined, withText: boolean): readonly string[] => {
  const rooms = [...new Set(journal.entries.map(({ room }) => room))];
  const room = wanted ?? rooms[0];
  if (rooms.length === 0) return ['The journal has no entries.'];
  if (wanted === undefined && rooms.length > 1) throw new ToolTrouble(`There are journals of several rooms. Name one of: ${rooms.join(', ')}.`);
  const entries = journal.entries.filter((entry) => entry.room === room).sort((a, b) => a.number - b.number);
  if (entries.length === 0) throw new ToolTrouble(`There is no journal of the room ${room}. There are: ${rooms.join(', ')}.`);
  const people = new Set(entries.map(({ actor }) => actor)).size;
  const gaps = gapsOf(entries);
  const lacking = gaps === 0 ? '' : `; numbers are missing in ${gaps === 1 ? 'one place' : `${gaps} places`}, where a command was refused because it could not be stored`;
  return [...entries.map((entry) => sentence(entry, journal, withText)), `${entries.length} done by ${people} in ${room}${lacking}.`];
};
