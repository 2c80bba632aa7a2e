import type { RoomId } from '#shared/kernel/ids.ts';
import { askLayout } from './api.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { changePage } from './context.tsx';
import { page } from './local.words.ts';
import { refusalWords } from './offers.ts';
import { openVisit, type OpenVisit } from './visit.ts';
import type { Words } from './words.ts';

/** How long (ms) the other room may take to let one in, before one stays. */
const PATIENCE = 15_000;

/**
 * PO3. Goes from one room to another: comes in there, and gives the place here up only then. Resolves with the new visit;
 * with `undefined`, and the reason told, where one stays.
 */
export const passTo = async (here: OpenVisit, to: RoomId, words: Words): Promise<OpenVisit | undefined> => {
  const layout = await askLayout(to);
  if (layout === undefined || layout === 'missing') {
    here.tell(words(layout === 'missing' ? page.noSuchRoom : page.offline));
    return undefined;
  }
  const there = openVisit(layout, here.community, words, here);
  const { store } = there.hearth;
  const came = await new Promise<boolean>((resolve) => {
    const end = (isIn: boolean): void => {
      window.clearTimeout(timer);
      stop();
      resolve(isIn);
    };
    const timer = window.setTimeout(() => end(false), PATIENCE);
    const stop = store.subscribe(() => {
      const { connection, you, facts } = store.current;
      const isIn = connection.status === 'here' && you !== undefined && facts.people.has(you);
      if (isIn || connection.status === 'ended') end(isIn);
    });
  });
  if (came) {
    here.close();
    return there;
  }
  const { connection } = store.current;
  there.close();
  if (connection.status === 'ended' && connection.refusal.code === entryRefusals.full.code) changePage(here, { overlay: { kind: 'full', room: to } });
  else here.tell(connection.status === 'ended' ? refusalWords(words, connection.refusal) : words(page.offline));
  return undefined;
};
