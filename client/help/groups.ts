import type { Message } from '#shared/kernel/message.ts';
import { capabilityIds, type CapabilityId } from '#shared/registry.ts';
import { help as say } from './help.words.ts';

type Feature = CapabilityId extends `${infer First}.${string}` ? First : never;

/** Under which heading the capabilities of a feature stand: a feature that is missing here does not compile. */
const headings = {
  voice: say.groupSpeak,
  hand: say.groupSpeak,
  gesture: say.groupSpeak,
  chat: say.groupSpeak,
  move: say.groupMove,
  seat: say.groupMove,
  place: say.groupMove,
  portal: say.groupMove,
  follow: say.groupPeople,
  guide: say.groupPeople,
  circle: say.groupCircles,
  people: say.groupPeople,
  mood: say.groupHost,
  invitation: say.groupHost,
  audit: say.groupHost,
} as const satisfies Record<Feature, Message>;

const order = [say.groupMove, say.groupSpeak, say.groupCircles, say.groupPeople, say.groupHost];

const featureOf = (id: CapabilityId): Feature => id.slice(0, id.indexOf('.')) as Feature;

export interface Group {
  readonly title: Message;
  readonly ids: readonly CapabilityId[];
}

/** Everything that one can do, by heading; within each in the registry's order. */
export const groups: readonly Group[] = order.map((title) => ({ title, ids: capabilityIds.filter((id) => headings[featureOf(id)] === title) }));
