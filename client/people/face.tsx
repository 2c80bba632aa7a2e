import type { Look, LookValue } from '#shared/people/look.options.ts';
import { coversHair, shade, type LookColours } from './colours.ts';

interface Drawing {
  readonly look: Look;
  readonly colours: LookColours;
}
export type Mouth = 'smile' | 'open';

/** White eyes: dark dots were lost on the darkest skins. */
function Eyes({ line }: { readonly line: string }) {
  return (
    <>
      <g fill="#fffbf5"><ellipse cx="26.3" cy="28.6" rx="2.9" ry="3.1" /><ellipse cx="37.7" cy="28.6" rx="2.9" ry="3.1" /></g>
      <g fill={line}><circle cx="26.7" cy="28.8" r="1.9" /><circle cx="37.3" cy="28.8" r="1.9" /></g>
      <g fill="#ffffff"><circle cx="27.4" cy="28" r=".6" /><circle cx="38" cy="28" r=".6" /></g>
    </>
  );
}

const beards: Readonly<Record<Exclude<LookValue<'beard'>, 'none'>, string>> = {
  stubble: 'M19.5 31c0 8 5 12.3 12.5 12.3S44.5 39 44.5 31c-1 4-5 5.2-8 4.7h-9c-3 .5-7-.7-8-4.7Z',
  moustache: 'M25.7 35.4c1.9-2.7 4.6-2.8 6.3-1 1.7-1.8 4.4-1.7 6.3 1-2.1 1.4-4.7 1.1-6.300.2-1.600.9-4.2 1.2-6.3-.2Z',
  short: 'M18.9 28.5c-.1 9.5 4.9 15.3 13.1 15.3s13.2-5.8 13.1-15.3c-1 5-3.6 6-6.1 5.5-2.5-1.5-11.5-1.5-14 0-2.500.5-5.1-.5-6.1-5.5Z',
  full: 'M18.7 27.5c-.9 13 3.8 23 13.3 23s14.2-10 13.3-23c-1 5.5-3.6 6.5-6.3 6-2.5-1.5-11.5-1.5-14 0-2.700.5-5.3-.5-6.3-6Z',
};

/** Under the eyes and round the mouth. */
function Beard({ look, colours }: Drawing) {
  if (look.beard === 'none') return null;
  // Hair as dark as the skin it grows on is told by its edge.
  const thin = look.beard === 'stubble';
  return <path d={beards[look.beard]} fill={thin ? shade(colours.hair, 0.8) : colours.hair} opacity={thin ? 0.36 : undefined} stroke={thin ? undefined : colours.hairShade} strokeWidth=".7" />;
}

/** Cheeks, beard, eyes, brows and mouth. */
export function Face({ look, colours, mouth }: Drawing & { readonly mouth: Mouth }) {
  const brow = look.hair === 'none' || coversHair(look) ? colours.line : colours.hairShade;
  return (
    <>
      <g fill="#e0604f" opacity=".22"><ellipse cx="24" cy="33.5" rx="2.6" ry="1.7" /><ellipse cx="40" cy="33.5" rx="2.6" ry="1.7" /></g>
      <Beard look={look} colours={colours} />
      <Eyes line={colours.line} />
      <path d="M23.8 24.3q2.6-1.5 5-.3M35.2 24q2.4-1.2 5 .3" stroke={brow} strokeWidth="1.3" fill="none" strokeLinecap="round" opacity=".85" />
      {mouth === 'open' ? (
        <ellipse cx="32" cy="37" rx="3" ry="2.5" fill="#5a1a22" />
      ) : (
        <path d="M27.8 35.8q4.2 4 8.4 0" stroke={look.beard === 'short' || look.beard === 'full' ? '#f2c9bc' : colours.line} strokeWidth="1.5" fill="none" strokeLinecap="round" />
      )}
    </>
  );
}
