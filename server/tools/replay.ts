/** `npm run replay -- FILE ROOM`: what a room's journal did, in words. */
import { readJournal } from './journal-source.ts';
import { toldOf } from './told.ts';
import { runTool, say } from './tool.ts';

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
    for (const line of toldOf(journal, wanted, has('text'))) say(line);
  },
});
