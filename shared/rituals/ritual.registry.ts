/** Everything a person can do in a ritual, and hear there: the part of the registry that a page fetches when there is one. */
import type { Actor, Capability, PayloadOf } from '../kernel/capability.ts';
import { cueKindsIn } from '../kernel/cue.ts';
import { refusalKindsIn, type Permit } from '../kernel/refusal.ts';
import type { RoomView } from '../rooms/room.ts';
import { deferTurn, endRitual, endSpotlight, excuseTurn, extendStep, handOver, inviteNext, markSpoken, nextStep, pauseRitual, previousStep, removeNote, resumeRitual, skipStep, spotlight, startRitual, takeNote, takeOver } from './lead.capabilities.ts';
import { actTogether, askAboutCharter, endTurn, passTurn, readWritten, recognise, respond, signCharter, speakLater, takeMoreTime, takeTurn, writeInstead } from './own.capabilities.ts';
import { comeToStep, gatherAll } from './gather.capabilities.ts';
import { callOffRitual, discardScript, readShelf, rescheduleRitual, saveScript, scheduleRitual, tellMe, tellMeNot } from './plan.capabilities.ts';
import { ritualCues } from './rituals.cues.ts';
import { ritualRefusals } from './rituals.refusals.ts';

/** In the order in which both views show them. */
export const ritualCapabilities = {
  'ritual.start': startRitual,
  'ritual.take': takeTurn,
  'ritual.done': endTurn,
  'ritual.pass': passTurn,
  'ritual.later': speakLater,
  'ritual.write': writeInstead,
  'ritual.read': readWritten,
  'ritual.moreTime': takeMoreTime,
  'ritual.come': comeToStep,
  'ritual.act': actTogether,
  'ritual.sign': signCharter,
  'ritual.ask': askAboutCharter,
  'ritual.recognise': recognise,
  'ritual.respond': respond,
  'ritual.next': nextStep,
  'ritual.back': previousStep,
  'ritual.pause': pauseRitual,
  'ritual.resume': resumeRitual,
  'ritual.extend': extendStep,
  'ritual.skip': skipStep,
  'ritual.end': endRitual,
  'ritual.handOver': handOver,
  'ritual.takeOver': takeOver,
  'ritual.invite': inviteNext,
  'ritual.defer': deferTurn,
  'ritual.mark': markSpoken,
  'ritual.excuse': excuseTurn,
  'ritual.spotlight': spotlight,
  'ritual.unspotlight': endSpotlight,
  'ritual.gather': gatherAll,
  'ritual.note': takeNote,
  'ritual.unnote': removeNote,
  'ritual.schedule': scheduleRitual,
  'ritual.reschedule': rescheduleRitual,
  'ritual.callOff': callOffRitual,
  'ritual.tellMe': tellMe,
  'ritual.tellMeNot': tellMeNot,
  'ritual.save': saveScript,
  'ritual.discard': discardScript,
  'ritual.shelf': readShelf,
} as const;

export type RitualCapabilityId = keyof typeof ritualCapabilities;
export type RitualPayload<Id extends RitualCapabilityId> = PayloadOf<(typeof ritualCapabilities)[Id]>;
export type AnyRitualCapability = Capability<RitualCapabilityId>;

export const ritualCapabilityIds = Object.keys(ritualCapabilities) as readonly RitualCapabilityId[];
export const isRitualCapabilityId = (id: string): id is RitualCapabilityId => Object.hasOwn(ritualCapabilities, id);
export const ritualCapabilityOf = (id: RitualCapabilityId): AnyRitualCapability => ritualCapabilities[id] as unknown as AnyRitualCapability;
/** May this person, now? Who may run rituals is judged by the run's own rules. */
export const ritualPermit = (room: RoomView, actor: Actor, id: RitualCapabilityId): Permit => ritualCapabilityOf(id).permit(room, actor);

export const ritualCueKinds = cueKindsIn(ritualCues);
export const ritualRefusalKinds = refusalKindsIn(ritualRefusals);
