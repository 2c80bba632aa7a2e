import type { ReactNode } from 'react';
import type { Look, LookValue } from '#shared/people/look.options.ts';
import type { LookColours } from './colours.ts';

interface Drawing {
  readonly look: Look;
  readonly colours: LookColours;
}
type ByGarment = Readonly<Record<LookValue<'garment'>, (colours: LookColours) => ReactNode>>;
const linen = '#f5f1ee';

/** What tells the garments apart at the shoulders, in the portrait's space. */
const atShoulders: ByGarment = {
  jumper: ({ topShade }) => <path d="M24 46.2c2.5 5.3 13.5 5.3 16 0l2.3.5c-3 7.7-17.6 7.7-20.6 0Z" fill={topShade} />,
  hoodie: ({ topShade }) => (
    <g>
      <path d="M18.5 47.6c1.5-4.6 6-5.6 8.5-4.6v5c2 2.4 8 2.4 10 0v-5c2.5-1 7 0 8.5 4.6-1 9.4-26 9.4-27 0Z" fill={topShade} />
      <path d="M28.7 54.2v6.3M35.3 54.2v6.3" stroke={linen} strokeWidth="1.1" strokeLinecap="round" />
    </g>
  ),
  shirt: ({ topShade }) => (
    <g>
      <path d="M32 51.5V66" stroke={topShade} strokeWidth="1.3" />
      <path d="M25.3 45l6.7 6.8 6.7-6.8 3.3 2.2-6.3 8.3L32 52l-3.7 3.5-6.3-8.3Z" fill={topShade} />
      <g fill={linen}><circle cx="33.6" cy="57.5" r=".7" /><circle cx="33.6" cy="62" r=".7" /></g>
    </g>
  ),
  blazer: ({ topShade }) => (
    <g>
      <path d="M25.5 45.8 32 60l6.5-14.2Z" fill={linen} />
      <path d="M25 45.2 32 62l-6.5 4-5.5-14 3-1.2-1.6-3Z M39 45.2 32 62l6.5 4 5.5-14-3-1.2 1.6-3Z" fill={topShade} />
    </g>
  ),
  tunic: ({ topShade }) => (
    <g>
      <path d="M24.6 46c2.4 4.4 12.4 4.4 14.8 0l1.500.3c-2.3 6-15.5 6-17.8 0Z" fill={topShade} />
      <path d="M30 49.5h4V62l-2 2-2-2Z" fill={topShade} />
    </g>
  ),
  dress: ({ skinShade, topShade }) => (
    <g>
      <path d="M24.5 45.7C25 54 39 54 39.5 45.7Z" fill={skinShade} />
      <path d="M24.4 45.7C25 54.2 39 54.2 39.6 45.7" stroke={topShade} strokeWidth="1.5" fill="none" strokeLinecap="round" />
    </g>
  ),
};

/** Shoulders in what is worn, below a head that is drawn without a body. */
export function Shoulders({ look, colours }: Drawing) {
  return (
    <g>
      <path d="M6 66C6 52 16 47.5 25 46h14c9 1.5 19 6 19 20Z" fill={colours.top} />
      {atShoulders[look.garment](colours)}
    </g>
  );
}

/** What tells the garments apart on the whole body, in the figure's space. */
const onBody: ByGarment = {
  jumper: ({ topShade }) => <path d="M58 80q12 8 24 0l2 4q-14 9-28 0Z M44.5 146q25.5 9 51 0v6q-25.5 9-51 0Z" fill={topShade} />,
  hoodie: ({ topShade }) => (
    <g>
      <path d="M54 79c3 9 29 9 32 0l5 4c-4 18-38 18-42 0ZM55 122h30l3 20q-18 6-36 0ZM44.5 148q25.5 9 51 0v4q-25.5 9-51 0Z" fill={topShade} />
      <path d="M63.5 94v13M76.5 94v13" stroke={linen} strokeWidth="2" strokeLinecap="round" />
    </g>
  ),
  shirt: ({ topShade }) => (
    <g>
      <path d="M59 78l11 10.5L81 78l5 3-10.5 14L70 89.5 64.5 95 54 81Z" fill={topShade} />
      <path d="M70 90v66" stroke={topShade} strokeWidth="2" />
      <g fill={linen}>{[102, 117, 132, 147].map((y) => <circle key={y} cx="73" cy={y} r="1.3" />)}</g>
    </g>
  ),
  blazer: ({ topShade }) => (
    <g>
      <path d="M60 78 70 116 80 78Z" fill={linen} />
      <path d="M60 77 70 118l-3.5 4L50 84l5-4ZM80 77 70 118l3.5 4L90 84l-5-4Z" fill={topShade} />
      <path d="M70 118v40" stroke={topShade} strokeWidth="2" />
      <path d="M51 134h11M78 134h11" stroke={topShade} strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="74" cy="126" r="1.8" fill={topShade} />
    </g>
  ),
  tunic: ({ topShade }) => <path d="M57 80q13 8 26 0l2 3q-15 9-30 0ZM67 85h6v23l-3 3-3-3Z" fill={topShade} />,
  dress: ({ skinShade, topShade }) => (
    <g>
      <path d="M58 78C60 94 80 94 82 78Z" fill={skinShade} />
      <path d="M58 78.5C60 94.5 80 94.5 82 78.5" stroke={topShade} strokeWidth="2.5" fill="none" strokeLinecap="round" />
      <path d="M44.4 122q25.6 8 51.2 0l.3 7q-25.9 8-51.8 0Z" fill={topShade} />
    </g>
  ),
};

/** The upper part of what is worn, with its collar and hem. */
export function Torso({ look, colours }: Drawing) {
  return (
    <g>
      <path d="M44 152C42 110 44 82 62 78h16c18 4 20 32 18 74q-26 9-52 0Z" fill={colours.top} />
      {onBody[look.garment](colours)}
    </g>
  );
}

/** The part of a tunic or a dress that hangs over the legs, standing and seated: its outline, and its hem. */
const over = {
  tunic: {
    standing: { form: 'M44 150q26 8 52 0l3.5 15q-29.5 8-59 0Z', hem: 'M40.8 164.5q29.2 8 58.4 0' },
    seated: { form: 'M43 147q27-6 54 0l.5 12q-27 6-55 0Z', hem: 'M43 158.5q27 6 54 0' },
  },
  skirt: {
    standing: { form: 'M44 129q26 8 52 0l9 40q-35 8-70 0Z', hem: 'M35.5 168.5q34.5 8 69 0' },
    seated: { form: 'M43 147q27-6 54 0l1 18q-28 7-56 0Z', hem: 'M42.5 164.5q27.5 7 55 0' },
  },
  longSkirt: {
    standing: { form: 'M44 129q26 8 52 0l10 54q-36 7-72 0Z', hem: 'M34.6 182.5q35.4 7 70.8 0' },
    seated: { form: 'M43 147q27-6 54 0l-1 30q-26 5-52 0Z', hem: 'M44.5 176.5q25.5 5 51 0' },
  },
} as const;

/** What of the garment falls over the legs: a tunic's hem, or a dress as long as its wearer chose. */
export function OverLegs({ look, colours, seated }: Drawing & { readonly seated: boolean }) {
  if (look.garment !== 'tunic' && look.garment !== 'dress') return null;
  const { form, hem } = over[look.garment === 'tunic' ? 'tunic' : look.lower === 'longSkirt' ? 'longSkirt' : 'skirt'][seated ? 'seated' : 'standing'];
  return (
    <g>
      <path d={form} fill={colours.top} />
      <path d={hem} stroke={colours.topShade} strokeWidth="2" fill="none" />
    </g>
  );
}
