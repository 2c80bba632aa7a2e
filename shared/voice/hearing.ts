import type { CircleId, PersonId } from '../kernel/ids.ts';
import type { Layout, Zone } from '../rooms/layout.ts';
import type { Reach } from './floor.ts';

/** VO7. In a room for more people than this only a stage carries voice. */
const MOST_ON_THE_FLOOR = 300;
/** VO3. How loud a circle and those who are not in it are to each other. */
const FAINT = 0.3;
/** VO9. Within this (m) a voice is as loud as it gets; at the inner radius it has this loudness left. */
const CLOSE = 1;
const AT_THE_EDGE = 0.25;

/** Someone's place, as far as voices are concerned. */
export interface Stand {
  readonly id: PersonId;
  readonly x: number;
  readonly z: number;
  readonly zone: Zone;
  readonly circle: CircleId | undefined;
  /** Empty for none. */
  readonly venue: string;
  /** VO28. How far a ritual lets their voice carry. */
  readonly reach: Reach;
}

/** What carries a voice to someone. */
export type Carrier = 'circle' | 'stage' | 'floor';
/** VO1. How far it carries: to the inner radius, to the outer, or, for whoever has just gone out of it, anywhere. */
export type Extent = 'in' | 'out' | 'any';

type Spot = Pick<Stand, 'x' | 'z' | 'zone'>;

/** Asked of every pair that may hear each other, several times a second: `Math.hypot` would take most of that time. */
export const metresBetween = (a: Pick<Stand, 'x' | 'z'>, b: Pick<Stand, 'x' | 'z'>): number => Math.sqrt((a.x - b.x) ** 2 + (a.z - b.z) ** 2);

/** VO1. The radius between two who stand in these zones. */
const radius = (a: Zone, b: Zone, extent: 'in' | 'out'): number => Math.min(a.hearing[extent], b.hearing[extent]);

/** VO5, VO6. Whether a quiet or a private zone's edge lies between two zones. */
const isParted = (a: Zone, b: Zone): boolean => a.id !== b.id && (a.rule === 'quiet' || b.rule === 'quiet' || a.rule === 'private' || b.rule === 'private');

/** VO1. Whether a voice carries so many metres across the floor between two zones. */
export const carries = (metres: number, a: Zone, b: Zone, extent: 'in' | 'out'): boolean => metres <= a.hearing[extent] && metres <= b.hearing[extent];

/** Whether two are within hearing of each other, by place alone: near, as it is said. */
export const inHearing = (a: Spot, b: Spot, extent: Extent = 'in'): boolean =>
  !isParted(a.zone, b.zone) && (extent === 'any' || carries(metresBetween(a, b), a.zone, b.zone, extent));

/**
 * What carries the speaker's voice to the listener, once their microphone is on; `undefined` where they are not heard.
 * `extent` is `out` for those who are in hearing already.
 */
export const audible = (listener: Stand, speaker: Stand, { cap }: Pick<Layout, 'cap'>, extent: Extent = 'in'): Carrier | undefined => {
  if (listener.id === speaker.id || listener.venue !== '' || speaker.venue !== '') return undefined;
  const { zone: here } = listener;
  const { zone: there } = speaker;
  const isSameZone = here.id === there.id;
  if (!isSameZone && (here.rule === 'private' || there.rule === 'private')) return undefined;
  // VO28. Whoever is behind a private zone's edge is not at the ritual.
  const reach = there.rule === 'private' ? 'usual' : speaker.reach;
  if (reach === 'nobody' || (reach === 'stage' && there.rule !== 'stage')) return undefined;
  const isStageOnly = cap > MOST_ON_THE_FLOOR;
  const isSameCircle = speaker.circle !== undefined && speaker.circle === listener.circle;
  if (isSameCircle && !isStageOnly) return 'circle';
  if (there.rule === 'stage' || reach === 'room') return 'stage';
  if (isStageOnly) return undefined;
  if (here.rule === 'quiet' && isSameZone && (listener.circle !== undefined || speaker.circle !== undefined)) return undefined;
  return inHearing(listener, speaker, extent) ? 'floor' : undefined;
};

/** VO6. The audio that someone in a zone shares: their room's, or a private zone's own. */
export const audioRoomOf = ({ id }: Pick<Layout, 'id'>, zone: Zone): string => (zone.rule === 'private' ? `${id}.${zone.id}` : id);

/** VO9. Loudness (0–1) at a distance, where one comes into hearing at `inner` and leaves it at `outer` metres. */
const falloff = (metres: number, inner: number, outer: number): number => {
  const close = Math.min(CLOSE, inner / 2);
  if (metres <= close) return 1;
  if (metres <= inner) return AT_THE_EDGE ** ((metres - close) / (inner - close));
  return metres >= outer ? 0 : (AT_THE_EDGE * (outer - metres)) / (outer - inner);
};

/** VO3, VO4, VO9. How loud (0–1) a voice is that is carried so. */
export const loudness = (listener: Stand, speaker: Stand, carrier: Carrier): number => {
  if (carrier !== 'floor') return 1;
  const faint = listener.circle === speaker.circle ? 1 : FAINT;
  return faint * falloff(metresBetween(listener, speaker), radius(listener.zone, speaker.zone, 'in'), radius(listener.zone, speaker.zone, 'out'));
};
