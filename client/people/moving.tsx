const frame = '#3b3044';
const spoke = '#8a7d92';

/** The chair's back and wheels, behind the person. */
export function Wheelchair() {
  return (
    <g>
      <path d="M45 92q-5 0-5 5v58h60V97q0-5-5-5Z" fill={frame} />
      <g stroke={frame} strokeWidth="4" fill="none" strokeLinecap="round"><path d="M42 94h-7M98 94h7" /></g>
      <Wheel x={33} />
      <Wheel x={107} />
    </g>
  );
}

function Wheel({ x }: { readonly x: number }) {
  return (
    <g fill="none">
      <path d={`M${x} 138v50M${x - 13} 152l26 22M${x + 13} 152l-26 22`} stroke={spoke} strokeWidth="1.5" />
      <ellipse cx={x} cy="163" rx="17" ry="27" stroke={frame} strokeWidth="4.5" />
      <ellipse cx={x} cy="163" rx="12.5" ry="21" stroke={spoke} strokeWidth="1.8" />
    </g>
  );
}

/** What the feet rest on, before the person. */
export function Footrest() {
  return <path d="M45 187h50" stroke={frame} strokeWidth="4" strokeLinecap="round" />;
}

/** A crook cane held at a hand. */
export function Cane({ x, y }: { readonly x: number; readonly y: number }) {
  return <path d={`M${x - 1} 191V${y - 6}q0-8-7-8-5 0-6 5`} stroke="#8a5a33" strokeWidth="4" fill="none" strokeLinecap="round" />;
}
