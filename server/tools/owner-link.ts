/** `npm run owner-link`: a link that makes whoever opens it first the owner, also after ownership was lost. */
import { randomUUID } from 'node:crypto';
import { personId } from '#shared/kernel/ids.ts';
import { Identity } from '../people/identity.ts';
import { ADDRESS, OWNER } from '../people/links.ts';
import { openDatabase } from '../storage/open.ts';
import { addressOf, placeOf, runTool, say } from './tool.ts';

await runTool({
  usage: 'npm run owner-link [-- --instead]',
  help: [
    'Prints a link that makes whoever opens it first an owner; it works once, and Hearth may be running meanwhile.',
    'If the community has an owner, who lost the way in, this makes a new one possible: the setting that names the owner is',
    'forgotten, and the first to come by the link is named in it. What was done is written in the audit list.',
    '',
    '  --instead      the former owner becomes a member at once (else stays an owner, beside the new one)',
    '',
    '  DATA_DIR, DATABASE_URL, PORT, PUBLIC_URL   as for npm start; the last two are known from its last start',
  ].join('\n'),
  flags: ['instead'],
  words: [0, 0],
  run: async ({ has }) => {
    const { storage } = await openDatabase(placeOf(process.env));
    try {
      const identity = await Identity.open(storage);
      const base = addressOf(process.env, await storage.setting(ADDRESS));
      const owner = await storage.setting(OWNER);
      if (owner !== undefined) {
        const former = await storage.findPerson(personId(owner));
        const at = Date.now();
        // Written down first: an owner who is undone in silence could not know why.
        await storage.appendAudit({ id: randomUUID(), at, actor: undefined, act: has('instead') ? 'owner.replace' : 'owner.release', object: owner, reason: 'npm run owner-link', scope: 'campus' });
        if (has('instead')) await storage.setStanding(personId(owner), 'member', at);
        await storage.forgetSetting(OWNER, owner);
        say(`${former?.name ?? 'Somebody unknown'} was the owner, and ${has('instead') ? 'is a member from now on' : 'stays one beside the new one; to end that, add --instead'}.`);
      }
      say(`${base}/join#${identity.linkTo(OWNER)}   (makes whoever opens it first the owner)`);
    } finally {
      await storage.close();
    }
  },
});
