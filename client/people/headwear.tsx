import type { ReactNode } from 'react';
import type { Look, LookValue } from '#shared/people/look.options.ts';
import type { LookColours } from './colours.ts';

interface Drawing {
  readonly look: Look;
  readonly colours: LookColours;
}
type ByHeadwear = Readonly<Record<LookValue<'headwear'>, (colours: LookColours) => ReactNode>>;
const nothing = () => null;

const behind: ByHeadwear = {
  none: nothing,
  hijab: ({ accentShade }) => <path d="M13 30C12 14 22 7.5 32 7.5S52 14 51 30c1 8 4 14 5 20H8c1-6 4-12 5-20Z" fill={accentShade} />,
  headscarf: ({ accentShade }) => (
    <g fill={accentShade}>
      <path d="M45.5 30c3 3 6.5 10 7 16.5-3-.2-5-1.5-6.5-4Z" />
      <path d="M44 31c.5 4 .5 11-2 17.5 2.8.6 5.2 0 7-2.2.5-6-1-12-3.5-16Z" />
    </g>
  ),
  turban: ({ accentShade }) => <path d="M16 31C14 13 21 6 32 6s18 7 16 25l-4 3H20Z" fill={accentShade} />,
  cap: nothing,
  sunHat: ({ accentShade }) => <ellipse cx="32" cy="19.5" rx="26" ry="7" fill={accentShade} />,
  kippah: nothing,
  beanie: nothing,
  headband: nothing,
};

const front: ByHeadwear = {
  none: nothing,
  hijab: ({ accent, accentShade }) => (
    <g fill={accent}>
      <path d="M15.5 30C14.5 16 23 9 32 9s17.5 7 16.5 21c-.5 9-6 16-16.5 18-10.5-2-16-9-16.5-18ZM20 29c0 8 5 13 12 13s12-5 12-13c0-9-5-13.5-12-13.5S20 20 20 29Z" fillRule="evenodd" />
      <path d="M22 44c7 5 15 5 21-1 3 5 4 12 2 18-8 2-20-6-23-17Z" />
      <path d="M24 46c5 5 12 6 18 3" stroke={accentShade} strokeWidth="1.2" fill="none" />
    </g>
  ),
  headscarf: ({ accent, accentShade }) => (
    <g fill={accent}>
      <path d="M17 27.5C15.5 13.5 22.5 7.3 32 7.3S48.5 13.5 47 27.5c-1.8-5.5-5.5-8.7-15-8.7s-13.2 3.2-15 8.7Z" />
      <path d="M19.5 17.5C23.5 13.5 28 12 33 12M25.5 18.5c5-2.5 10.5-2.5 16-.3" stroke={accentShade} strokeWidth="1.2" fill="none" strokeLinecap="round" />
      <ellipse cx="46.3" cy="29" rx="3" ry="3.6" transform="rotate(-20 46.3 29)" />
      <path d="M45.2 27.8q1.6 1 2.3 2.8" stroke={accentShade} strokeWidth="1" fill="none" strokeLinecap="round" />
    </g>
  ),
  turban: ({ accent, accentShade }) => (
    <g>
      <path d="M16 32C13.5 11 21 3.5 32 3.5S50.5 11 48 32c-2.3-1.3-3-5.5-4-8.5-2.5-1-7-3.5-12-7.5-5 4-9.5 6.5-12 7.5-1 3-1.7 7.2-4 8.5Z" fill={accent} />
      <path d="M16.4 23c6-2.5 11-7 15.6-14 4.6 7 9.6 11.5 15.6 14M17.5 15.8c5.5-1.8 10-5 14.5-10.3 4.5 5.3 9 8.5 14.5 10.3M16 28.5c1.6-1 3-2.6 4-5M48 28.5c-1.6-1-3-2.6-4-5" stroke={accentShade} strokeWidth="1.3" fill="none" strokeLinecap="round" />
    </g>
  ),
  cap: ({ accent, accentShade }) => (
    <g>
      <path d="M18 20C18 11 24 7 32 7s14 4 14 13Z" fill={accent} />
      <path d="M17.5 18.5h29c4 0 7 2 7.5 4.5-9-2.2-26-2.2-36.5-.3Z" fill={accentShade} />
      <circle cx="32" cy="7.2" r="1.3" fill={accentShade} />
    </g>
  ),
  sunHat: ({ accent, accentShade }) => (
    <g>
      <path d="M18.5 19C18.5 9 24 5 32 5s13.5 4 13.5 14Z" fill={accent} />
      <path d="M6 19.5c5-3 15-4.3 26-4.3s21 1.3 26 4.3c-5 2-15 3-26 3s-21-1-26-3Z" fill={accent} />
      <path d="M18.3 15.2c8-2 19.4-2 27.4 0l.1 2.9c-8-1.7-19.6-1.7-27.6 0Z" fill={accentShade} />
    </g>
  ),
  kippah: ({ accent, accentShade }) => (
    <g>
      <path d="M22.8 13.6C24.5 9 28 7.4 32 7.4s7.5 1.6 9.2 6.2c-5 2-13.4 2-18.4 0Z" fill={accent} />
      <path d="M23.4 12.2c5 1.7 12.2 1.7 17.2 0" stroke={accentShade} strokeWidth="1.2" fill="none" />
    </g>
  ),
  beanie: ({ accent, accentShade }) => (
    <g>
      <path d="M17.8 20C17 9.5 23 5 32 5s15 4.5 14.2 15Z" fill={accent} />
      <path d="M26 7.5c-2.2 2.5-3.2 6-3.2 10M32 6.5V17M38 7.5c2.2 2.5 3.2 6 3.2 10" stroke={accentShade} strokeWidth="1" fill="none" strokeLinecap="round" />
      <rect x="16.4" y="16.6" width="31.2" height="6.4" rx="3.2" fill={accentShade} />
    </g>
  ),
  headband: ({ accent, accentShade }) => (
    <g>
      <path d="M17.8 21.5c7.5-4.4 20.9-4.4 28.4 0l.2-4.2c-8-4.7-20.8-4.7-28.8 0Z" fill={accent} />
      <path d="M17.7 20.6c7.5-4.4 21.1-4.4 28.6 0" stroke={accentShade} strokeWidth=".9" fill="none" />
    </g>
  ),
};

/** What hangs behind the head. */
export const HeadwearBehind = ({ look, colours }: Drawing) => <>{behind[look.headwear](colours)}</>;

/** A kippah lies on the hair, or on the head. */
const kippahAt: Partial<Readonly<Record<LookValue<'hair'>, number>>> = { none: 3, cropped: 1.8, afro: -6, curly: -3.6 };

/** What is worn over the brow. */
export const HeadwearFront = ({ look, colours }: Drawing) => (
  <g transform={look.headwear === 'kippah' ? `translate(0 ${kippahAt[look.hair] ?? 0.4})` : undefined}>{front[look.headwear](colours)}</g>
);
