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
  wheels: { left: 'M50 96q-18 16-15 44', right: 'M90 96q18 16 15 44', leftHand: [35, 144], rightHand: [105, 144] },
} as const;

/** Where the right hand rests: a cane goes there. */
export const restingHand = arms.rest.leftHand;
/** Which way the arms are held. */
export type Pose = keyof typeof arms;

/** Both arms: skin beneath, and over it as much sleeve as is worn. */
export function Arms({ look, colours, pose }: Drawing & { readonly pose: Pose }) {
  const held = arms[pose];
  const sleeve = { stroke: shade(colours.top, 0.84), strokeWidth: 13, fill: 'none', strokeLinecap: 'round', pathLength: 100 } as const;
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

/** The jumper, with its collar and hem. */
export function Torso({ colours }: { readonly colours: LookColours }) {
  const dark = shade(colours.top, 0.84);
  return (
    <g>
      <path d="M44 152C42 110 44 82 62 78h16c18 4 20 32 18 74q-26 9-52 0Z" fill={colours.top} />
      <path d="M58 80q12 8 24 0l2 4q-14 9-28 0Z M44.5 146q25.5 9 51 0v6q-25.5 9-51 0Z" fill={dark} />
    </g>
  );
}

const skirts = { skirt: 'M45.5 146h49l8 22q-32.5 8-65 0Z', longSkirt: 'M45.5 146h49l9.5 37q-34 7-68 0Z' } as const;

/** Legs and shoes, in trousers or under a skirt. */
export function Legs({ look, colours }: Drawing) {
  return (
    <g>
      <g fill={look.lower === 'trousers' ? colours.lower : shade(colours.lower, 0.62)}><rect x="53" y="140" width="15" height="46" rx="7.5" /><rect x="72" y="140" width="15" height="46" rx="7.5" /></g>
      <g fill={shoe}><rect x="49" y="180" width="20" height="10" rx="5" /><rect x="71" y="180" width="20" height="10" rx="5" /></g>
      {look.lower !== 'trousers' && <path d={skirts[look.lower]} fill={colours.lower} />}
    </g>
  );
}

const laps = { trousers: 'M44.5 150q25.5-7 51 0l.5 7q-26 7-52 0Z', skirt: 'M43 148q27-6 54 0l1 16q-28 7-56 0Z', longSkirt: 'M43 148q27-6 54 0l-2 29q-25 5-50 0Z' } as const;

/** Legs of someone seated, seen from the front: the lap comes towards us. */
export function SeatedLegs({ look, colours }: Drawing) {
  const lap = laps[look.lower];
  const leg = look.lower === 'trousers' ? colours.lower : shade(colours.lower, 0.62);
  return (
    <g>
      <g fill={leg}><rect x="50" y="146" width="17" height="36" rx="8" /><rect x="73" y="146" width="17" height="36" rx="8" /></g>
      <g fill={shoe}><rect x="47.5" y="176" width="20" height="10" rx="5" /><rect x="72.5" y="176" width="20" height="10" rx="5" /></g>
      <path d={lap} fill={colours.lower} />
    </g>
  );
}
