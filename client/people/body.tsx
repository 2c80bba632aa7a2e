import type { Look } from '#shared/people/look.options.ts';
import { shade, type LookColours } from './colours.ts';

interface Drawing {
  readonly look: Look;
  readonly colours: LookColours;
}
const shoe = '#33293a';

const arms = {
  rest: { left: 'M50 96q-15 14-12 48', right: 'M90 96q15 14 12 48', leftHand: [38, 148], rightHand: [102, 148] },
  wave: { left: 'M50 96q-15 14-12 48', right: 'M88 96q24 6 26-34', leftHand: [38, 148], rightHand: [114, 58] },
  crutches: { left: 'M50 96q-17 12-17 36', right: 'M90 96q17 12 17 36', leftHand: [33, 137], rightHand: [107, 137] },
  wheels: { left: 'M50 96q-18 16-15 44', right: 'M90 96q18 16 15 44', leftHand: [35, 144], rightHand: [105, 144] },
} as const;

/** Which way the arms are held. */
export type Pose = keyof typeof arms;
/** Where the hands are, in the figure's space: the person's right is on our left. */
export const handsOf = (pose: Pose) => ({ right: arms[pose].leftHand, left: arms[pose].rightHand });

/** Both arms: skin beneath, and over it as much sleeve as is worn. */
export function Arms({ look, colours, pose }: Drawing & { readonly pose: Pose }) {
  const held = arms[pose];
  const sleeve = { stroke: colours.topShade, strokeWidth: 13, fill: 'none', strokeLinecap: 'round', pathLength: 100 } as const;
  // A dash as long as the sleeve: one path draws both lengths.
  const length = look.sleeves === 'long' ? undefined : '42 100';
  return (
    <g>
      {look.sleeves === 'short' && (
        <g stroke={colours.skinShade} strokeWidth="10.5" fill="none" strokeLinecap="round"><path d={held.right} /><path d={held.left} /></g>
      )}
      <path d={held.right} {...sleeve} strokeDasharray={length} />
      <path d={held.left} {...sleeve} strokeDasharray={length} />
      <circle cx={held.rightHand[0]} cy={held.rightHand[1]} r="7.5" fill={colours.skin} />
      <circle cx={held.leftHand[0]} cy={held.leftHand[1]} r="7.5" fill={colours.skin} />
    </g>
  );
}

const skirts = { skirt: 'M45.5 146h49l8.5 25q-33 8-66 0Z', longSkirt: 'M45.5 146h49l9.5 37q-34 7-68 0Z' } as const;

/** Trousers; tights under a dress; under a skirt, its shade. */
const legColour = (look: Look, colours: LookColours): string => (look.lower === 'trousers' || look.garment === 'dress' ? colours.lower : shade(colours.lower, 0.62));

/** Legs and shoes, in trousers or under a skirt. */
export function Legs({ look, colours }: Drawing) {
  return (
    <g>
      <g fill={legColour(look, colours)}><rect x="53" y="140" width="15" height="46" rx="7.5" /><rect x="72" y="140" width="15" height="46" rx="7.5" /></g>
      <g fill={shoe}><rect x="49" y="180" width="20" height="10" rx="5" /><rect x="71" y="180" width="20" height="10" rx="5" /></g>
      {look.lower !== 'trousers' && look.garment !== 'dress' && <path d={skirts[look.lower]} fill={colours.lower} />}
    </g>
  );
}

const laps = { trousers: 'M44.5 150q25.5-7 51 0l.5 7q-26 7-52 0Z', skirt: 'M43 148q27-6 54 0l1 16q-28 7-56 0Z', longSkirt: 'M43 148q27-6 54 0l-2 29q-25 5-50 0Z' } as const;

/** Legs of someone seated, seen from the front: the lap comes towards us. */
export function SeatedLegs({ look, colours }: Drawing) {
  const lap = laps[look.lower];
  return (
    <g>
      <g fill={legColour(look, colours)}><rect x="50" y="146" width="17" height="36" rx="8" /><rect x="73" y="146" width="17" height="36" rx="8" /></g>
      <g fill={shoe}><rect x="47.5" y="176" width="20" height="10" rx="5" /><rect x="72.5" y="176" width="20" height="10" rx="5" /></g>
      {look.garment !== 'dress' && <path d={lap} fill={colours.lower} />}
    </g>
  );
}
