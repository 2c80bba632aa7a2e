/**
 * A room's layout, as its file in `assets/rooms/` says it (the schema is documented there, in README.md). Metres; x to
 * the east, z to the south (towards whoever arrives), heading in radians with 0 facing +z and growing towards +x.
 * Height never travels: it is a function of the layout, and the 3D view's concern alone.
 */
import * as z from 'zod/mini';
import { objectId, roomId, seatId, type ObjectId, type RoomId, type SeatId } from '../kernel/ids.ts';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));
const metres = z.number().check(z.gte(-200), z.lte(200));
const length = z.number().check(z.gt(0), z.lte(200));
const heading = z.number().check(z.gte(-Math.PI * 2), z.lte(Math.PI * 2));
const colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));

const shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circle'), radius: length }),
  z.strictObject({ kind: z.literal('box'), width: length, depth: length, heading: z._default(heading, 0) }),
]);
/** The outline of something on the floor, about its own x and z. */
export type Shape = z.output<typeof shape>;

const thing = z.strictObject({
  id: z.pipe(id, z.transform(objectId)),
  /** What the 3D view draws: a kind of its kit. */
  kind: z.enum(['hearth', 'tree', 'bench', 'stool', 'pond', 'board', 'sign', 'post', 'planter', 'rock', 'lantern', 'deck', 'shell', 'rug', 'table', 'shelf', 'window', 'counter', 'blossom', 'bridge']),
  /** As spoken within a sentence: "the hearth". */
  name,
  /** One sentence for whoever asks what it is. */
  description: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  x: metres,
  z: metres,
  heading: z._default(heading, 0),
  /** What bodies cannot pass; none for what one walks over. */
  solid: z.optional(shape),
  /** `false` for scenery that nobody would go to; it keeps its name. */
  destination: z._default(z.boolean(), true),
});

const seat = z.strictObject({ id: z.pipe(id, z.transform(seatId)), name, x: metres, z: metres, heading });

const portal = z.strictObject({
  id,
  /** As spoken within a sentence: "the arch to the Library". */
  name,
  to: z.pipe(id, z.transform(roomId)),
  /** What the sign over it says: the other room's name. */
  sign: z.string().check(z.trim(), z.minLength(1), z.maxLength(24)),
  /** Of its sign and of what shines behind it; the other room's, if left out. */
  colour: z.optional(colour),
  x: metres,
  z: metres,
  heading: z._default(heading, 0),
  /** Where someone who comes from that room stands. */
  arrive: z.strictObject({ x: metres, z: metres, heading }),
});

const layoutSchema = z.strictObject({
  version: z.literal(1),
  id: z.pipe(id, z.transform(roomId)),
  name,
  purpose: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  colour,
  /** How many people the room holds. */
  cap: z.int().check(z.gte(1), z.lte(2000)),
  /** Where one can walk, about the origin. */
  floor: shape,
  /** The paved part of the floor that the 3D view draws as a terrace. */
  terrace: length,
  spawns: z.array(z.strictObject({ x: metres, z: metres, heading })).check(z.minLength(1)),
  objects: z.array(thing),
  seatGroups: z.array(
    z.strictObject({
      id,
      name,
      seats: z.array(seat).check(z.minLength(1)),
      /** Whoever sits here joins the circle of these seats; `false` for rows that face a stage. */
      circle: z._default(z.boolean(), true),
    }),
  ),
  zones: z.array(
    z.strictObject({
      id,
      name,
      rule: z.enum(['open', 'stage', 'quiet', 'private']),
      x: metres,
      z: metres,
      shape,
      /** Hearing radii: one comes into hearing at `in` and leaves it at `out`. */
      hearing: z.strictObject({ in: length, out: length }),
    }),
  ).check(z.minLength(1)),
  /** The ways to other rooms. */
  portals: z._default(z.array(portal), []),
});

export { layoutSchema };
export type Layout = z.output<typeof layoutSchema>;

/** A room whose portals are coloured as the rooms that they lead to, but for those that say a colour. */
export const withDoors = (layout: Layout, colourOf: (room: RoomId) => string | undefined): Layout =>
  ({ ...layout, portals: layout.portals.map((portal) => ({ ...portal, colour: portal.colour ?? colourOf(portal.to) })) });
export type LayoutObject = Layout['objects'][number];
export type LayoutSeat = Layout['seatGroups'][number]['seats'][number];
export type SeatGroup = Layout['seatGroups'][number];
export type Portal = Layout['portals'][number];
export type Zone = Layout['zones'][number];
export type { ObjectId, RoomId, SeatId };
