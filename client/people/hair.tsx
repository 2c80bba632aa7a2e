import type { ReactNode } from 'react';
import type { Look, LookValue } from '#shared/people/look.options.ts';
import { coversHair, pressesHair, type LookColours } from './colours.ts';

interface Drawing {
  readonly look: Look;
  readonly colours: LookColours;
}
type ByHair = Readonly<Record<LookValue<'hair'>, ReactNode>>;

/** Where each lock hangs, how long it is, and whether it lies in front of its neighbours. */
const locks = [
  [15.2, 21, false], [18, 27, true], [21, 22, false], [43, 22, false], [46, 27, true], [48.8, 21, false],
] as const;
const hanging = (inFront: boolean) => locks.filter(([, , near]) => near === inFront).map(([x, length]) => <rect key={x} x={x - 2.1} y="21" width="4.2" height={length} rx="2.1" />);
const crown = 'M15 28C15 14 23 9 32 9s17 5 17 19Z';

/** Behind the head, from the crown to where it falls. */
const behind: ByHair = {
  none: null,
  short: null,
  afro: <circle cx="32" cy="22" r="19.5" />,
  puffs: <><circle cx="16.5" cy="14.5" r="8.3" /><circle cx="47.5" cy="14.5" r="8.3" /></>,
  bob: <path d="M15 28C15 14 23 9 32 9s17 5 17 19v9c0 4-4 5-7 4V26H22v15c-3 1-7 0-7-4Z" />,
  bun: <circle cx="32" cy="8" r="6.4" />,
  longStraight: <path d="M15 28C15 14 23 9 32 9s17 5 17 19v21c0 3-3 4-6 3V26H21v26c-3 1-6 0-6-3Z" />,
  locs: <>{hanging(false)}<path d={crown} /></>,
};

/** Under a brim: what a hat would crush sits at the sides or the nape instead. */
const behindUnderHat: ByHair = {
  ...behind,
  afro: <><circle cx="19.5" cy="29" r="9.5" /><circle cx="44.5" cy="29" r="9.5" /></>,
  puffs: <><circle cx="14.5" cy="29" r="6.8" /><circle cx="49.5" cy="29" r="6.8" /></>,
  bun: <circle cx="45" cy="40" r="5.2" />,
};

const shortFront = 'M18 27c-1.5-11 4-18 14-18s15.5 7 14 18c-1-5-3-7.5-6-8.5-5 1.5-12 1-16-1-3 2-5 4.5-6 9.5Z';
const lockFront = 'M17.5 27c-1.2-11.5 4-18.2 14.5-18.2S47.7 15.5 46.5 27c-1.2-2-2-4.2-2.8-6.6-1 1.5-2.2 1.700-3.2.2-.8 1.4-2.2 1.4-3.2-.2-1 1.4-2.4 1.4-3.4-.2-1 1.6-2.6 1.6-3.6.2-1 1.6-2.4 1.6-3.4.2-1 1.5-2.2 1.300-3.2-.2-1 1.5-2 1.300-3-.2-.8 2.4-1.8 4.8-3.2 6.8Z';
const partedFront = 'M18 29c-1-12 4-20 14-20s15 8 14 20c-1-6-3-9-6-11-4-1.5-6-3-8-5-2 3-6 5-9 6-2.5 2-4 5-5 10Z';
const partings = 'M24.5 18.5c1-3.5 2.5-5.5 4.5-7.5M30 19.5c.2-3.5.8-6 2-8.5M35.5 19.5c0-3.5-.3-5.5-1-8M40.5 18.5c-.8-3-2-5-4-7';
const combedFront = 'M18.5 26C18 15 24 10 32 10s14 5 13.5 16c-2-6-6-9-13.5-9s-11.5 3-13.5 9Z';

/** Over the brow. */
const front: ByHair = {
  none: null,
  short: <path d={shortFront} />,
  afro: <path d="M18.5 26c0-7 5-10 13.5-10s13.5 3 13.5 10c2-8-3-15-13.5-15S16.5 18 18.5 26Z" />,
  puffs: <path d="M18.5 25C18.5 15 24 10.2 32 10.2S45.5 15 45.5 25c-1.5-4.5-5.5-8-12.7-8.2v-5.6h-1.6v5.6C24 17 20 20.5 18.5 25Z" />,
  bob: <path d={partedFront} />,
  bun: <path d={combedFront} />,
  longStraight: <path d={partedFront} />,
  locs: <path d={lockFront} />,
};

/** Hair behind the head. */
export function HairBehind({ look, colours }: Drawing) {
  if (coversHair(look)) return null;
  const shapes = pressesHair(look) ? behindUnderHat : behind;
  return <g fill={colours.hairShade}>{shapes[look.hair]}</g>;
}

/** Hair over the brow; of locs, those that hang in front too. */
export function HairFront({ look, colours }: Drawing) {
  if (coversHair(look)) return null;
  return (
    <g fill={colours.hair}>
      {look.hair === 'locs' && hanging(true)}
      {front[look.hair]}
      {look.hair === 'locs' && <path d={partings} stroke={colours.hairShade} strokeWidth="1.1" fill="none" strokeLinecap="round" />}
    </g>
  );
}
