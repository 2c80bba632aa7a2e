import { describe, expect, it } from 'vitest';
import { Attention, comfortable, heldFor, turnTo, watchedBy, type Acting } from '#client/view-3d/crowd/attention.ts';
import { gazeAt, neck } from '#client/view-3d/crowd/crowd.poses.ts';
import type { Body, Deed } from '#client/view-3d/scene.ts';
import { circleId, personId } from '#shared/kernel/ids.ts';
import { bodyOf } from './bodies.ts';

const at = (name: string, x: number, z: number, more: Partial<Body> = {}): Body => bodyOf({ id: personId(name), x, z, ...more });
const does = (body: Body, kind: Deed['kind'] = 'talk', until = Infinity): Acting => ({ body, deed: { by: body.id, kind, until } });
/** Looks along +z. */
const self = at('self', 0, 0, { heading: 0 });

describe('whom one looks at', () => {
  it('is the nearest who acts', () => {
    const [near, far] = [at('near', 1, 2), at('far', -1, 5)];
    expect(watchedBy(self, [does(far), does(near)])?.id).toBe('near');
    expect(watchedBy(self, [])).toBeUndefined();
  });

  it('is within reach, and nobody behind', () => {
    expect(watchedBy(self, [does(at('far', 0, 9.5))])).toBeUndefined();
    expect(watchedBy(self, [does(at('far', 0, 9.5), 'hand')])?.id).toBe('far');
    expect(watchedBy(self, [does(at('walker', 0, 5), 'walk')])).toBeUndefined();
    expect(watchedBy(self, [does(at('behind', 0.2, -2))])).toBeUndefined();
  });

  it('is never oneself, and nobody for one who is away', () => {
    expect(watchedBy(self, [does(self)])).toBeUndefined();
    expect(watchedBy({ ...self, connected: false }, [does(at('near', 1, 2))])).toBeUndefined();
  });

  it('in a circle is who acts in it; from outside only a gesture and a raised hand are seen', () => {
    const circle = circleId('hearth');
    const member = { ...self, circle };
    const [inside, outside] = [at('inside', 0, 4, { circle }), at('outside', 0.5, 1)];
    expect(watchedBy(member, [does(outside, 'hand'), does(inside)])?.id).toBe('inside');
    expect(watchedBy(member, [does(outside)])).toBeUndefined();
    expect(watchedBy(member, [does(outside, 'walk')])).toBeUndefined();
    expect(watchedBy(member, [does(outside, 'gesture')])?.id).toBe('outside');
  });

  it('passes by who merely walks for who speaks', () => {
    expect(watchedBy(self, [does(at('walker', 0, 1), 'walk'), does(at('speaker', 0, 6))])?.id).toBe('speaker');
  });

  it('bears a little more of a turn to keep than to begin', () => {
    const turn = comfortable + 0.1;
    const aside = at('aside', Math.sin(turn) * 3, Math.cos(turn) * 3);
    expect(watchedBy(self, [does(aside)])).toBeUndefined();
    expect(watchedBy(self, [does(aside)], undefined, aside.id)?.id).toBe('aside');
  });
});

describe('attention', () => {
  const talk = (by: Body, until = Infinity): Deed => ({ by: by.id, kind: 'talk', until });

  it('stays a while with one before it goes to a nearer one, and returns', () => {
    const [near, far] = [at('near', 0, 2), at('far', 0, 5)];
    const [eyes, bodies] = [new Attention(), [self, near, far]];
    eyes.follow(bodies, [talk(far)], 0);
    expect(eyes.of(self.id)?.id).toBe('far');
    const both = [talk(far), talk(near)];
    eyes.follow(bodies, both, heldFor / 2);
    expect(eyes.of(self.id)?.id).toBe('far');
    eyes.follow(bodies, both, heldFor + 300);
    expect(eyes.of(self.id)?.id).toBe('near');
    eyes.follow(bodies, [], heldFor + 400);
    expect(eyes.of(self.id)).toBeUndefined();
  });

  it('goes to whoever sets out close by, for a moment, and ends when they stop', () => {
    const [walker, eyes] = [at('walker', 1, 2, { speed: 1.3 }), new Attention()];
    eyes.follow([self, walker], [], 0);
    expect(eyes.of(self.id)?.id).toBe('walker');
    eyes.follow([self, walker], [], 1_900);
    expect(eyes.of(self.id)).toBeUndefined();
    walker.speed = 0;
    eyes.follow([self, walker], [], 2_000);
    walker.speed = 1.3;
    eyes.follow([self, walker], [], 2_100);
    expect(eyes.of(self.id)?.id).toBe('walker');
    walker.speed = 0;
    eyes.follow([self, walker], [], 2_200);
    expect(eyes.of(self.id)).toBeUndefined();
  });
});

describe('the gaze', () => {
  it('never goes beyond what a neck can do, and meets whom it can reach', () => {
    for (let i = 0; i < 720; i++) {
      const angle = (i / 720) * Math.PI * 2;
      const target = { x: Math.sin(angle) * 3, z: Math.cos(angle) * 3, seated: i % 2 === 0, lift: (i % 5) - 2 };
      const { head, bow, eyes } = gazeAt(self, target);
      expect(Math.abs(head)).toBeLessThanOrEqual(neck.aside);
      expect(Math.abs(bow)).toBeLessThanOrEqual(neck.upright);
      expect(Math.abs(eyes)).toBeLessThanOrEqual(1);
      const turn = turnTo(self, target);
      if (Math.abs(turn) < neck.aside) expect(head + eyes * 0.5).toBeCloseTo(turn, 6);
    }
  });

  it('looks down at who sits and up at who stands higher', () => {
    expect(gazeAt(self, { x: 0, z: 1.5, seated: true, lift: 0 }).bow).toBeGreaterThan(0.05);
    expect(gazeAt(self, { x: 0, z: 3, seated: false, lift: 0.55 }).bow).toBeLessThan(-0.05);
  });
});
