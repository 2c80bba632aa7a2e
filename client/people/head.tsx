import type { Look } from '#shared/people/look.options.ts';
import { coloursOf, shade } from './colours.ts';
import { Ears, Face, Glasses, HearingAids, type Mouth } from './face.tsx';
import { HairBehind, HairFront } from './hair.tsx';
import { HeadwearBehind, HeadwearFront } from './headwear.tsx';

/** A head in a 64 by 64 space, with shoulders unless a body is drawn below it. */
export function Head({ look, mouth = 'smile', shoulders = true }: { readonly look: Look; readonly mouth?: Mouth; readonly shoulders?: boolean }) {
  const colours = coloursOf(look);
  const drawing = { look, colours };
  return (
    <g>
      <HairBehind {...drawing} />
      <HeadwearBehind {...drawing} />
      {shoulders && <Shoulders top={colours.top} />}
      <rect x="27" y="36" width="10" height="13" rx="5" fill={colours.skinShade} />
      <Ears {...drawing} />
      <rect x="19" y="12" width="26" height="31" rx="13" fill={colours.skin} />
      <Face {...drawing} mouth={mouth} />
      <HairFront {...drawing} />
      <HeadwearFront {...drawing} />
      <Glasses {...drawing} />
      <HearingAids {...drawing} />
    </g>
  );
}

function Shoulders({ top }: { readonly top: string }) {
  return (
    <g>
      <path d="M6 66C6 52 16 47.5 25 46h14c9 1.5 19 6 19 20Z" fill={top} />
      <path d="M24 46.2c2.5 5.3 13.5 5.3 16 0l2.3.5c-3 7.7-17.6 7.7-20.6 0Z" fill={shade(top, 0.78)} />
    </g>
  );
}
