import type { PersonId } from '#shared/kernel/ids.ts';
import type { RitualEvent } from '#shared/rituals/events.ts';
import type { RitualCapabilityId } from '#shared/rituals/ritual.registry.ts';

type Payload = Readonly<{ person: PersonId; from: number; leaving: readonly PersonId[]; minutes: number; step: number; text: string; version: number; why: string; recognition: string }>;

/** What a press is as an event, where a ritual is rehearsed; `undefined` of what is about the room or other rituals. */
export const eventOf = (id: RitualCapabilityId, given: unknown): RitualEvent | undefined => {
  const payload = given as Payload;
  switch (id) {
    case 'ritual.done':
    case 'ritual.pass':
    case 'ritual.later':
    case 'ritual.moreTime':
    case 'ritual.take':
    case 'ritual.act': return { kind: id.slice(7) as 'done' };
    case 'ritual.write': return { kind: 'write', step: payload.step, text: payload.text };
    case 'ritual.sign': return { kind: 'sign', version: payload.version };
    case 'ritual.ask': return { kind: 'ask', text: payload.text };
    case 'ritual.recognise': return { kind: 'recognise', to: payload.person, why: payload.why };
    case 'ritual.respond': return { kind: 'respond', to: payload.recognition };
    case 'ritual.next':
    case 'ritual.skip': return { kind: id.slice(7) as 'next', from: payload.from, leaving: payload.leaving };
    case 'ritual.back': return { kind: 'back', from: payload.from };
    case 'ritual.pause':
    case 'ritual.resume':
    case 'ritual.takeOver': return { kind: id.slice(7) as 'pause' };
    case 'ritual.extend': return { kind: 'extend', from: payload.from, minutes: payload.minutes };
    case 'ritual.end': return { kind: 'end', leaving: payload.leaving };
    case 'ritual.invite':
    case 'ritual.defer':
    case 'ritual.mark':
    case 'ritual.excuse': return { kind: id.slice(7) as 'invite', person: payload.person };
    default: return undefined;
  }
};
