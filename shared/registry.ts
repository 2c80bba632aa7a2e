/** The registry: everything a person can do, perceive and be refused. A table; the features say what each entry means. */
import { declineFollower, followCues, followRefusals, startFollowing, stopFollowing } from './follow/follow.capabilities.ts';
import { circleCues, circleRefusals } from './circles/circles.cues.ts';
import { admit, closeCircle, declineKnock, joinCircle, knock, nameCircle, openCircle, quitCircle, startCircle } from './circles/circles.capabilities.ts';
import { acceptGuide, declineGuide, guideCues, guideRefusals, offerToGuide } from './follow/guide.capabilities.ts';
import { signCues } from './boards/signs.cues.ts';
import { chatCues, chatRefusals, earlier, edit, removeLine, say, takeDown } from './chat/chat.capabilities.ts';
import { clap, gestureCues, heart, laugh, nod, thank, wave } from './gestures/gestures.capabilities.ts';
import { handCues, handRefusals, lowerHand, raiseHand } from './hand/hand.capabilities.ts';
import type { Actor, Capability, PayloadOf } from './kernel/capability.ts';
import { cueKindsIn } from './kernel/cue.ts';
import { dispatchRefusals, refusalKindsIn, refuse, type Permit } from './kernel/refusal.ts';
import { mayBy } from './people/standing.ts';
import type { RoomView } from './rooms/room.ts';
import { entryRefusals } from './people/entry.ts';
import { goTo, movementCues, movementRefusals, stopWalking } from './movement/movement.capabilities.ts';
import { invitationCues, invitationRefusals, listInvitations, makeInvitation, revokeInvitation } from './invitations/invitations.capabilities.ts';
import { block, letBack, moderationCues, moderationRefusals, mute, readAudit, remove, setStanding, unblock, unmute } from './moderation/moderation.capabilities.ts';
import { changeLook, describePerson, keepSettings, peopleCues, peopleRefusals, setAvailability, setVenue } from './people/people.capabilities.ts';
import { placeCues, linkToSpot, whereAmI, whoIsHere } from './place/place.capabilities.ts';
import { enterPortal, portalCues, portalRefusals, toSafety, waitForPlace } from './portals/portals.capabilities.ts';
import { bringDay, letEveningFall, moodCues, moodRefusals } from './mood/mood.capabilities.ts';
import { holdCues, holdMuted, holdRefusals, muteAll, muteMicrophone, releaseMuted } from './voice/hold.capabilities.ts';
import { listenOnly, turnMicrophoneOff, turnMicrophoneOn, voiceCues, voiceRefusals, whoHearsMe } from './voice/voice.capabilities.ts';
import { seatCues, seatRefusals, sit, stand } from './seats/seats.capabilities.ts';

/** In the order in which controls, palette and help show them. */
export const capabilities = {
  'voice.on': turnMicrophoneOn,
  'voice.off': turnMicrophoneOff,
  'voice.listen': listenOnly,
  'voice.who': whoHearsMe,
  'hand.raise': raiseHand,
  'hand.lower': lowerHand,
  'gesture.wave': wave,
  'gesture.nod': nod,
  'gesture.clap': clap,
  'gesture.heart': heart,
  'gesture.laugh': laugh,
  'gesture.thanks': thank,
  'move.goTo': goTo,
  'move.stop': stopWalking,
  'seat.sit': sit,
  'seat.stand': stand,
  'follow.start': startFollowing,
  'follow.stop': stopFollowing,
  'follow.decline': declineFollower,
  'guide.offer': offerToGuide,
  'guide.accept': acceptGuide,
  'guide.decline': declineGuide,
  'portal.enter': enterPortal,
  'portal.wait': waitForPlace,
  'place.safe': toSafety,
  'circle.start': startCircle,
  'circle.join': joinCircle,
  'circle.leave': quitCircle,
  'circle.knock': knock,
  'circle.admit': admit,
  'circle.decline': declineKnock,
  'circle.topic': nameCircle,
  'circle.close': closeCircle,
  'circle.open': openCircle,
  'chat.say': say,
  'chat.edit': edit,
  'chat.remove': removeLine,
  'chat.takeDown': takeDown,
  'chat.earlier': earlier,
  'place.where': whereAmI,
  'place.who': whoIsHere,
  'place.link': linkToSpot,
  'mood.evening': letEveningFall,
  'mood.day': bringDay,
  'people.describe': describePerson,
  'people.availability': setAvailability,
  'people.mute': mute,
  'people.unmute': unmute,
  'people.block': block,
  'people.unblock': unblock,
  'voice.mute': muteMicrophone,
  'voice.hold': holdMuted,
  'voice.release': releaseMuted,
  'voice.muteAll': muteAll,
  'people.remove': remove,
  'people.letBack': letBack,
  'people.standing': setStanding,
  'people.venue': setVenue,
  'people.look': changeLook,
  'people.settings': keepSettings,
  'invitation.make': makeInvitation,
  'invitation.revoke': revokeInvitation,
  'invitation.list': listInvitations,
  'audit.read': readAudit,
} as const;

export type CapabilityId = keyof typeof capabilities;
export type Payload<Id extends CapabilityId> = PayloadOf<(typeof capabilities)[Id]>;
/** A capability with its own types forgotten, for code that treats all alike. */
export type AnyCapability = Capability<CapabilityId>;

export const capabilityIds = Object.keys(capabilities) as readonly CapabilityId[];
export const isCapabilityId = (id: string): id is CapabilityId => Object.hasOwn(capabilities, id);
/** Looks a capability up. Method parameters are bivariant, so each fits the common shape; dispatch parses before it calls. */
export const capabilityOf = (id: CapabilityId): AnyCapability => capabilities[id] as unknown as AnyCapability;

/** May this person use it, now? By standing and duty first, then by how things stand. */
export const permitOf = (room: RoomView, actor: Actor, id: CapabilityId): Permit =>
  mayBy(actor, id) ? capabilityOf(id).permit(room, actor) : refuse(dispatchRefusals.standing);

/** What takes back what was done, and with which payload; nothing where nothing does. */
export const undoOf = (id: CapabilityId, payload: unknown): { readonly id: CapabilityId; readonly payload: unknown } | undefined => {
  const { undo } = capabilityOf(id);
  if (undo === undefined || !isCapabilityId(undo)) return undefined;
  // Two that take each other back are about the same; all others end what one does oneself. A built client has no schemas to ask.
  const takesSame = capabilityOf(undo).undo === id;
  return { id: undo, payload: takesSame ? payload : {} };
};

export const cueKinds = cueKindsIn(handCues, gestureCues, movementCues, seatCues, followCues, guideCues, portalCues, circleCues, chatCues, placeCues, moodCues, peopleCues, moderationCues, invitationCues, voiceCues, holdCues, signCues);

export const refusalKinds = refusalKindsIn(dispatchRefusals, handRefusals, movementRefusals, seatRefusals, followRefusals, guideRefusals, portalRefusals, circleRefusals, chatRefusals, moodRefusals, peopleRefusals, moderationRefusals, invitationRefusals, voiceRefusals, holdRefusals, entryRefusals);

/** FNV-1a over all names on the wire: a tab built from other declarations is told to reload. Raise `wire` when a format changes. */
const wire = 4;
export const fingerprintOf = (names: readonly string[]): string => {
  let hash = 0x811c9dc5;
  for (const letter of names.join(' ')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${wire}-${hash.toString(36)}`;
};
export const PROTOCOL: string = fingerprintOf([...capabilityIds, ...cueKinds.keys(), ...refusalKinds.keys()]);
