/** `npm run restore -- FILE`: a backup back into a database, of either kind. */
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { BackupTrouble, restoreBackup } from '../storage/backup.ts';
import { describePlace, toolDialect, troubleOf } from '../storage/open.ts';
import { mustBeAlone } from './alone.ts';
import { placeOf, runTool, say, ToolTrouble } from './tool.ts';

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
      const count = await restoreBackup(toolDialect(place, { mayMake: true }), input.readLines(), has('replace')).catch(known);
      say(`${count} rows of ${file} are in ${describePlace(place)}.`);
    } finally {
      await input.close();
    }
  },
});
