import { describe, expect, it } from 'vitest';
import { neck } from '#client/view-3d/crowd/crowd.poses.ts';
import { movings } from '#shared/people/look.options.ts';
import { chanceFrom } from '#client/view-3d/geometry/chance.ts';
import { aidOf, angleNames, angles, poseOf, type PoseFields } from './angles.ts';

const acts = ['wave', 'hand', 'clap', 'nod', 'laugh', 'thanks', 'heart', 'talk'] as const;
const sides = [1, -1] as const;
const chance = chanceFrom(11);

/** A pose between two others, as they are blended: one act in, another out. */
const anyPose = (): PoseFields => {
  const [first, second] = [acts[Math.floor(chance() * acts.length)] ?? 'wave', acts[Math.floor(chance() * acts.length)] ?? 'talk'];
  const t = chance();
  return poseOf({
    stride: chance() * 40, walk: chance() < 0.5 ? 0 : chance(), sit: chance() < 0.5 ? 0 : chance(), seed: chance(), time: chance() * 300, beat: chance() * 300,
    alive: chance() < 0.2 ? 0 : 1, hem: chance() < 0.5 ? 0 : 0.4 * chance(), [first]: t, ...(second === first ? {} : { [second]: 1 - t }),
    headTurn: (chance() * 2 - 1) * neck.aside, look: (chance() * 2 - 1) * neck.upright, eyes: chance() * 2 - 1, watching: chance(), aid: Math.floor(chance() * movings.length),
  });
};
const everything = (pose: PoseFields): readonly (readonly [string, number])[] => [
  ...angleNames.oneLimb.map((name) => [name, angles[name](pose)] as const),
  ...angleNames.twoLimbs.flatMap((name) => sides.map((side) => [`${name} ${side}`, angles[name](pose, side)] as const)),
];

describe('how limbs turn', () => {
  it('stays within what joints can do, in every blend of poses, with every aid', () => {
    for (let i = 0; i < 4000; i++) {
      const pose = anyPose();
      for (const side of sides) {
        // An elbow does not bend backwards, nor a knee forwards.
        expect(angles.armBend(pose, side)).toBeGreaterThan(-0.1);
        expect(angles.armBend(pose, side)).toBeLessThan(2.6);
        expect(angles.legBend(pose, side)).toBeGreaterThanOrEqual(0);
        expect(angles.legBend(pose, side)).toBeLessThan(2.2);
        expect(Math.abs(angles.legFlex(pose, side))).toBeLessThan(2.1);
        expect(angles.armFlex(pose, side)).toBeGreaterThan(-0.9);
        expect(angles.armFlex(pose, side)).toBeLessThan(3.1);
        expect(angles.armAbduct(pose, side)).toBeGreaterThan(-0.5);
        expect(angles.armAbduct(pose, side)).toBeLessThan(2.6);
      }
      expect(Math.abs(angles.headYaw(pose))).toBeLessThanOrEqual(neck.aside);
      expect(angles.headPitch(pose)).toBeGreaterThanOrEqual(-0.5);
      expect(angles.headPitch(pose)).toBeLessThanOrEqual(0.6);
      expect(Math.abs(angles.eyesAside(pose))).toBeLessThanOrEqual(1);
      for (const [moved, most] of [[angles.lids(pose), 2], [angles.lips(pose), 1]] as const) {
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(most);
      }
    }
  });

  it('is continuous: a little later, or a little more of a pose, and everything is almost where it was', () => {
    for (let i = 0; i < 600; i++) {
      const pose = anyPose();
      const little = 0.001;
      for (const next of [{ ...pose, beat: pose.beat + little, stride: pose.stride + little }, ...[...acts, 'sit', 'walk', 'watching'].map((act) => poseOf({ ...pose, [act]: pose[act as 'wave'] + little }))]) {
        const before = everything(pose);
        for (const [at, [name, after]] of everything(next).entries()) expect(Math.abs(after - (before[at]?.[1] ?? 0)), name).toBeLessThan(0.06);
      }
    }
  });

  it('is decided by what it is given', () => {
    const pose = anyPose();
    expect(everything({ ...pose })).toEqual(everything(pose));
  });

  it('holds everything still where motion is unwelcome, but an act is still told from standing', () => {
    for (const act of acts) {
      // The crowd's own clock stops at the seed.
      const at = (beat: number, weight: number): readonly (readonly [string, number])[] => everything(poseOf({ alive: 0, seed: 0.3, time: 5.1, beat, [act]: weight }));
      expect(at(1, 1)).toEqual(at(7.7, 1));
      const stands = at(1, 0);
      expect(Math.max(...at(1, 1).map(([, value], i) => Math.abs(value - (stands[i]?.[1] ?? 0)))), act).toBeGreaterThan(0.1);
    }
  });
});

describe('walking', () => {
  const strides = Array.from({ length: 24 }, (_, i) => (i / 24) * Math.PI * 2);
  const walking = (stride: number, moving: (typeof movings)[number]['id'], more: Partial<PoseFields> = {}): PoseFields => poseOf({ stride, walk: 1, aid: aidOf(moving), ...more });

  it('swings arms against legs', () => {
    for (const stride of strides) for (const side of sides) expect(angles.legFlex(walking(stride, 'none'), side) * angles.armFlex(walking(stride, 'none'), side)).toBeLessThanOrEqual(1e-9);
  });

  it('swings crutches in pairs, and both legs after them', () => {
    for (const stride of strides) {
      const pose = walking(stride, 'crutches');
      expect(angles.armFlex(pose, 1)).toBeCloseTo(angles.armFlex(pose, -1), 9);
      expect(angles.armFlex(pose, 1)).toBeCloseTo(angles.stickSwing(pose), 9);
      if (Math.abs(Math.sin(stride)) > 0.3) for (const side of sides) expect(angles.legFlex(pose, side) * angles.stickSwing(pose)).toBeLessThan(0);
      expect(Math.abs(angles.legFlex(pose, 1) - angles.legFlex(pose, -1))).toBeLessThan(0.2);
    }
  });

  it('leans a crutch against the body when its hand lets go, both for what takes both hands, and neither beside a seat', () => {
    const leans = (more: Partial<PoseFields>, moving: (typeof movings)[number]['id'] = 'crutches'): readonly number[] => sides.map((side) => angles.stickLean(poseOf({ aid: aidOf(moving), ...more }), side));
    expect(leans({})).toEqual([0, 0]);
    expect(leans({ talk: 1, nod: 1, laugh: 1 })).toEqual([0, 0]);
    for (const both of ['clap', 'thanks'] as const) expect(leans({ [both]: 1 })).toEqual([1, 1]);
    for (const right of ['wave', 'hand', 'heart'] as const) expect(leans({ [right]: 1 })).toEqual([0, 1]);
    expect(leans({ clap: 1, sit: 1 })).toEqual([0, 0]);
    expect(leans({ clap: 0.5 })).toEqual([0.5, 0.5]);
    expect(leans({ clap: 1 }, 'cane')).toEqual([0, 0]);
    // Whoever walks on swings what they hold.
    expect(leans({ walk: 1, stride: 1 })).toEqual([0, 0]);
  });

  it('puts a cane, in the right hand, forward with the left foot', () => {
    for (const stride of strides) {
      const pose = walking(stride, 'cane');
      expect(angles.armFlex(pose, -1)).toBeCloseTo(angles.stickSwing(pose), 9);
      if (angles.stickSwing(pose) > 0.05) expect(angles.legFlex(pose, 1)).toBeGreaterThan(0);
      if (angles.legFlex(pose, 1) < -0.05) expect(angles.stickSwing(pose)).toBeLessThan(0);
    }
  });

  it('sweeps a white cane to the side of the foot that comes next, and only while walking', () => {
    const swept = strides.map((stride) => angles.sweep(walking(stride, 'whiteCane')));
    expect(Math.max(...swept)).toBeGreaterThan(0.25);
    expect(Math.min(...swept)).toBeLessThan(-0.25);
    // Left is positive: with the left foot in front the tip is on the right.
    for (const stride of strides) expect(angles.sweep(walking(stride, 'whiteCane')) * angles.legFlex(walking(stride, 'whiteCane'), 1)).toBeLessThanOrEqual(1e-9);
    expect(angles.sweep(poseOf({ stride: 1, aid: aidOf('whiteCane') }))).toBeCloseTo(0, 9);
    expect(angles.sweep(walking(1, 'none'))).toBe(0);
  });

  it('in a wheelchair legs rest and both hands push', () => {
    for (const stride of strides) {
      const [rolls, stands] = [walking(stride, 'wheelchair'), walking(stride, 'wheelchair', { walk: 0 })];
      for (const side of sides) expect(angles.legFlex(rolls, side)).toBe(angles.legFlex(stands, side));
      expect(angles.armFlex(rolls, 1)).toBeCloseTo(angles.armFlex(rolls, -1), 9);
    }
    const flex = strides.map((stride) => angles.armFlex(walking(stride, 'wheelchair'), 1));
    expect(Math.max(...flex) - Math.min(...flex)).toBeGreaterThan(0.6);
  });

  it('takes shorter steps in a long skirt', () => {
    expect(angles.legFlex(walking(1, 'none', { hem: 0.08 }), 1)).toBeLessThan(angles.legFlex(walking(1, 'none', { hem: 0.25 }), 1) * 0.6);
  });
});

describe('acts', () => {
  it.each(['cane', 'whiteCane'] as const)('leave the hand on the %s: the other one waves', (moving) => {
    const [rests, waves] = [poseOf({ aid: aidOf(moving) }), poseOf({ aid: aidOf(moving), wave: 1 })];
    for (const act of ['wave', 'hand', 'clap', 'thanks', 'heart', 'talk'] as const) {
      const acting = poseOf({ aid: aidOf(moving), [act]: 1 });
      expect(angles.armFlex(acting, -1), act).toBeCloseTo(angles.armFlex(rests, -1), 9);
      expect(angles.armBend(acting, -1), act).toBeCloseTo(angles.armBend(rests, -1), 9);
    }
    expect(angles.armAbduct(waves, 1)).toBeGreaterThan(2);
    // Seated the stick is put away.
    expect(angles.armAbduct(poseOf({ aid: aidOf(moving), wave: 1, sit: 1 }), -1)).toBeGreaterThan(2);
  });

  it('open the mouth of whoever talks or laughs, and of nobody else', () => {
    const opened = (pose: Partial<PoseFields>): number => Math.max(...Array.from({ length: 200 }, (_, i) => angles.lips(poseOf({ ...pose, beat: i / 20 }))));
    expect(opened({ talk: 1 })).toBeGreaterThan(0.6);
    expect(opened({ laugh: 1 })).toBeGreaterThan(0.9);
    for (const act of ['wave', 'nod', 'clap', 'thanks', 'heart', 'hand'] as const) expect(opened({ [act]: 1 })).toBe(0);
  });

  it('blinks a tenth of a second every four to seven seconds, each at their own time', () => {
    for (const seed of [0, 0.37, 0.8, 0.99]) {
      const frames = Array.from({ length: 60 * 60 }, (_, i) => angles.lids(poseOf({ seed, time: i / 60 + seed * 17 })) > 0.5);
      const blinks = frames.filter((shut, i) => shut && !frames[i - 1]).length;
      expect(blinks).toBeGreaterThanOrEqual(8);
      expect(blinks).toBeLessThanOrEqual(15);
      expect(frames.filter(Boolean).length / 60 / blinks).toBeLessThan(0.2);
    }
  });

  it('looks about now and then, but not away from somebody, nor while walking', () => {
    const glances = (given: Partial<PoseFields>): number => Math.max(...Array.from({ length: 600 }, (_, i) => Math.abs(angles.aside(poseOf({ seed: 0.4, time: i / 10, ...given })))));
    expect(glances({})).toBeGreaterThan(0.5);
    expect(glances({ watching: 1 })).toBe(0);
    expect(glances({ walk: 1 })).toBe(0);
    expect(glances({ alive: 0 })).toBe(0);
  });
});
