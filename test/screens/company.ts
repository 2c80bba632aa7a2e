/** The people in the room whose screens are looked at: a circle at the fire, another by the bench, a hand, some words. */
import { seatId } from '#shared/kernel/ids.ts';
import type { TestHearth } from '#test/support/hearth.ts';
import { roomsWithCaps } from '#test/support/room.ts';
import { witness, type Witness } from '#test/support/witness.ts';

export interface Company {
  readonly people: readonly Witness[];
  /** Sits at the fire. */
  readonly ana: Witness;
  /** Whom the owner's link made the owner. */
  readonly olga: Witness;
  /** Stands by, and asks to come nearer. */
  readonly yusuf: Witness;
  leave(): Promise<void>;
}

/** What is said while one looks, as it stands on the page: a link apart from the words about it. */
export const SAID = ['Welcome. We start at ten past; come as you are.', 'Is the board from last week still open?', 'https://example.org/board/what-helps-us-learn'] as const;

const seated = ['Łukasz', 'Kwame', 'Nguyễn Thị Hoa'];
const standing = ['Priya', 'Zoë', 'Yusuf'];

/** The rooms they are in: those that ship, of which one is full by one of them. */
export const roomsOfCompany = (folder: string): string => roomsWithCaps(folder, { garden: 1 });
/** Voice is carried, so that what is of it is looked at, too. */
export const withVoice = { VOICE: 'mesh' } as const;

/** Lets them in, and waits until they are where they belong. */
export const companyIn = async (hearth: TestHearth): Promise<Company> => {
  const guest = (name: string): Promise<Witness> => witness(hearth.url, hearth.guestLink, name);
  const ana = await guest('Ana Conceição');
  const olga = await witness(hearth.url, hearth.ownerLink, 'Olga');
  const sitting = [ana, ...(await Promise.all(seated.map(guest)))];
  for (const [at, one] of sitting.entries()) await one.perform('seat.sit', { seat: seatId(`hearth-${at + 2}`) });
  const [priya, zoe, yusuf] = await Promise.all(standing.map(guest));
  if (!priya || !zoe || !yusuf) throw new Error('Three stand.');
  await priya.perform('move.goTo', { to: 'spot', x: 6, z: 4.5 });
  await priya.until('Priya stands by the bench', ({ moving, between }) => !moving && between.call(priya, 'Priya', 'Zoë') > 3);
  await priya.perform('circle.start', {});
  await priya.until('her circle', ({ facts }) => facts.circles.size >= 2);
  const circle = [...priya.facts.circles].find(([, { members }]) => members.includes(priya.id))?.[0];
  if (circle !== undefined) await zoe.perform('circle.join', { circle });
  // One knocks there first.
  await priya.perform('circle.close', {});
  await sitting[1]?.perform('hand.raise', {});
  await ana.perform('chat.say', { text: SAID[0] });
  await yusuf.perform('chat.say', { text: `${SAID[1]} ${SAID[2]}` });
  const gus = await witness(hearth.url, hearth.guestLink, 'Gus', 'garden');
  const people = [...sitting, priya, zoe, yusuf, olga, gus];
  return { people, ana, olga, yusuf, leave: async () => void (await Promise.all(people.map((one) => one.leave()))) };
};
