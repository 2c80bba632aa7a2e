/** What people do in a drill, each act told to the oracle. A fact has one person who changes it, one change at a time. */
import type { Hearth } from '#client/net/hearth.ts';
import { personalOf, usual } from '#client/settings/settings.ts';
import type { Standing } from '#shared/kernel/capability.ts';
import { seatId } from '#shared/kernel/ids.ts';
import { randomLook } from '#shared/people/look.chance.ts';
import { packLook } from '#shared/people/look.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import type { Oracle } from './oracle.ts';
import { boardIdOf, boardsOf } from '#shared/boards/where.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { blackPng } from '#test/support/png.ts';
import { auditOf, comeIn, linksOf, type Crowd, type Drilled } from './people.ts';

export interface Scene {
  readonly url: string;
  readonly guestLink: string;
  readonly layout: Layout;
  readonly crowd: Crowd;
  readonly oracle: Oracle;
  /** Numbers in [0, 1) from the drill's seed. */
  readonly chance: () => number;
  /** A number that was never given before. */
  count(): number;
}
type Act = (me: Drilled, scene: Scene) => Promise<unknown>;

const pick = <T>(from: readonly T[], chance: () => number): T | undefined => from[Math.floor(chance() * from.length)];
const isHere = (visit: Hearth): boolean => visit.store.current.connection.status === 'here';

const say: Act = (me, { oracle, count }) => {
  const text = `${me.name} says ${count()}.`;
  return oracle.lasting(`line ${text}`, 'said once', () => me.visit.perform('chat.say', { text }));
};

const hand: Act = (me, { oracle }) => {
  const isUp = me.visit.store.current.facts.hands.has(me.id);
  return oracle.live(`hand ${me.name}`, isUp ? 'nothing' : 'up', () => me.visit.perform(isUp ? 'hand.lower' : 'hand.raise', {}));
};

const sit: Act = (me, { oracle }) => {
  const { seat } = me;
  if (seat === undefined) return me.visit.perform('move.goTo', { to: 'object', id: 'hearth' });
  const holds = me.visit.store.current.facts.seats.get(seat) === me.id;
  return oracle.live(`seat ${me.name}`, holds ? 'nothing' : seat, () => (holds ? me.visit.perform('seat.stand', {}) : me.visit.perform('seat.sit', { seat: seatId(seat) })));
};

const relate: Act = (me, { oracle, crowd, chance }) => {
  // Only among guests: the watcher and those who moderate must go on seeing everything.
  const other = pick(crowd.guests.filter(({ id }) => id !== me.id), chance);
  if (!other) return Promise.resolve();
  const { own } = me.visit.store.current;
  const kind = chance() < 0.5 ? 'mute' : 'block';
  const isSet = (kind === 'mute' ? own.muted : own.blocked).includes(other.id);
  const id = kind === 'mute' ? (isSet ? 'people.unmute' : 'people.mute') : isSet ? 'people.unblock' : 'people.block';
  return oracle.lasting(`${kind} ${me.name} ${other.name}`, isSet ? 'nothing' : 'set', () => me.visit.perform(id, { person: other.id }));
};

const venue: Act = (me, { oracle, count }) => {
  const name = `Hall ${count()}`;
  return oracle.lasting(`venue ${me.name}`, name, () => me.visit.perform('people.venue', { venue: name }));
};

const look: Act = (me, { oracle, chance, count }) => {
  const [worn, pronouns] = [packLook(randomLook(chance)), `p${count()}`];
  return oracle.lasting(`look ${me.name}`, `${worn} ${pronouns}`, () => me.visit.perform('people.look', { look: worn, pronouns }));
};

const set: Act = (me, { oracle, count }) => {
  // A tag of no language, and so of no other setting either.
  const language = `x-${count()}`;
  return oracle.lasting(`settings ${me.name}`, language, () => me.visit.perform('people.settings', { settings: { ...personalOf(usual), language } }));
};

const gesture: Act = (me, { chance }) => me.visit.perform(chance() < 0.5 ? 'gesture.wave' : 'gesture.clap', {});

const light: Act = (me, { oracle, crowd }) => {
  if (crowd.stewards[0] !== me) return Promise.resolve();
  const isEvening = me.visit.store.current.facts.mood === 'evening';
  return oracle.live('light', isEvening ? 'day' : 'evening', () => me.visit.perform(isEvening ? 'mood.day' : 'mood.evening', {}));
};

const invite: Act = (me, { oracle, count }) => {
  const label = `${me.name} invites ${count()}`;
  return oracle.lasting(`link ${label}`, 'open', () => me.visit.perform('invitation.make', { label, standing: 'guest', duties: [], uses: null, lasts: null }));
};

const revoke: Act = async (me, { oracle, chance }) => {
  // A steward closes links of their own only, so that each has one person who changes it.
  const open = (await linksOf(me)).filter(({ label, revokedAt }) => revokedAt === null && label.startsWith(`${me.name} `));
  const link = pick(open, chance);
  if (link) await oracle.lasting(`link ${link.label}`, 'closed', () => me.visit.perform('invitation.revoke', { id: link.id }));
};

/** Times for rituals; each steward changes their own alone. */
const plan: Act = (me, { oracle, count, layout }) => {
  const title = `${me.name} plans ${count()}`;
  const script = { version: 1, title, steps: [{ kind: 'say', name: 'Word', prompt: 'Hello.', minutes: 1 }] };
  return oracle.lasting(`plan ${title}`, 'set', () => me.visit.request('ritual.schedule', { room: layout.id, at: Date.now() + 86_400_000, script }));
};

const callOff: Act = async (me, { oracle, chance }) => {
  const mine = [...me.visit.store.current.facts.plans].filter(([, { title }]) => title.startsWith(`${me.name} `));
  const [id, sign] = pick(mine, chance) ?? [];
  if (id !== undefined && sign) await oracle.lasting(`plan ${sign.title}`, 'nothing', () => me.visit.request('ritual.callOff', { plan: id }));
};

/** BO26. A picture for a board: stored before it is answered, whatever the board does with it. */
const picture: Act = (me, { oracle, url, layout, count }) => {
  const board = boardsOf(layout)[0];
  if (!board) return Promise.resolve();
  const number = count();
  // Each of another size, by which it is known again.
  const [width, height] = [1 + (number % 2_000), 1 + Math.floor(number / 2_000)];
  return oracle.lasting(`picture ${width} × ${height}`, 'kept', async () => {
    try {
      const response = await fetch(`${url}/api/boards/${boardIdOf(layout.id, board.id)}/images`, { method: 'POST', headers: { origin: url, authorization: `Bearer ${me.token}` }, body: new Uint8Array(blackPng(width, height)) });
      const answer = (await response.json()) as { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };
      return answer.ok ? { accepted: true } : { accepted: false, refusal: answer.refusal };
    } catch {
      return { accepted: false, refusal: { code: 'client.offline', values: {} } };
    }
  });
};

const promote: Act = (me, { oracle, crowd, chance }) => {
  const mine = crowd.guests.filter((_, at) => crowd.stewards[at % crowd.stewards.length] === me);
  const guest = pick(mine, chance);
  if (!guest) return Promise.resolve();
  const standing: Standing = guest.visit.actor?.standing === 'member' ? 'guest' : 'member';
  return oracle.lasting(`standing ${guest.name}`, standing === 'guest' ? 'nothing' : standing, () => me.visit.perform('people.standing', { person: guest.id, standing, duties: [] }));
};

const remove: Act = async (me, { oracle, url, guestLink, layout, count }) => {
  const name = `Passer-by ${count()}`;
  const passer = await comeIn(url, guestLink, layout, name);
  try {
    await oracle.lasting(`ban ${name}`, 'in force', () => me.visit.perform('people.remove', { person: passer.id, for: 'week', reason: `${me.name} decided.`, link: false }));
  } finally {
    passer.visit.leave();
  }
};

const letBack: Act = async (me, { oracle, chance }) => {
  const mine = (await auditOf(me)).bans.filter(({ reason }) => reason === `${me.name} decided.`);
  const ban = pick(mine, chance);
  if (ban) await oracle.lasting(`ban ${ban.name}`, 'nothing', () => me.visit.perform('people.letBack', { ban: ban.id }));
};

const ofAll: readonly Act[] = [say, say, say, say, hand, hand, gesture, venue, look, set];
const ofGuests: readonly Act[] = [...ofAll, picture, sit, sit, relate, relate, relate];
const ofStewards: readonly Act[] = [...ofAll, invite, invite, invite, revoke, revoke, plan, plan, callOff, promote, promote, promote, remove, letBack, light];

/** One act after the other, until `isOver` or the server is gone. */
export const live = async (me: Drilled, scene: Scene, isOver: () => boolean): Promise<void> => {
  const { crowd, chance } = scene;
  const acts = crowd.stewards.includes(me) ? ofStewards : crowd.guests.includes(me) ? ofGuests : [];
  while (!isOver() && isHere(me.visit) && acts.length > 0) {
    // Someone who is cut off in the middle of an act of several steps has simply not done the rest.
    await pick(acts, chance)?.(me, scene).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50 + chance() * 400));
  }
};
