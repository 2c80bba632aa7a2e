import type { Look } from '#shared/people/look.options.ts';
import { coversHair, type LookColours } from './colours.ts';

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

/** Cheeks, eyes, brows and mouth. */
export function Face({ look, colours, mouth }: Drawing & { readonly mouth: Mouth }) {
  const brow = look.hair === 'none' || coversHair(look) ? colours.line : colours.hairShade;
  return (
    <>
      <g fill="#e0604f" opacity=".22"><ellipse cx="24" cy="33.5" rx="2.6" ry="1.7" /><ellipse cx="40" cy="33.5" rx="2.6" ry="1.7" /></g>
      <Eyes line={colours.line} />
      <path d="M23.8 24.3q2.6-1.5 5-.3M35.2 24q2.4-1.2 5 .3" stroke={brow} strokeWidth="1.3" fill="none" strokeLinecap="round" opacity=".85" />
      {mouth === 'open' ? (
        <ellipse cx="32" cy="37" rx="3" ry="2.5" fill="#5a1a22" />
      ) : (
        <path d="M27.8 35.8q4.2 4 8.4 0" stroke={colours.line} strokeWidth="1.5" fill="none" strokeLinecap="round" />
      )}
    </>
  );
}

/** Ears, unless the headwear goes over them. */
export function Ears({ look, colours }: Drawing) {
  if (look.headwear === 'hijab') return null;
  return <g fill={colours.skinShade}><circle cx="18.6" cy="29" r="3.3" /><circle cx="45.4" cy="29" r="3.3" /></g>;
}

const rims = 'M31 28.2q1-.8 2 0M21.5 28l-2.6-.8M42.5 28l2.6-.8M31.1 28.7a4.8 4.8 0 1 1-9.6 0a4.8 4.8 0 1 1 9.6 0M42.5 28.7a4.8 4.8 0 1 1-9.6 0a4.8 4.8 0 1 1 9.6 0';

/** Dark rims over a faint light one, which keeps them seen on dark skin. */
export function Glasses({ look, colours }: Drawing) {
  if (look.glasses === 'none') return null;
  return (
    <g fill="none">
      <path d={rims} stroke="#fffbf5" strokeWidth="2.3" strokeOpacity=".4" fill="#ffffff" fillOpacity=".18" />
      <path d={rims} stroke={colours.line} strokeWidth="1.3" />
    </g>
  );
}

/** Behind both ears and over the hair, so that it is seen; a thin light edge keeps it apart from hair of its colour. */
export function HearingAids({ look, colours }: Drawing) {
  if (look.hearing === 'none' || look.headwear === 'hijab') return null;
  const aid = 'M46 24.5c3.4-.6 4.4 2 3.8 5-.4 2-1.6 3.2-2.6 3.2';
  const one = (
    <>
      <path d={aid} stroke="#fffbf5" strokeWidth="3.2" fill="none" strokeLinecap="round" />
      <path d={aid} stroke={colours.accent} strokeWidth="2.2" fill="none" strokeLinecap="round" />
      <path d="M47 32.5c-1 .6-1.8.2-2.2-.8" stroke="#fffbf5" strokeWidth=".9" fill="none" />
    </>
  );
  return <g>{one}<g transform="translate(64 0) scale(-1 1)">{one}</g></g>;
}
