import { schema, t, type SchemaType } from '@colyseus/schema';
import { Circle } from '../circles/circle.state.ts';
import { Hand } from '../hand/hand.state.ts';
import { BoardSign } from '../boards/sign.state.ts';
import { Elsewhere } from '../portals/portals.state.ts';
import { PlanSign } from '../rituals/plan.state.ts';
import { Person } from '../people/person.state.ts';

/** The slow facts of a room, synced to everyone in it. Poses travel apart, as walks. */
export const RoomState = schema({
  people: t.map(Person),
  hands: t.map(Hand),
  /** Which person holds which seat: seat id → person id. */
  seats: t.map('string'),
  circles: t.map(Circle),
  /** The other rooms of the campus: room id → how full it is. */
  elsewhere: t.map(Elsewhere),
  /** The boards of the room: object id → how it stands with it. */
  boards: t.map(BoardSign),
  /** The light that everyone here is in; empty: each one's own page decides. */
  mood: t.string().default(''),
  /** The ritual that is held here, folded (`shared/rituals/fold.ts`); empty for none. */
  ritual: t.map('string'),
  /** VO28. Whose voices a ritual lets carry (`shared/voice/floor.ts`); empty: everyone's, as everywhere. */
  floor: t.string().default(''),
  /** The rituals that have a time, in whichever room of the campus. */
  plans: t.map(PlanSign),
  /** What carries voice here; empty where nothing does. */
  voice: t.string().default(''),
  /** Grows with each hand, so that the queue has an order. */
  nextHand: t.uint32().default(1),
}, 'RoomState');
export interface RoomState extends SchemaType<typeof RoomState> {}
