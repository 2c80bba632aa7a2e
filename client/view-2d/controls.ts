import type { CapabilityId } from '#shared/registry.ts';
import type { IconName } from '#client/ui/icons.tsx';

/** Where a view offers a capability: `generic` is a button in the tray, drawn from the declaration; the rest have a part of their own. */
export type Control =
  | { readonly at: 'tray'; readonly icon: IconName; /** Shown in its place while this one is possible. */ readonly insteadOf?: CapabilityId; /** Asks for a target first: in the palette, found by its name. */ readonly asks?: true; /** Behind *More*. */ readonly lesser?: true }
  | { readonly at: 'goTo' | 'chat' | 'person' | 'seats' | 'circle' | 'voice' }
  /** In the tray's *React* menu. */
  | { readonly at: 'react'; readonly icon: IconName }
  /** In a dialog, which the palette, its key or a button opens. */
  | { readonly at: 'dialog'; readonly icon: IconName; readonly opens: 'invitations' | 'audit' | 'venue' | 'topic' | 'spot' | 'look' | 'settings' };

/** Both views show the same tray; a capability missing here does not compile. */
export const controls2d = {
  'voice.on': { at: 'voice' },
  'voice.off': { at: 'voice' },
  'voice.listen': { at: 'tray', icon: 'headphones', lesser: true },
  'voice.who': { at: 'tray', icon: 'users', lesser: true },
  'hand.raise': { at: 'tray', icon: 'hand-palm' },
  'hand.lower': { at: 'tray', icon: 'hand-palm', insteadOf: 'hand.raise' },
  'gesture.wave': { at: 'react', icon: 'hand-waving' },
  'gesture.nod': { at: 'react', icon: 'check' },
  'gesture.clap': { at: 'react', icon: 'hands-clapping' },
  'gesture.heart': { at: 'react', icon: 'heart' },
  'gesture.laugh': { at: 'react', icon: 'smiley' },
  'gesture.thanks': { at: 'react', icon: 'hand' },
  'move.goTo': { at: 'tray', icon: 'footprints', asks: true },
  'move.stop': { at: 'tray', icon: 'stop', insteadOf: 'move.goTo' },
  'seat.sit': { at: 'tray', icon: 'chair' },
  'seat.stand': { at: 'tray', icon: 'person-arms-spread', insteadOf: 'seat.sit' },
  'follow.start': { at: 'person' },
  'follow.stop': { at: 'person' },
  'follow.decline': { at: 'person' },
  'guide.offer': { at: 'person' },
  'guide.accept': { at: 'circle' },
  'guide.decline': { at: 'circle' },
  'portal.enter': { at: 'goTo' },
  'portal.wait': { at: 'goTo' },
  'place.safe': { at: 'tray', icon: 'door-open', lesser: true },
  'circle.start': { at: 'circle' },
  'circle.join': { at: 'circle' },
  'circle.leave': { at: 'circle' },
  'circle.knock': { at: 'circle' },
  'circle.admit': { at: 'circle' },
  'circle.decline': { at: 'circle' },
  'circle.topic': { at: 'dialog', icon: 'chat-circle', opens: 'topic' },
  'circle.close': { at: 'circle' },
  'circle.open': { at: 'circle' },
  'chat.say': { at: 'chat' },
  'chat.edit': { at: 'chat' },
  'chat.remove': { at: 'chat' },
  'chat.takeDown': { at: 'chat' },
  'chat.earlier': { at: 'chat' },
  'place.where': { at: 'tray', icon: 'map-trifold', lesser: true },
  'place.who': { at: 'tray', icon: 'users', lesser: true },
  'place.link': { at: 'dialog', icon: 'link-simple', opens: 'spot' },
  'mood.evening': { at: 'tray', icon: 'moon', lesser: true },
  'mood.day': { at: 'tray', icon: 'sun', insteadOf: 'mood.evening', lesser: true },
  'people.describe': { at: 'person' },
  'people.availability': { at: 'circle' },
  'people.mute': { at: 'person' },
  'people.unmute': { at: 'person' },
  'people.block': { at: 'person' },
  'people.unblock': { at: 'person' },
  'voice.mute': { at: 'person' },
  'voice.hold': { at: 'person' },
  'voice.release': { at: 'person' },
  'voice.muteAll': { at: 'tray', icon: 'microphone-slash', lesser: true },
  'people.remove': { at: 'person' },
  'people.letBack': { at: 'dialog', icon: 'list-bullets', opens: 'audit' },
  'people.standing': { at: 'person' },
  'people.venue': { at: 'dialog', icon: 'map-trifold', opens: 'venue' },
  'people.look': { at: 'dialog', icon: 'user', opens: 'look' },
  'people.settings': { at: 'dialog', icon: 'gear', opens: 'settings' },
  'invitation.make': { at: 'dialog', icon: 'link-simple', opens: 'invitations' },
  'invitation.revoke': { at: 'dialog', icon: 'link-simple', opens: 'invitations' },
  'invitation.list': { at: 'dialog', icon: 'link-simple', opens: 'invitations' },
  'audit.read': { at: 'dialog', icon: 'list-bullets', opens: 'audit' },
} as const satisfies Record<CapabilityId, Control>;
