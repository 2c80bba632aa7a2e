/** PostgreSQL dies while people are inside, and comes back. */
import { rmSync } from 'node:fs';
import { hasPostgres, startPostgres } from '#test/support/postgres.ts';
import { newFolder, serverProcess } from '#test/support/server-process.ts';
import type { Drill, DrillOptions, Outcome } from './drill.ts';
import { liveThroughOutage } from './outage.ts';

const run = async ({ note }: DrillOptions): Promise<Outcome> => {
  const database = await startPostgres();
  const folder = newFolder();
  try {
    const server = await serverProcess(folder, { DATABASE_URL: await database.database() });
    try {
      const faults = await liveThroughOutage(server, { take: () => database.kill9(), giveBack: () => database.start() }, note);
      return { faults, summary: 'PostgreSQL was killed, and started again.' };
    } finally {
      await server.end('SIGKILL');
    }
  } finally {
    await database.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const postgres: Drill = {
  about: 'PostgreSQL is killed and started: the same, over its connection',
  impossible: () => (hasPostgres('npm run drill (test/drill/postgres.ts)') ? undefined : 'there is no PostgreSQL here; get it by: sudo apt-get install postgresql'),
  run,
};
