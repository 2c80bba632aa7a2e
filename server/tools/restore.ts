/** `npm run restore -- FILE`: a backup back into a database, of either kind. */
import { mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { BackupTrouble, restoreBackup } from '../storage/backup.ts';
import { describePlace, toolDialect, troubleOf } from '../storage/open.ts';
import { mustBeAlone } from './alone.ts';
import { placeOf, runTool, say, ToolTrouble } from './tool.ts';

/** Node drops the lines that it reads before somebody asks for the first: this begins to read only then. */
async function* linesOf(input: FileHandle): AsyncGenerator<string> {
  yield* input.readLines();
}

await runTool({
  usage: 'npm run restore -- FILE [--replace]',
  help: [
    'Puts a backup into the database, whole or not at all. Hearth must not be running. A backup of SQLite restores into',
    'PostgreSQL and the other way round: that is how to change from one to the other.',
    '',
    '  --replace      lose what the database holds, and take the backup instead',
    '',
    '  DATA_DIR       the folder of the database (default: data)',
    '  DATABASE_URL   or its address, where that is PostgreSQL',
  ].join('\n'),
  flags: ['replace'],
  words: [1, 1],
  run: async ({ words: [file = ''], has }) => {
    const input = await open(file);
    try {
      const place = placeOf(process.env);
      if (!place.databaseUrl) mkdirSync(place.dataDir, { recursive: true });
      const known = (error: unknown): never => {
        throw error instanceof BackupTrouble || error instanceof ToolTrouble ? error : troubleOf(error, place);
      };
      await mustBeAlone(place).catch(known);
      const count = await restoreBackup(toolDialect(place, { mayMake: true }), linesOf(input), has('replace')).catch(known);
      say(`${count} rows of ${file} are in ${describePlace(place)}.`);
    } finally {
      await input.close();
    }
  },
});
