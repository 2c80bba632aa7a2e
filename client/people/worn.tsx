import type { ReactNode } from 'react';
import type { Look, LookValue } from '#shared/people/look.options.ts';
import { shade, type LookColours } from './colours.ts';

interface Drawing {
  readonly look: Look;
  readonly colours: LookColours;
}
const light = '#fffbf5';

/** Ears, unless the headwear goes over them. */
export function Ears({ look, colours }: Drawing) {
  if (look.headwear === 'hijab' || look.headwear === 'turban' || look.headwear === 'headscarf') return null;
  return <g fill={colours.skinShade}><circle cx="18.6" cy="29" r="3.3" /><circle cx="45.4" cy="29" r="3.3" /></g>;
}

const bridge = 'M31 28.2q1-.8 2 0M21.4 28l-2.6-.8M42.6 28l2.6-.8';
const rims = {
  round: `${bridge}M31.1 28.7a4.8 4.8 0 1 1-9.6 0a4.8 4.8 0 1 1 9.6 0M42.5 28.7a4.8 4.8 0 1 1-9.6 0a4.8 4.8 0 1 1 9.6 0`,
  square: `${bridge}M23.4 24.7h5.6q2 0 2 2v3.8q0 2-2 2h-5.6q-2 0-2-2v-3.8q0-2 2-2ZM35 24.7h5.6q2 0 2 2v3.8q0 2-2 2H35q-2 0-2-2v-3.8q0-2 2-2Z`,
  dark: `${bridge}M20.9 26.4q.2-1.5 1.8-1.6h7.3q1.3 0 1.3 1.3c0 4-1.7 6.7-4.9 6.7s-5.3-2.4-5.5-6.4ZM43.1 26.4q-.2-1.5-1.8-1.6H34q-1.3 0-1.3 1.3c0 4 1.7 6.7 4.9 6.7s5.3-2.4 5.5-6.4Z`,
} as const;

/** Dark rims over a faint light one, which keeps them seen on dark skin. */
export function Glasses({ look, colours }: Drawing) {
  if (look.glasses === 'none') return null;
  const dark = look.glasses === 'dark';
  const path = rims[look.glasses];
  return (
    <g fill="none" strokeLinejoin="round">
      <path d={path} stroke={light} strokeWidth={dark ? 2.1 : 2.3} strokeOpacity={dark ? 0.55 : 0.4} fill={dark ? undefined : '#ffffff'} fillOpacity=".18" />
      <path d={path} stroke={dark ? '#1c1420' : colours.line} strokeWidth={look.glasses === 'square' ? 1.5 : 1.3} fill={dark ? '#241a26' : undefined} />
      {dark && <path d="M23 26.6l3.2 0-2.2 3.4M35 26.6l3.2 0-2.2 3.4" fill="#ffffff" fillOpacity=".28" />}
    </g>
  );
}

const loop = 'M46 24.5c3.4-.6 4.4 2 3.8 5-.4 2-1.6 3.2-2.6 3.2';

/** Behind the left ear, and over the hair, so that it is seen; a thin light edge keeps it apart from hair of its colour. */
const devices: Readonly<Record<Exclude<LookValue<'hearing'>, 'none'>, (aid: string) => ReactNode>> = {
  aids: (aid) => (
    <>
      <path d={loop} stroke={light} strokeWidth="3.2" fill="none" strokeLinecap="round" />
      <path d={loop} stroke={aid} strokeWidth="2.2" fill="none" strokeLinecap="round" />
      <path d="M47 32.5c-1 .6-1.8.2-2.2-.8" stroke={light} strokeWidth=".9" fill="none" />
    </>
  ),
  implants: (aid) => (
    <>
      <path d="M46.4 26c2.6-.2 3.4 2 2.8 4.4-.3 1.5-1.3 2.3-2.2 2.3M48.9 27.5c1.9-2.3 1.9-5.500.3-8.2" stroke={light} strokeWidth="2.9" fill="none" strokeLinecap="round" />
      <path d="M46.4 26c2.6-.2 3.4 2 2.8 4.4-.3 1.5-1.3 2.3-2.2 2.3M48.9 27.5c1.9-2.3 1.9-5.500.3-8.2" stroke={aid} strokeWidth="1.8" fill="none" strokeLinecap="round" />
      <circle cx="46.6" cy="19.2" r="3.5" fill={aid} stroke={light} strokeWidth=".9" />
      <circle cx="46.6" cy="19.2" r="1.4" fill={shade(aid, 0.7)} />
    </>
  ),
};

/** A hearing aid or cochlear implant, on the side where its wearer has it: their left is on our right. */
export function HearingAids({ look, colours }: Drawing) {
  if (look.hearing === 'none' || look.headwear === 'hijab') return null;
  const device = devices[look.hearing](colours.aid);
  return (
    <g>
      {look.hearingSide !== 'right' && device}
      {look.hearingSide !== 'left' && <g transform="translate(64 0) scale(-1 1)">{device}</g>}
    </g>
  );
}
