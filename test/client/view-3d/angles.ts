import { anglesGlsl } from '#client/view-3d/crowd/angles.shader.ts';
import { lookSlots, type LookValue } from '#shared/people/look.options.ts';

const fields = [
  'stride', 'walk', 'step', 'sit', 'wheel', 'chair', 'seed', 'time', 'beat', 'alive', 'hem', 'width',
  'wave', 'hand', 'clap', 'nod', 'laugh', 'thanks', 'heart', 'talk', 'headTurn', 'look', 'eyes', 'watching', 'smile', 'aid',
] as const;
export type PoseFields = Record<(typeof fields)[number], number>;

/** Somebody who stands, with what is given. */
export const poseOf = (given: Partial<PoseFields> = {}): PoseFields => {
  const pose = { ...Object.fromEntries(fields.map((field) => [field, 0])) as PoseFields, width: 1, smile: 0.8, alive: 1, ...given };
  const chair = pose.aid === 1 ? 1 : 0;
  return { ...pose, chair, sit: chair || pose.sit, step: pose.walk * (1 - chair) };
};
export const aidOf = (moving: LookValue<'moving'>): number => lookSlots.moving.findIndex(({ id }) => id === moving);

const builtIn = `
const { sin, cos, abs, floor, max, min } = Math;
const clamp = (x, low, high) => min(high, max(low, x));
const mix = (a, b, t) => a * (1 - t) + b * t;
const fract = (x) => x - floor(x);
const smoothstep = (from, to, x) => { const t = clamp((x - from) / (to - from), 0, 1); return t * t * (3 - 2 * t); };
`;
const oneLimb = ['headYaw', 'headPitch', 'headRoll', 'eyesAside', 'lids', 'lips', 'smiling', 'shake', 'leaning', 'stickSwing', 'sweep', 'pushing', 'aside', 'pace'] as const;
const twoLimbs = ['armFlex', 'armAbduct', 'armBend', 'armSideways', 'armInward', 'legFlex', 'legBend', 'idleArm', 'stickLean'] as const;
type Angles = Record<(typeof oneLimb)[number], (m: PoseFields) => number> & Record<(typeof twoLimbs)[number], (m: PoseFields, side: 1 | -1) => number>;

/** The shader's own formulas, as they are drawn, reckoned here: of GLSL's syntax they use only types beyond JavaScript's. */
const script = anglesGlsl
  .replace(/float (\w+)\(([^)]*)\) \{/g, (_, name: string, given: string) => `function ${name}(${given.replace(/\b(Pose|float) /g, '')}) {`)
  .replace(/\bfloat /g, 'let ');
export const angles = new Function(`${builtIn}${script}; return { ${[...oneLimb, ...twoLimbs].join()} };`)() as Angles;
export const angleNames = { oneLimb, twoLimbs };
