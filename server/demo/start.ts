import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { drawCode } from '#shared/invitations/invitation.ts';
import type { Ambient } from '../host/ambient.ts';
import type { Identity } from '../people/identity.ts';
import type { Store } from '../storage/storage.ts';
import { COMPANIONS, COMPANIONS_LINK } from './companions.ts';

/** The secret of the link by which companions come in; nobody else is given it. */
export const companionsLink = async (storage: Store, identity: Identity, ambient: Ambient): Promise<string> => {
  if (!(await storage.findInvitation(COMPANIONS))) {
    const made = { id: COMPANIONS, code: drawCode(ambient.chance), standing: 'guest', duties: [], label: 'Companions of --demo', venue: '', madeAt: ambient.now() } as const;
    await storage.makeInvitation({ ...made, usesLeft: undefined, expiresAt: undefined, revokedAt: undefined, madeBy: undefined });
  }
  return identity.linkTo(COMPANIONS);
};

/** Begins the companions' process, which talks to the server as any browser does, and goes when this one goes. */
export const startCompanions = (url: string, link: string, rooms: readonly string[]): ChildProcess =>
  fork(join(import.meta.dirname, 'main.ts'), [url, ...rooms], {
    // By the environment: whoever lists the machine's processes reads what they were started with.
    env: { ...process.env, [COMPANIONS_LINK]: link },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
