import { firstTitleOf } from '#shared/boards/where.ts';
import type { Layout } from '#shared/rooms/layout.ts';

const startUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything that the author of a room wrote, as it may stand within a sentence or at its beginning. */
export const layoutTexts = ({ name, purpose, objects, seatGroups, zones, portals }: Layout): readonly string[] =>
  [
    name,
    purpose,
    ...objects.flatMap((thing) => [thing.name, thing.description, ...(thing.kind === 'board' ? [firstTitleOf(thing)] : [])]),
    ...seatGroups.flatMap((group) => [group.name, ...group.seats.map((seat) => seat.name)]),
    ...zones.map((zone) => zone.name),
    ...portals.flatMap((portal) => [portal.name, portal.sign]),
  ].flatMap((text) => [text, startUpper(text)]);
