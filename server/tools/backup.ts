/** `npm run backup -- FILE`: everything Hearth keeps, into one file, while it runs. */
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { BackupTrouble, writeBackup } from '../storage/backup.ts';
import { describePlace, toolDialect, troubleOf } from '../storage/open.ts';
import { placeOf, runTool, say, ToolTrouble } from './tool.ts';

const CHUNK = 1 << 20;

await runTool({
  usage: 'npm run backup -- FILE [--replace]',
  help: [
    'Writes everything Hearth keeps into FILE, as of one moment, while Hearth runs. Restore it by: npm run restore -- FILE',
    'The file holds the key that signs cookies, and what people wrote: keep it as safe as the database.',
    '',
    '  --replace      write over FILE if there is one',
    '',
    '  DATA_DIR       the folder of the database (default: data)',
    '  DATABASE_URL   or its address, where that is PostgreSQL',
  ].join('\n'),
  flags: ['replace'],
  words: [1, 1],
  run: async ({ words: [file = ''], has }) => {
    if (existsSync(file) && !has('replace')) throw new ToolTrouble(`There is a file ${file} already. Name another, or add --replace.`);
    const place = placeOf(process.env);
    const dialect = toolDialect(place);
    const unfinished = `${file}.unfinished`;
    // Read by nobody else: it holds secrets.
    const output = await open(unfinished, 'w', 0o600);
    try {
      let waiting = '';
      const count = await writeBackup(dialect, new Date(), async (line) => {
        waiting += `${line}\n`;
        if (waiting.length < CHUNK) return;
        await output.write(waiting);
        waiting = '';
      }).catch((error: unknown) => {
        throw error instanceof BackupTrouble ? error : troubleOf(error, place);
      });
      await output.write(waiting);
      await output.sync();
      await output.close();
      await rename(unfinished, file);
      say(`${count} rows of ${describePlace(place)} are in ${file}.`);
    } catch (error) {
      await output.close().catch(() => undefined);
      await rm(unfinished, { force: true });
      throw error;
    }
  },
});
