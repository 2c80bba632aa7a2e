import type { Actor, Standing } from '../kernel/capability.ts';
import type { CapabilityId } from '../registry.ts';

/** What someone does for the community beside their standing. */
export const duties = ['facilitator', 'captioner', 'sponsor'] as const;
export type Duty = (typeof duties)[number];
export const isDuty = (text: string): text is Duty => (duties as readonly string[]).includes(text);

/** The duties in a person's synced facts, where spaces part them. */
export const dutiesOf = (text: string): readonly Duty[] => text.split(' ').filter(isDuty);

/** From the least to the most. */
export const standings = ['guest', 'member', 'steward', 'owner'] as const satisfies readonly Standing[];
const rank = (standing: Standing): number => standings.indexOf(standing);

/** ST2. Whether one outranks another: nobody acts upon their equal or better. */
export const outranks = (one: Standing, other: Standing): boolean => rank(one) > rank(other);

/** `facilitator`: only with that duty. */
type May = 'yes' | 'no' | 'facilitator';
type Row = Readonly<Record<Standing, May>>;

const everyone: Row = { guest: 'yes', member: 'yes', steward: 'yes', owner: 'yes' };
const stewards: Row = { guest: 'no', member: 'no', steward: 'yes', owner: 'yes' };
const facilitators: Row = { guest: 'facilitator', member: 'facilitator', steward: 'yes', owner: 'yes' };

/** ST1. Who may do what. The one table: dispatch and both views read it, and a test walks each cell. */
export const standingTable: Readonly<Record<CapabilityId, Row>> = {
  'voice.on': everyone,
  'voice.off': everyone,
  'voice.listen': everyone,
  'voice.who': everyone,
  'hand.raise': everyone,
  'hand.lower': everyone,
  'gesture.wave': everyone,
  'gesture.nod': everyone,
  'gesture.clap': everyone,
  'gesture.heart': everyone,
  'gesture.laugh': everyone,
  'gesture.thanks': everyone,
  'move.goTo': everyone,
  'move.stop': everyone,
  'seat.sit': everyone,
  'seat.stand': everyone,
  'follow.start': everyone,
  'follow.stop': everyone,
  'follow.decline': everyone,
  'guide.offer': everyone,
  'guide.accept': everyone,
  'guide.decline': everyone,
  'portal.enter': everyone,
  'portal.wait': everyone,
  'place.safe': everyone,
  'circle.start': everyone,
  'circle.join': everyone,
  'circle.leave': everyone,
  'circle.knock': everyone,
  'circle.admit': everyone,
  'circle.decline': everyone,
  'circle.topic': everyone,
  'circle.close': everyone,
  'circle.open': everyone,
  'chat.say': everyone,
  'chat.edit': everyone,
  'chat.remove': everyone,
  'chat.takeDown': facilitators,
  'chat.earlier': everyone,
  'place.where': everyone,
  'place.who': everyone,
  'place.link': everyone,
  'mood.evening': facilitators,
  'mood.day': facilitators,
  'people.describe': everyone,
  'people.availability': everyone,
  'people.mute': everyone,
  'people.unmute': everyone,
  'people.block': everyone,
  'people.unblock': everyone,
  'voice.mute': facilitators,
  'voice.hold': facilitators,
  'voice.release': facilitators,
  'voice.muteAll': facilitators,
  'people.remove': facilitators,
  'people.letBack': stewards,
  'people.standing': stewards,
  'people.venue': everyone,
  'people.look': everyone,
  'people.settings': everyone,
  'invitation.make': stewards,
  'invitation.revoke': stewards,
  'invitation.list': stewards,
  'audit.read': stewards,
};

/** ST1. Whether one's standing or duty allows a capability at all. */
export const mayBy = ({ standing, duties: held }: Pick<Actor, 'standing' | 'duties'>, id: CapabilityId): boolean => {
  const may = standingTable[id][standing];
  return may === 'yes' || (may === 'facilitator' && held.includes('facilitator'));
};
