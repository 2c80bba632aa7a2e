import type { Look } from '#shared/people/look.options.ts';
import { coloursOf } from './colours.ts';
import { Face, type Mouth } from './face.tsx';
import { Shoulders } from './garment.tsx';
import { HairBehind, HairFront } from './hair.tsx';
import { HeadwearBehind, HeadwearFront } from './headwear.tsx';
import { Ears, Glasses, HearingAids } from './worn.tsx';

/** A head in a 64 by 64 space, with shoulders unless a body is drawn below it. */
export function Head({ look, mouth = 'smile', shoulders = true }: { readonly look: Look; readonly mouth?: Mouth; readonly shoulders?: boolean }) {
  const colours = coloursOf(look);
  const drawing = { look, colours };
  return (
    <g>
      <HairBehind {...drawing} />
      <HeadwearBehind {...drawing} />
      {shoulders && <Shoulders {...drawing} />}
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
