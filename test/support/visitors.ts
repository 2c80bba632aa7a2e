/** People with our client's own connection (client/net), its retries included, but no browser: hundreds fit in a process. */
import { openPagesAt } from './browserless.ts';
import { Hearth, type Connection } from '#client/net/hearth.ts';
import { layoutSchema, type Layout } from '#shared/rooms/layout.ts';
import { packLook } from '#shared/people/look.ts';
import { randomLook } from '#shared/people/look.chance.ts';

export const layoutOf = async (url: string, room = 'commons'): Promise<Layout> => layoutSchema.parse(await (await fetch(`${url}/api/rooms/${room}`)).json());

/** Comes in by a link as a tab of its own; its token. */
export const enterBy = async (url: string, link: string, name: string): Promise<string> => {
  const body = JSON.stringify({ invitation: new URL(link).hash.slice(1), name, callMe: '', pronouns: '', look: packLook(randomLook(Math.random)), tab: true });
  const response = await fetch(`${url}/api/enter`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body });
  const { tab } = (await response.json()) as { readonly tab?: string };
  if (tab === undefined) throw new Error(`${name} could not come in: the server answered ${response.status}.`);
  return tab;
};

/** A visit that has not begun: `join` begins it. */
export const visitOf = (url: string, layout: Layout, tab: string): Hearth => {
  openPagesAt(url);
  return new Hearth(layout, tab);
};

/** Resolves once `holds`; it is asked again whenever the visit has news, and at times, because bodies walk on without. */
export const untilIn = (visit: Hearth, what: string, holds: () => boolean, timeout = 30_000): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      clearInterval(again);
      leave();
      act();
    };
    const look = (): void => {
      if (holds()) settle(resolve);
    };
    const again = setInterval(look, 100);
    const timer = setTimeout(() => settle(() => reject(new Error(`Waited in vain for ${what}; the connection is ${visit.store.current.connection.status}.`))), timeout);
    const leave = visit.store.subscribe(look);
    look();
  });

/** Resolves once one is inside; rejects where the door said no. */
export const isInside = async (visit: Hearth, timeout?: number): Promise<Connection['status']> => {
  const status = (): Connection['status'] => visit.store.current.connection.status;
  await untilIn(visit, 'the room', () => status() === 'ended' || (status() === 'here' && visit.actor !== undefined), timeout);
  return status();
};
