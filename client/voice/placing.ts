/** How a voice is put into the mix: what the room's rules say of it, and what its listener has chosen. */
import type { Settings } from '#client/settings/settings.ts';
import { directionOf, panOf, type Direction } from '#shared/voice/direction.ts';
import { loudness, metresBetween, type Carrier, type Stand } from '#shared/voice/hearing.ts';
import type { Pose } from '#shared/movement/move.ts';

/** How loud voices are, of what is usual. */
export const volumes = { off: 0, soft: 0.5, normal: 1, loud: 1.6 } as const;
/** How many voices come from all around at once; of those further away one hears left and right. */
const AROUND = 8;
/** Whoever is among them already counts so much nearer: two alike do not change places all the time. */
const INCUMBENT = 0.87;

export interface Placed {
  /** From 0. */
  readonly gain: number;
  /** −1 is left, 1 right. */
  readonly pan: number;
  /** Where it comes from as two ears hear it; `undefined`: from its side alone. */
  readonly around: Direction | undefined;
}

type Wishes = Pick<Settings, 'voicesFrom' | 'voicesBy' | 'voiceOf'>;

/** VO9 VO25. Where and how loud someone's voice is; silent where nothing carries it. */
export const placeVoice = ({ voicesFrom, voicesBy, voiceOf }: Wishes, pose: Pose, here: Stand, there: Stand, carrier: Carrier | undefined, isAround: boolean): Placed => {
  const byRoom = carrier === undefined ? 0 : voicesBy === 'equal' ? 1 : loudness(here, there, carrier);
  return {
    gain: byRoom * volumes[voiceOf[there.id] ?? 'normal'],
    pan: voicesFrom === 'middle' ? 0 : panOf(pose, there),
    around: voicesFrom === 'around' && isAround ? directionOf(pose, there) : undefined,
  };
};

/** VO25. The voices that come from all around: the nearest. */
export const nearestAround = <Id>(voices: Iterable<readonly [Id, Stand]>, here: Stand, before: ReadonlySet<Id>): ReadonlySet<Id> => {
  const away = [...voices].map(([id, there]) => [id, metresBetween(here, there) * (before.has(id) ? INCUMBENT : 1)] as const);
  return new Set(away.toSorted(([, a], [, b]) => a - b).slice(0, AROUND).map(([id]) => id));
};
