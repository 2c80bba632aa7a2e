import type { LayoutObject } from '#shared/rooms/layout.ts';
import { commons } from '#test/support/room.ts';

/** Points close together along an object's outline. */
const outlineOf = ({ solid, x, z }: LayoutObject): readonly { x: number; z: number }[] =>
  Array.from({ length: 4_000 }, (_, at) => {
    const share = at / 4_000;
    if (!solid) return { x, z };
    if (solid.kind === 'circle') return { x: x + Math.sin(share * Math.PI * 2) * solid.radius, z: z + Math.cos(share * Math.PI * 2) * solid.radius };
    const [side, along] = [Math.floor(share * 4), (share * 4) % 1 - 0.5];
    const [u, v] = side % 2 === 0 ? [along * solid.width, (side - 1) * solid.depth / 2] : [(side - 2) * solid.width / 2, along * solid.depth];
    return { x: x + u * Math.cos(solid.heading) + v * Math.sin(solid.heading), z: z + v * Math.cos(solid.heading) - u * Math.sin(solid.heading) };
  });
const outlines = new Map(commons.objects.map((thing) => [thing, outlineOf(thing)]));
/** Metres to an object's outline, measured rather than reckoned. */
export const toOutline = (thing: LayoutObject, from: { x: number; z: number }): number =>
  (outlines.get(thing) ?? []).reduce((least, edge) => Math.min(least, Math.hypot(edge.x - from.x, edge.z - from.z)), Infinity);
