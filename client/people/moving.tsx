const frame = '#3b3044';
const spoke = '#8a7d92';

interface AidProps {
  /** Rims, shafts and frames are in the colour their owner chose. */
  readonly aid: string;
}
interface HeldProps extends AidProps {
  /** Where the hand holds it. */
  readonly x: number;
  readonly y: number;
}

/** The chair's back and wheels, behind the person. */
export function Wheelchair({ aid }: AidProps) {
  return (
    <g>
      <path d="M45 92q-5 0-5 5v58h60V97q0-5-5-5Z" fill={frame} />
      <g stroke={frame} strokeWidth="4" fill="none" strokeLinecap="round"><path d="M42 94h-7M98 94h7" /></g>
      <Wheel x={33} aid={aid} />
      <Wheel x={107} aid={aid} />
    </g>
  );
}

function Wheel({ x, aid }: AidProps & { readonly x: number }) {
  return (
    <g fill="none">
      <path d={`M${x} 138v50M${x - 13} 152l26 22M${x + 13} 152l-26 22`} stroke={spoke} strokeWidth="1.5" />
      <ellipse cx={x} cy="163" rx="17" ry="27" stroke={frame} strokeWidth="4.5" />
      <ellipse cx={x} cy="163" rx="12.5" ry="21" stroke={aid} strokeWidth="2.6" />
    </g>
  );
}

/** What the feet rest on, before the person. */
export function Footrest() {
  return <path d="M45 187h50" stroke={frame} strokeWidth="4" strokeLinecap="round" />;
}

/** A crook cane held at a hand. */
export function Cane({ x, y, aid }: HeldProps) {
  return <path d={`M${x - 1} 191V${y - 6}q0-8-7-8-5 0-6 5`} stroke={aid} strokeWidth="4" fill="none" strokeLinecap="round" />;
}

/** A crutch with its grip at a hand and its cuff round the forearm; `out` is the side it leans to, 1 or -1. */
export function Crutch({ x, y, aid, out }: HeldProps & { readonly out: 1 | -1 }) {
  return (
    <g fill="none" strokeLinecap="round">
      <path d={`M${x + 6 * out} 190 ${x + 1.5 * out} ${y - 29}`} stroke={aid} strokeWidth="3.6" />
      <path d={`M${x - 5 * out} ${y - 26}q6.5 4.5 11 -1`} stroke={frame} strokeWidth="4" />
      <path d={`M${x - 4.5 * out} ${y}h${9.5 * out}`} stroke={frame} strokeWidth="4" />
      <path d={`M${x + 6 * out} 188v2.5`} stroke={frame} strokeWidth="5.5" />
    </g>
  );
}

/** A long white cane with a red end, held before the body; a dark edge keeps it seen on a light ground. */
export function WhiteCane({ x, y }: Pick<HeldProps, 'x' | 'y'>) {
  return (
    <g fill="none" strokeLinecap="round">
      <path d={`M${x + 3} ${y - 20} ${x - 24} 193`} stroke={frame} strokeWidth="5.2" />
      <path d={`M${x + 3} ${y - 20} ${x - 24} 193`} stroke="#fffdf8" strokeWidth="3.2" />
      <path d={`M${x - 18} 178 ${x - 23.4} 191.5`} stroke="#c8373a" strokeWidth="3.2" />
      <path d={`M${x + 3} ${y - 20} ${x - 3} ${y - 3}`} stroke={frame} strokeWidth="5" />
    </g>
  );
}
