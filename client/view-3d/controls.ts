import type { CapabilityId } from '#shared/registry.ts';

/**
 * Where the 3D view offers a capability: in the tray of both views; on the thing itself, pressed in the picture (a person
 * opens their card), whose equal for keys is its button in the mirror; in the chat panel or the people panel.
 */
export type Offering = 'tray' | 'scene' | 'mirror' | 'chat' | 'people' | 'dialog';
export interface Control3d {
  readonly pointer: Offering;
  readonly keyboard: Offering;
}

const tray = { pointer: 'tray', keyboard: 'tray' } as const;
/** Behind *More* on a person's card, which a press opens; by keys in the people panel. */
const onTheirCard = { pointer: 'scene', keyboard: 'people' } as const;
/** In the people panel, beside one's circle. */
const inPeople = { pointer: 'people', keyboard: 'people' } as const;
const inChat = { pointer: 'chat', keyboard: 'chat' } as const;
const dialog = { pointer: 'dialog', keyboard: 'dialog' } as const;
const onTheThing = { pointer: 'scene', keyboard: 'mirror' } as const;

/** A capability missing here does not compile. */
export const controls3d = {
  'voice.on': tray,
  'voice.off': tray,
  'voice.listen': tray,
  'voice.who': tray,
  'hand.raise': tray,
  'hand.lower': tray,
  'gesture.wave': tray,
  'gesture.nod': tray,
  'gesture.clap': tray,
  'gesture.heart': tray,
  'gesture.laugh': tray,
  'gesture.thanks': tray,
  'move.goTo': onTheThing,
  'move.stop': tray,
  'seat.sit': onTheThing,
  'seat.stand': tray,
  'follow.start': onTheirCard,
  'follow.stop': onTheirCard,
  'follow.decline': onTheirCard,
  'guide.offer': onTheirCard,
  'guide.accept': inPeople,
  'guide.decline': inPeople,
  'portal.enter': onTheThing,
  'portal.wait': dialog,
  'place.safe': tray,
  'circle.start': inPeople,
  'circle.join': onTheThing,
  'circle.leave': inPeople,
  'circle.knock': onTheThing,
  'circle.admit': inPeople,
  'circle.decline': inPeople,
  'circle.topic': dialog,
  'circle.close': inPeople,
  'circle.open': inPeople,
  'chat.say': inChat,
  'chat.edit': inChat,
  'chat.remove': inChat,
  'chat.takeDown': inChat,
  'chat.earlier': inChat,
  'place.where': tray,
  'place.who': tray,
  'place.link': dialog,
  'mood.evening': tray,
  'mood.day': tray,
  'people.describe': onTheirCard,
  'people.availability': inPeople,
  'people.mute': onTheirCard,
  'people.unmute': onTheirCard,
  'people.block': onTheirCard,
  'people.unblock': onTheirCard,
  'voice.mute': onTheirCard,
  'voice.hold': onTheirCard,
  'voice.release': onTheirCard,
  'voice.muteAll': tray,
  'people.remove': onTheirCard,
  'people.letBack': dialog,
  'people.standing': onTheirCard,
  'people.venue': dialog,
  'people.look': dialog,
  'people.settings': dialog,
  'invitation.make': dialog,
  'invitation.revoke': dialog,
  'invitation.list': dialog,
  'audit.read': dialog,
} as const satisfies Record<CapabilityId, Control3d>;
