/** `npm run rotate-keys`: a fresh key for what Hearth signs, and, where one has leaked, an end to what the old ones signed. */
import { randomUUID } from 'node:crypto';
import { Identity } from '../people/identity.ts';
import { openDatabase } from '../storage/open.ts';
import { placeOf, runTool, say } from './tool.ts';

await runTool({
  usage: 'npm run rotate-keys [-- --forget]',
  help: [
    'Makes a new key with which Hearth signs links and knows browsers again, from its next start on. What older keys signed',
    'goes on working. What was done is written in the audit list. Hearth may be running meanwhile.',
    '',
    '  --forget       void what older keys signed: every link printed or passed on so far, and every browser, which must come',
    '                 in anew by a new link. For when a key or a backup has come into wrong hands.',
    '',
    '  DATA_DIR, DATABASE_URL   as for npm start',
  ].join('\n'),
  flags: ['forget'],
  words: [0, 0],
  run: async ({ has }) => {
    const { storage } = await openDatabase(placeOf(process.env));
    try {
      const forget = has('forget');
      await storage.appendAudit({ id: randomUUID(), at: Date.now(), actor: undefined, act: forget ? 'keys.forget' : 'keys.rotate', object: undefined, reason: 'npm run rotate-keys', scope: 'campus' });
      await Identity.rotate(storage, forget);
      say(forget ? 'All older keys are forgotten. Restart Hearth now: until then they still work.' : 'There is a new key. Restart Hearth, and it signs with that one.');
      if (forget) say('Then npm run owner-link brings you in again, and new links everybody else.');
    } finally {
      await storage.close();
    }
  },
});
