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
const strands = [0, 1, 2, 3, 4, 5];
const curls = [[18.6, 23.5, 4], [19.6, 17.5, 4.8], [23.6, 12.6, 5], [29.2, 10.2, 5], [35, 10.2, 5], [40.5, 12.6, 5], [44.4, 17.5, 4.8], [45.4, 23.5, 4], [27, 15.4, 4.4], [32, 14.4, 4.4], [37, 15.4, 4.4]] as const;
const wavy = 'M14.5 27C13.5 13 23 8.5 32 8.5S50.5 13 49.5 27c3.2 4 .4 7.5 2 11.8 1.5 4 1.2 9.2-3.6 11.2-4 1-6.3-2-6.3-5V27h-19.2v18c0 3-2.3 6-6.3 5-4.8-2-5.1-7.2-3.6-11.2 1.6-4.3-1.2-7.8 2-11.8Z';

/** Behind the head, from the crown to where it falls. */
const behind: ByHair = {
  none: null,
  cropped: null,
  short: null,
  sideParting: null,
  curly: curls.map(([x, y, r]) => <circle key={`${x} ${y}`} cx={x} cy={y} r={r} />),
  afro: <circle cx="32" cy="22" r="19.5" />,
  puffs: <><circle cx="16.5" cy="14.5" r="8.3" /><circle cx="47.5" cy="14.5" r="8.3" /></>,
  bob: <path d="M15 28C15 14 23 9 32 9s17 5 17 19v9c0 4-4 5-7 4V26H22v15c-3 1-7 0-7-4Z" />,
  bun: <circle cx="32" cy="8" r="6.4" />,
  longStraight: <path d="M15 28C15 14 23 9 32 9s17 5 17 19v21c0 3-3 4-6 3V26H21v26c-3 1-6 0-6-3Z" />,
  longWavy: <path d={wavy} />,
  braids: <path d={crown} />,
  locs: <>{hanging(false)}<path d={crown} /></>,
};

/** What a hat would crush is gathered below it: at the nape or the sides, on both alike. */
const behindUnderHat: ByHair = {
  ...behind,
  curly: <><circle cx="18.5" cy="26" r="4.6" /><circle cx="45.5" cy="26" r="4.6" /><circle cx="17.8" cy="31.5" r="3.9" /><circle cx="46.2" cy="31.5" r="3.9" /></>,
  afro: <><circle cx="19.5" cy="29" r="9.5" /><circle cx="44.5" cy="29" r="9.5" /></>,
  puffs: <><circle cx="15.5" cy="37.5" r="6.4" /><circle cx="48.5" cy="37.5" r="6.4" /></>,
  bun: <ellipse cx="32" cy="36.5" rx="14.4" ry="5.4" />,
};

const croppedFront = 'M18.7 25.5C17.8 15.5 23.5 10.9 32 10.9S46.2 15.5 45.3 25.5c-.6-2.6-1.2-4.3-1.9-5.7-3.4-1.6-7-2.3-11.4-2.3s-8 .7-11.4 2.3c-.7 1.4-1.3 3.1-1.9 5.7Z';
const shortFront = 'M18 27c-1.5-11 4-18 14-18s15.5 7 14 18c-1-5-3-7.5-6-8.5-5 1.5-12 1-16-1-3 2-5 4.5-6 9.5Z';
const sideFront = 'M18.1 27C16.5 15.5 22 8.6 32.5 8.4 43 8.2 47.5 15.5 45.9 27c-.9-4-1.9-6.6-3.9-8.6-6.5.9-12.3-.9-15.8-4.8-1.2 4.3-6.3 5.2-8.1 13.4Z';
const lockFront = 'M17.5 27c-1.2-11.5 4-18.2 14.5-18.2S47.7 15.5 46.5 27c-1.2-2-2-4.2-2.8-6.6-1 1.5-2.2 1.7-3.2.2-.8 1.4-2.2 1.4-3.2-.2-1 1.4-2.4 1.4-3.4-.2-1 1.6-2.6 1.6-3.6.2-1 1.6-2.4 1.6-3.4.2-1 1.5-2.2 1.3-3.2-.2-1 1.5-2 1.3-3-.2-.8 2.4-1.8 4.8-3.2 6.8Z';
const partedFront = 'M18 29c-1-12 4-20 14-20s15 8 14 20c-1-6-3-9-6-11-4-1.5-6-3-8-5-2 3-6 5-9 6-2.5 2-4 5-5 10Z';
const middleFront = 'M18.2 29C17 17 22 9.2 32 9.2S47 17 45.8 29c-.8-6.5-4.8-12.6-13.8-14.6C23 16.4 19 22.5 18.2 29Z';
const partings = 'M24.5 18.5c1-3.5 2.5-5.5 4.5-7.5M30 19.5c.2-3.5.8-6 2-8.5M35.5 19.5c0-3.5-.3-5.5-1-8M40.5 18.5c-.8-3-2-5-4-7';
const combedFront = 'M18.5 26C18 15 24 10 32 10s14 5 13.5 16c-2-6-6-9-13.5-9s-11.5 3-13.5 9Z';
const temples = 'M18.7 28.5c-1.2-4-1.2-8 0-11h4c-1.7 3-2.5 7-4 11ZM45.3 28.5c1.2-4 1.2-8 0-11h-4c1.7 3 2.5 7 4 11Z';
const shortTemples = 'M18.7 25.5c-.8-2.8-.8-5.5 0-8h3.4c-1.5 2.2-2.1 5.2-3.4 8ZM45.3 25.5c.8-2.8.8-5.5 0-8h-3.4c1.5 2.2 2.1 5.2 3.4 8Z';
const fringe = 'M22 22.8c3.5-.4 7.5-2 9.5-5.3h-9.5Z';

/** Over the brow. */
const front: ByHair = {
  none: null,
  cropped: <path d={croppedFront} />,
  short: <path d={shortFront} />,
  sideParting: <path d={sideFront} />,
  curly: curls.filter(([, y]) => y < 23).map(([x, y, r]) => <circle key={`${x} ${y}`} cx={x} cy={y} r={r} />),
  afro: <path d="M18.5 26c0-7 5-10 13.5-10s13.5 3 13.5 10c2-8-3-15-13.5-15S16.5 18 18.5 26Z" />,
  puffs: <path d="M18.5 25C18.5 15 24 10.2 32 10.2S45.5 15 45.5 25c-1.5-4.5-5.5-8-12.7-8.2v-5.6h-1.6v5.6C24 17 20 20.5 18.5 25Z" />,
  bob: <path d={partedFront} />,
  bun: <path d={combedFront} />,
  longStraight: <path d={partedFront} />,
  longWavy: <path d="M17.6 30C16 17 22 8.8 32 8.8S48 17 46.4 30c-2.4-2.6-1.2-5.4-3.3-7.2-1.9-1.7-4.1-2.2-5.9-3.9-1.9-1.7-4-2.6-5.2-5.6-1.5 3.2-4.2 4-6 5.6-2.2 1.9-3.8 1.7-5.2 3.9-1.5 2.2-.8 4.8-3.2 7.2Z" />,
  braids: <path d={middleFront} />,
  locs: <path d={lockFront} />,
};

/** Two plaits before the shoulders, each strand over the next. */
function Braids({ colours: { hair, hairShade } }: { readonly colours: LookColours }) {
  return (
    <g fill={hair} stroke={hairShade} strokeWidth=".8">
      {strands.map((at) => (
        <g key={at}>
          <ellipse cx={17.4 - at * 0.35} cy={29 + at * 4.2} rx="3.1" ry="3" transform={`rotate(${at % 2 ? 28 : -28} ${17.4 - at * 0.35} ${29 + at * 4.2})`} />
          <ellipse cx={46.6 + at * 0.35} cy={29 + at * 4.2} rx="3.1" ry="3" transform={`rotate(${at % 2 ? -28 : 28} ${46.6 + at * 0.35} ${29 + at * 4.2})`} />
        </g>
      ))}
    </g>
  );
}

/** Hair behind the head. */
export function HairBehind({ look, colours }: Drawing) {
  if (coversHair(look)) return null;
  const low = pressesHair(look) || (look.headwear === 'kippah' && (look.hair === 'bun' || look.hair === 'puffs'));
  return <g fill={colours.hairShade}>{(low ? behindUnderHat : behind)[look.hair]}</g>;
}

/** Hair over the brow; of locs and braids, those that hang in front too. Under a hat only the temples show. */
export function HairFront({ look, colours }: Drawing) {
  if (coversHair(look)) return null;
  const pressed = pressesHair(look) && look.hair !== 'none';
  return (
    <g fill={colours.hair} stroke={colours.hairEdge} strokeWidth=".8">
      {look.hair === 'locs' && hanging(true)}
      {look.hair === 'braids' && <Braids colours={colours} />}
      {pressed ? <path d={look.hair === 'cropped' ? shortTemples : look.hair === 'sideParting' ? temples + fringe : temples} /> : front[look.hair]}
      {look.hair === 'locs' && !pressed && <path d={partings} stroke={colours.hairShade} strokeWidth="1.1" fill="none" strokeLinecap="round" />}
      {look.hair === 'sideParting' && !pressed && <path d="M26.2 13.6c.3-2 1-3.6 2.2-4.8" stroke={colours.hairShade} strokeWidth="1.1" fill="none" strokeLinecap="round" />}
      {look.hair === 'braids' && !pressed && <path d="M32 14.4V9.4" stroke={colours.hairShade} strokeWidth="1.1" strokeLinecap="round" />}
    </g>
  );
}
