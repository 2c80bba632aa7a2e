import type { Visit } from '#client/app/context.tsx';
import { isRecord, isText } from '#client/app/shape.ts';

const DAY = 24 * 3_600_000;
/** No link works longer. */
const LONGEST = 365 * DAY;

/** A link by which guests come into a ritual's room until a day after its time; `undefined` where none could be made, which is said. */
export const guestAddress = async ({ hearth, perform, ask }: Pick<Visit, 'hearth' | 'perform' | 'ask'>, title: string, room: string, at: number): Promise<string | undefined> => {
  const label = title.slice(0, 60);
  if (!(await perform('invitation.make', { label, venue: '', standing: 'guest', duties: [], uses: null, lasts: Math.min(LONGEST, Math.max(DAY, Math.round(at + DAY - hearth.now))) }))) return undefined;
  const links = await ask('invitation.list', {});
  // The newest is the first.
  const mine = Array.isArray(links) ? links.find((one: unknown) => isRecord(one) && one['label'] === label) : undefined;
  const link = isRecord(mine) ? mine['link'] : undefined;
  return isText(link) ? link.replace('/join#', `/join?room=${encodeURIComponent(room)}#`) : undefined;
};
