import type { Refusal } from '#shared/kernel/refusal.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { portalRefusals } from '#shared/portals/portals.capabilities.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import type { Overlay } from './context.tsx';

const destinationOf = (layout: Layout, payload: unknown): Overlay | undefined => {
  const id = typeof payload === 'object' && payload !== null && 'portal' in payload ? payload.portal : undefined;
  const portal = layout.portals.find((one) => one.id === id);
  return portal && { kind: 'full', room: portal.to };
};

/** The dialogs that hold the way out of a refusal: what more than a sentence is needed for. */
const waysOut: Readonly<Record<string, (layout: Layout, payload: unknown) => Overlay | undefined>> = {
  [portalRefusals.full.code]: destinationOf,
  [entryRefusals.full.code]: destinationOf,
};

/** The dialog that a refusal opens in place of a toast, if there is one. */
export const wayOutOf = (layout: Layout, { code }: Refusal, payload: unknown): Overlay | undefined => waysOut[code]?.(layout, payload);
