import type { PersonId } from '#shared/kernel/ids.ts';
import type { Body, Deed } from '../scene.ts';

/** How far (m) a deed draws eyes. */
const reaches: Readonly<Record<Deed['kind'], number>> = { talk: 9, gesture: 9, hand: 12, walk: 4 };
/** Nobody turns to what is farther round than this (radians); what they watch already may go a little farther. */
export const comfortable = 1.75;
const comfortableStill = 2.0;
/** Eyes stay with one for at least so long (ms), while that one acts. */
export const heldFor = 1_500;
/** For so long (ms) whoever sets out draws eyes, while they walk. */
const settingOutFor = 1_800;
/** Of many who set out at once, so many of the latest are noticed. */
const noticedWalkers = 12;
/** As often (ms) it is asked again who is nearest. */
const lookedUpEvery = 250;

type Standing = Pick<Body, 'id' | 'x' | 'z' | 'heading' | 'circle' | 'connected'>;
export interface Acting {
  readonly body: Body;
  readonly deed: Deed;
}

/** How far (radians, left is more) one must turn to face a place. */
export const turnTo = (from: Pick<Body, 'x' | 'z' | 'heading'>, to: { readonly x: number; readonly z: number }): number => {
  const angle = Math.atan2(to.x - from.x, to.z - from.z) - from.heading;
  return Math.atan2(Math.sin(angle), Math.cos(angle));
};

/**
 * Whom one looks at: the nearest who acts within reach and within a comfortable turn. In a circle, whoever acts in it comes first;
 * of the rest only a raised hand and a gesture reach inside. `held` is whom one watches and must not yet leave.
 */
export const watchedBy = (self: Standing, acting: readonly Acting[], held?: PersonId, watching?: PersonId): Body | undefined => {
  if (!self.connected) return undefined;
  let [best, least] = [undefined as Body | undefined, Infinity];
  for (const { body, deed } of acting) {
    if (body.id === self.id) continue;
    const [dx, dz] = [body.x - self.x, body.z - self.z];
    const away = Math.sqrt(dx * dx + dz * dz);
    if (away > reaches[deed.kind] || away < 0.2) continue;
    const ours = self.circle !== undefined && body.circle === self.circle;
    if (self.circle !== undefined && !ours && (deed.kind === 'walk' || deed.kind === 'talk')) continue;
    if (Math.abs(turnTo(self, body)) > (body.id === watching ? comfortableStill : comfortable)) continue;
    if (body.id === held) return body;
    const rank = away + (ours ? 0 : 100) + (deed.kind === 'walk' ? 20 : 0);
    if (rank < least) [best, least] = [body, rank];
  }
  return best;
};

interface Watch {
  body: Body;
  since: number;
}

/** Whom everybody looks at, from frame to frame. Where nobody acts and nobody sets out it costs nothing but that look. */
export class Attention {
  private readonly watches = new Map<PersonId, Watch>();
  private readonly walks = new Map<PersonId, Deed>();
  private deeds: readonly Deed[] = [];
  private settingOut = '';
  private asked = -Infinity;

  of(id: PersonId): Body | undefined {
    return this.watches.get(id)?.body;
  }

  follow(bodies: readonly Body[], deeds: readonly Deed[], now: number): void {
    const walking = this.walkers(bodies, now);
    const names = walking.map(({ by }) => by).join();
    if (deeds.length + walking.length === 0) {
      this.watches.clear();
      [this.deeds, this.settingOut] = [deeds, names];
      return;
    }
    if (deeds === this.deeds && names === this.settingOut && now - this.asked < lookedUpEvery) return;
    [this.deeds, this.settingOut, this.asked] = [deeds, names, now];
    const placed = new Map(bodies.map((body) => [body.id, body]));
    const acting = [...walking, ...deeds].flatMap((deed): Acting[] => {
      const body = placed.get(deed.by);
      return body && now < deed.until ? [{ body, deed }] : [];
    });
    for (const body of bodies) this.choose(body, acting, now);
  }

  private choose(self: Body, acting: readonly Acting[], now: number): void {
    const watch = this.watches.get(self.id);
    const held = watch && now - watch.since < heldFor ? watch.body.id : undefined;
    const body = watchedBy(self, acting, held, watch?.body.id);
    if (!body) this.watches.delete(self.id);
    else if (body.id !== watch?.body.id) this.watches.set(self.id, { body, since: now });
    else watch.body = body;
  }

  /** Those who set out a moment ago and are still walking. */
  private walkers(bodies: readonly Body[], now: number): Deed[] {
    const fresh: Deed[] = [];
    for (const body of bodies) {
      const known = this.walks.get(body.id);
      if (body.speed === 0) {
        if (known) this.walks.delete(body.id);
        continue;
      }
      const deed = known ?? { by: body.id, kind: 'walk', until: now + settingOutFor };
      if (!known) this.walks.set(body.id, deed);
      if (now < deed.until) fresh.push(deed);
    }
    return fresh.length > noticedWalkers ? fresh.sort((a, b) => b.until - a.until).slice(0, noticedWalkers) : fresh;
  }
}
