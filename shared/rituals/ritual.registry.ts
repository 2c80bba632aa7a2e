/** What a page fetches when there is a ritual: the part of the registry that is about rituals alone. */
import type { RefusalKind } from '../kernel/refusal.ts';
import { ritualRefusals } from './rituals.refusals.ts';

export const ritualRefusalKinds: ReadonlyMap<string, RefusalKind> = new Map(Object.values<RefusalKind>(ritualRefusals).map((kind) => [kind.code, kind]));
