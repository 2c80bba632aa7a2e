/** What a person can do now, read from the registry: one offer for each capability, or for each of its targets. */
import type { Actor } from '#shared/kernel/capability.ts';
import type { Message } from '#shared/kernel/message.ts';
import { grant, type Permit, type Refusal, type RefusalKind } from '#shared/kernel/refusal.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { followedBy } from '#shared/follow/follow.rules.ts';
import { callNameOf, othersByNearness } from '#shared/people/people.rules.ts';
import { capabilityIds, capabilityOf, permitOf, refusalKinds, type CapabilityId, type Payload } from '#shared/registry.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { circlesAround } from '#shared/circles/around.ts';
import { circleName, circleOf } from '#shared/circles/circles.rules.ts';
import { availabilities } from '#shared/people/availability.ts';
import { chat } from '#client/chat/chat.words.ts';
import { circles } from '#client/circles/circles.words.ts';
import { controls2d, type Control } from '#client/view-2d/controls.ts';
import type { Overlay } from './context.tsx';
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
  /** The dialog that it opens, where more must be asked. */
  readonly opens: Overlay | undefined;
  /** Whether more is asked before it is done, so that only the asking can be judged. */
  readonly asksMore: boolean;
}

/** A refusal's sentence; `also` are those of a part of the registry that the page has fetched. */
export const refusalWords = (words: Words, refusal: Refusal, also?: ReadonlyMap<string, RefusalKind>): string => {
  if (refusal.code === 'client.offline') return words(page.offline);
  const kind = also?.get(refusal.code) ?? refusalKinds.get(refusal.code);
  return kind ? words(kind.words, refusal.values) : words(page.unknownRefusal, { code: refusal.code });
};

const judged = (words: Words, permit: Permit): string | undefined => (permit.granted ? undefined : refusalWords(words, permit.refusal));

/** Whether a capability may be used now, and with which words it is refused. Refusals by standing hide it. */
export const permitNow = (room: RoomView, actor: Actor | undefined, id: CapabilityId): Permit => (actor ? permitOf(room, actor, id) : grant);

/** Whether a capability may be used now for this, as far as one may know here. */
export const permitFor = (room: RoomView, actor: Actor | undefined, id: CapabilityId, payload: unknown): Permit => {
  const permit = permitNow(room, actor, id);
  return permit.granted && actor ? (capabilityOf(id).accepts?.(room, actor, payload) ?? grant) : permit;
};

/** Why a capability cannot be used now for this, in words; `undefined` where it can. */
export const refusalNow = (words: Words, room: RoomView, actor: Actor | undefined, id: CapabilityId, payload: unknown): string | undefined =>
  judged(words, permitFor(room, actor, id, payload));

/** Why an offer, made a while ago, cannot be taken now. */
export const offerRefusedNow = (words: Words, room: RoomView, actor: Actor, { id, payload, asksMore }: Pick<Offer, 'id' | 'payload' | 'asksMore'>): string | undefined =>
  asksMore ? judged(words, permitNow(room, actor, id)) : refusalNow(words, room, actor, id, payload);

type Target = { readonly key: string; readonly group: Offer['group']; readonly label: string; readonly payload: unknown; readonly opens?: Overlay };

/** `others` are those whom it may be about, nearest first. */
type Targets = (room: RoomView, actor: Actor, words: Words, label: string, others: readonly PersonId[]) => readonly Target[];

/** One for each other person for whom it makes sense; those with a dialog of their own open it. */
const aboutOthers = (fits: (actor: Actor, id: PersonId, room: RoomView) => boolean, opens?: 'remove' | 'standing'): Targets => (room, actor, words, label, others) =>
  others
    .filter((id) => fits(actor, id, room))
    .map((id): Target => ({ key: id, group: 'people', label: words(page.about, { label, name: callNameOf(room, id) }), payload: { person: id }, ...(opens ? { opens: { kind: opens, person: id } } : {}) }));

/** One for each who knocks at one's circle. */
const knocking = (label: Message): Targets => (room, { id: me }, words) =>
  (circleOf(room, me)?.knocks ?? []).map((id): Target => ({ key: id, group: 'people', label: words(label, { name: callNameOf(room, id) }), payload: { person: id } }));

const availabilityWords = { open: circles.sayOpen, focused: circles.sayFocused, away: circles.sayAway } as const;

/** The targets of those capabilities that need one; the others are their own. */
const targetsOf = {
  'move.goTo': (room, { id: me }, words, _label, others) => [
    ...others.map((id): Target => ({ key: id, group: 'people', label: words(page.goToName, { name: callNameOf(room, id) }), payload: { to: 'person', id } satisfies Payload<'move.goTo'> })),
    ...circlesAround(room, me).map((circle): Target => ({ key: circle.id, group: 'places', label: words(circles.goToName, { circle: circleName(circle) }), payload: { to: 'circle', id: circle.id } satisfies Payload<'move.goTo'> })),
    ...room.layout.objects.filter((thing) => thing.destination).map((thing): Target => ({ key: thing.id, group: 'places', label: words(page.goToName, { name: thing.name }), payload: { to: 'object', id: thing.id } satisfies Payload<'move.goTo'> })),
  ],
  'seat.sit': (room, _actor, words) => [
    { key: 'nearest', group: 'places', label: words(page.sitNearest), payload: {} },
    ...room.layout.seatGroups.flatMap((group) => group.seats).map((seat): Target => ({ key: seat.id, group: 'places', label: words(page.sitOn, { seat: seat.name }), payload: { seat: seat.id } })),
  ],
  'portal.enter': (room, _actor, words) =>
    room.layout.portals.map(({ id, to, name }): Target => ({ key: id, group: 'places', label: words(page.goThrough, { room: room.facts.elsewhere.get(to)?.name ?? name }), payload: { portal: id } })),
  'portal.wait': (room, _actor, words) =>
    [...room.facts.elsewhere].map(([id, { name }]): Target => ({ key: id, group: 'places', label: words(page.tellWhenPlace, { room: name }), payload: { room: id } })),
  'people.describe': (room, { id: me }, words, _label, others) =>
    [...others, me].map((id): Target => ({ key: id, group: 'people', label: words(page.describeName, { name: callNameOf(room, id) }), payload: { person: id } })),
  'follow.start': aboutOthers((me, id, room) => followedBy(room, me.id) !== id),
  'follow.decline': aboutOthers((me, id, room) => followedBy(room, id) === me.id),
  'circle.join': (room, { id: me }, words) =>
    circlesAround(room, me).map((circle): Target => ({ key: circle.id, group: 'places', label: words(circles.joinSized, { circle: circleName(circle), people: words(circles.people, { count: circle.members.length }) }), payload: { circle: circle.id } })),
  'circle.knock': (room, { id: me }, words) =>
    circlesAround(room, me).map((circle): Target => ({ key: circle.id, group: 'places', label: words(circles.knockName, { circle: circleName(circle) }), payload: { circle: circle.id } })),
  'circle.admit': knocking(circles.letIn),
  'circle.decline': knocking(circles.notNow),
  'people.availability': (_room, _actor, words) =>
    availabilities.map((availability): Target => ({ key: availability, group: 'do', label: words(availabilityWords[availability]), payload: { availability } })),
  'chat.say': (room, { id: me }, words, label, others) => [
    { key: '', group: 'do', label, payload: {} },
    ...(circleOf(room, me) ? [{ key: 'circle', group: 'do', label: words(chat.writeToCircle), payload: { to: { kind: 'circle' } } } as const] : []),
    ...others.map((id): Target => ({ key: id, group: 'people', label: words(chat.writeTo, { name: callNameOf(room, id) }), payload: { to: { kind: 'person', person: id } } })),
  ],
  'guide.offer': aboutOthers((me, id, room) => followedBy(room, id) !== me.id),
  'people.mute': aboutOthers((me, id) => !me.own.muted.includes(id)),
  'people.unmute': aboutOthers((me, id) => me.own.muted.includes(id)),
  'people.block': aboutOthers((me, id) => !me.own.blocked.includes(id)),
  'people.unblock': aboutOthers((me, id) => me.own.blocked.includes(id)),
  'voice.mute': aboutOthers((_me, id, room) => room.facts.people.get(id)?.microphone === 'on'),
  'voice.hold': aboutOthers((_me, id, room) => room.facts.people.get(id)?.heldBy === ''),
  'voice.release': aboutOthers((_me, id, room) => room.facts.people.get(id)?.heldBy !== ''),
  'people.remove': aboutOthers(() => true, 'remove'),
  'people.standing': aboutOthers(() => true, 'standing'),
} satisfies Partial<Record<CapabilityId, Targets>>;

/** Those whose payload is typed by the person, or is a message: the page leads to the chat instead. */
export const needsText = new Set<CapabilityId>(['chat.say', 'chat.edit', 'chat.remove', 'chat.takeDown', 'chat.earlier']);

const hasTargets = (id: CapabilityId): id is keyof typeof targetsOf => Object.hasOwn(targetsOf, id);
export const needsTarget = (id: CapabilityId): boolean => hasTargets(id);

const dialogOf = (id: CapabilityId): Overlay | undefined => {
  const control: Control = controls2d[id];
  return control.at === 'dialog' ? { kind: control.opens } : undefined;
};

/** Everything on offer, in the registry's order; of what is done to people, for `others` alone. */
export const offersNow = (room: RoomView, actor: Actor, words: Words, others = othersByNearness(room, actor.id)): readonly Offer[] =>
  capabilityIds.flatMap((id) => {
    const capability = capabilityOf(id);
    const permit = permitOf(room, actor, id);
    const label = words(capability.label);
    const whole: Target = { key: '', group: 'do', label, payload: {} };
    // Refused by standing, it is one row with its reason, not one for each target.
    const refusedAtAll = !permit.granted && permit.by === 'standing';
    const found = !refusedAtAll && hasTargets(id) ? targetsOf[id](room, actor, words, label, others) : [];
    // Without a target it is still listed, with the reason why it has none.
    const targets = found.length > 0 || (hasTargets(id) && permit.granted) ? found : [whole];
    return targets.map(({ key, group, label: shown, payload, opens }): Offer => {
      const asksMore = opens !== undefined || key === '' || needsText.has(id);
      const refusal = offerRefusedNow(words, room, actor, { id, payload, asksMore });
      return { key: `${id}:${key}`, id, group, label: shown, refusal, payload, opens: opens ?? dialogOf(id), asksMore };
    });
  });

