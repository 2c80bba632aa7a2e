/** What a person can do now, read from the registry: one offer for each capability, or for each of its targets. */
import type { Actor } from '#shared/kernel/capability.ts';
import { grant, type Permit } from '#shared/kernel/refusal.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { callNameOf, othersByNearness } from '#shared/people/people.rules.ts';
import { capabilityIds, capabilityOf, refusalKinds, type CapabilityId, type Payload } from '#shared/registry.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { page } from './local.words.ts';
import type { Words } from './words.ts';

export interface Offer {
  readonly key: string;
  readonly id: CapabilityId;
  readonly group: 'do' | 'people' | 'places';
  readonly label: string;
  /** Why it cannot be done now. */
  readonly refusal: string | undefined;
  readonly payload: unknown;
}

/** A refusal's sentence. */
export const refusalWords = (words: Words, refusal: Refusal): string => {
  if (refusal.code === 'client.offline') return words(page.offline);
  const kind = refusalKinds.get(refusal.code);
  return kind ? words(kind.words, refusal.values) : words(page.unknownRefusal, { code: refusal.code });
};

const judged = (words: Words, permit: Permit): string | undefined => (permit.granted ? undefined : refusalWords(words, permit.refusal));

/** Whether a capability may be used now, and with which words it is refused. Refusals by standing hide it. */
export const permitNow = (room: RoomView, actor: Actor | undefined, id: CapabilityId): Permit => (actor ? capabilityOf(id).permit(room, actor) : grant);

type Target = { readonly key: string; readonly group: Offer['group']; readonly label: string; readonly payload: unknown };

/** The targets of those capabilities that need one; the others are their own. */
const targetsOf = {
  'move.goTo': (room, me, words) => [
    ...othersByNearness(room, me).map((id): Target => ({ key: id, group: 'people', label: words(page.goToName, { name: callNameOf(room, id) }), payload: { to: 'person', id } satisfies Payload<'move.goTo'> })),
    ...room.layout.objects.filter((thing) => thing.destination).map((thing): Target => ({ key: thing.id, group: 'places', label: words(page.goToName, { name: thing.name }), payload: { to: 'object', id: thing.id } satisfies Payload<'move.goTo'> })),
  ],
  'seat.sit': (room, _me, words) => [
    { key: 'nearest', group: 'places', label: words(page.sitNearest), payload: {} },
    ...room.layout.seatGroups.flatMap((group) => group.seats).map((seat): Target => ({ key: seat.id, group: 'places', label: words(page.sitOn, { seat: seat.name }), payload: { seat: seat.id } })),
  ],
  'people.describe': (room, me, words) =>
    [...othersByNearness(room, me), me].map((id): Target => ({ key: id, group: 'people', label: words(page.describeName, { name: callNameOf(room, id) }), payload: { person: id } })),
} satisfies Partial<Record<CapabilityId, (room: RoomView, me: PersonId, words: Words) => readonly Target[]>>;

/** Those whose payload is typed by the person: the page leads to the field instead. */
export const needsText = new Set<CapabilityId>(['chat.say']);

const hasTargets = (id: CapabilityId): id is keyof typeof targetsOf => Object.hasOwn(targetsOf, id);
export const needsTarget = (id: CapabilityId): boolean => hasTargets(id);

/** Everything on offer, in the registry's order. */
export const offersNow = (room: RoomView, actor: Actor, words: Words): readonly Offer[] =>
  capabilityIds.flatMap((id) => {
    const capability = capabilityOf(id);
    const permit = capability.permit(room, actor);
    if (!permit.granted && permit.by === 'standing') return [];
    const targets = hasTargets(id) ? targetsOf[id](room, actor.id, words) : [{ key: '', group: 'do' as const, label: words(capability.label), payload: {} }];
    return targets.map(({ key, group, label, payload }): Offer => {
      const refusal = judged(words, permit) ?? (key === '' || needsText.has(id) ? undefined : judged(words, capability.accepts?.(room, actor, payload) ?? grant));
      return { key: `${id}:${key}`, id, group, label, refusal, payload };
    });
  });

