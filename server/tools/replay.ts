/** `npm run replay -- FILE ROOM`: what a room's journal did, in words. */
import { capabilityOf, isCapabilityId } from '#shared/registry.ts';
import type { JournalEntry } from '../storage/journal.ts';
import { readJournal, type Journal } from './journal-source.ts';
import { runTool, say, ToolTrouble } from './tool.ts';

/** What an entry did, without anything that a person wrote. */
const deed = ({ capability: id, payload }: JournalEntry): string => {
  if (!isCapabilityId(id)) return `${id}: this version does not know it`;
  const capability = capabilityOf(id);
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

await runTool({
  usage: 'npm run replay -- FILE [ROOM] [--text]',
  help: [
    'Prints what the journal of a room did: number, time, who, what. FILE is a backup, a database file such as',
    'data/hearth.sqlite (Hearth may be running), or the address of a PostgreSQL. ROOM is needed where there are several.',
    'A journal reaches back to the last snapshot, and holds only what was granted and done: a refused command changes',
    'nothing, and leaves no entry.',
    '',
    '  --text         print payloads too, with what people wrote',
  ].join('\n'),
  flags: ['text'],
  words: [1, 2],
  run: async ({ words: [source = '', wanted], has }) => {
    const journal = await readJournal(source);
    const rooms = [...new Set(journal.entries.map(({ room }) => room))];
    if (rooms.length === 0) return say('The journal is empty: everything is in the last snapshot.');
    if (wanted === undefined && rooms.length > 1) throw new ToolTrouble(`There are journals of several rooms. Name one of: ${rooms.join(', ')}.`);
    const entries = journal.entries.filter(({ room }) => room === (wanted ?? rooms[0])).sort((a, b) => a.number - b.number);
    if (entries.length === 0) throw new ToolTrouble(`There is no journal of the room ${wanted}. There are: ${rooms.join(', ')}.`);
    for (const entry of entries) say(sentence(entry, journal, has('text')));
    const people = new Set(entries.map(({ actor }) => actor)).size;
    const gaps = gapsOf(entries);
    say(`${entries.length} done by ${people} in ${wanted ?? rooms[0]}${gaps > 0 ? `; numbers are missing in ${gaps} places, where a command was refused because it could not be stored` : ''}.`);
  },
});
