import { useId, type CSSProperties } from 'react';
import { lookOf } from '#shared/people/look.ts';
import { useHearth } from '#client/app/context.tsx';
import { Portrait } from '#client/people/portrait.tsx';
import type { Ceremony } from './ceremony.ts';
import styles from './Picture.module.css';

/** How much of each kind is drawn: more would be a pattern. How many they are is said in words. */
const most = { lanterns: 13, candles: 24, stones: 21, names: 12, snips: 14, confetti: 54 } as const;
const cloths = ['coral', 'gold', 'teal', 'plum', 'cream'] as const;
const clothOf = (at: number): string => styles[cloths[at % cloths.length] ?? 'gold'] ?? '';
const upTo = (count: number, limit: number): readonly number[] => Array.from({ length: Math.min(count, limit) }, (_, i) => i);
/** 0 to 1, the same for the same number. */
const lot = (seed: number): number => {
  const mixed = Math.sin(seed * 127.1 + 11.7) * 43758.5453;
  return mixed - Math.floor(mixed);
};

/**
 * A step of a ritual as a picture: the same things that stand in the 3D room, drawn as the 2D page draws. It holds no fact that is not
 * in words beside it, so that it is hidden from assistive technology.
 */
export function Picture({ ceremony }: { readonly ceremony: Ceremony }) {
  const { kind, light, lit, ribbon, candles, stones, sheet, people, hasLanterns, isFestive, cheers } = ceremony;
  // What is done together has the middle to itself.
  const look = useHearth(({ facts }) => (lit === undefined || kind === 'act' ? undefined : facts.people.get(lit)?.look));
  const isStarry = light === 'low';
  return (
    <div className={styles.picture} data-light={light} data-kind={kind} data-festive={isFestive || undefined} aria-hidden="true">
      <svg viewBox="0 0 480 168" preserveAspectRatio="xMidYMax slice" focusable="false">
        {isStarry && upTo(26, 26).map((i) => <circle key={i} className={styles.star} cx={lot(i) * 480} cy={lot(i + 50) * 92} r={0.8 + lot(i + 90)} />)}
        <path className={styles.hill} d="M-10 128 Q70 84 150 118 T330 108 T490 122 V170 H-10Z" />
        <ellipse className={styles.ground} cx="240" cy="164" rx="292" ry="44" />
        {lit !== undefined && look !== undefined && <Beam />}
        {!isStarry && <Rope lit={kind === 'arrival' ? (sheet?.names.length ?? 0) : most.lanterns} isFestive={isFestive} />}
        {candles.length > 0 && <Candles count={candles.length} />}
        {stones.length > 0 && <Stones count={stones.length} />}
        {ribbon && <Ribbon snips={ribbon.by.length} isCut={ribbon.isCut} />}
        {sheet && <Paper names={sheet.names.length} isSigned={sheet.of === 'signing'} />}
        {!ribbon && (lit === undefined || look === undefined) && <Fire x={sheet ? 300 : 240} isSmall={isStarry} />}
        {hasLanterns && upTo(Math.max(people, 7), 15).map((i) => <path key={i} className={styles.lantern} transform={`translate(${24 + lot(i * 3) * 432} ${14 + lot(i * 5 + 1) * 92}) scale(${0.8 + lot(i) * 0.5})`} d="M-5-7h10q5 7 1 14h-12q-4-7 1-14Z" />)}
        {cheers > 0 && upTo(8 + cheers * 2, 24).map((i) => <path key={i} className={styles.spark} transform={`translate(${240 + (lot(i) - 0.5) * 150} ${20 + lot(i + 7) * 110}) scale(${0.5 + lot(i + 3) * 0.7})`} d="M0-7 1.6-1.6 7 0 1.6 1.6 0 7-1.6 1.6-7 0-1.6-1.6Z" />)}
        {isFestive && upTo(most.confetti, most.confetti).map((i) => (
          <rect key={i} className={`${styles.confetti} ${clothOf(i)}`} style={{ '--from-x': `${240 - lot(i) * 480}px`, '--late': `${Math.round(lot(i + 9) * 180)}ms` } as CSSProperties}
            x={lot(i) * 474} y={6 + lot(i + 31) * (i % 3 === 0 ? 152 : 100)} width="7" height="5" rx="1" transform={`rotate(${Math.round(lot(i + 17) * 180)} ${lot(i) * 474 + 3} ${50 + lot(i + 31) * 60})`} />
        ))}
      </svg>
      {look !== undefined && <span className={styles.face}><Portrait look={lookOf(look)} size={5} mouth={kind === 'recognition' ? 'smile' : 'open'} /></span>}
    </div>
  );
}

function Beam() {
  const id = useId();
  return (
    <>
      <defs><linearGradient id={id} x1="0" y1="0" x2="0" y2="1"><stop offset="0" stopColor="var(--flame-2)" stopOpacity="0.1" /><stop offset="1" stopColor="var(--flame-2)" stopOpacity="0.75" /></linearGradient></defs>
      <path d="M222-4h36l44 158h-124Z" fill={`url(#${id})`} />
      <ellipse className={styles.pool} cx="240" cy="154" rx="64" ry="12" />
    </>
  );
}

/** A rope of lanterns, of which so many are lit; and pennants on it, where it is celebrated. */
function Rope({ lit, isFestive }: { readonly lit: number; readonly isFestive: boolean }) {
  const at = (i: number): readonly [number, number] => {
    const x = 20 + (i / (most.lanterns - 1)) * 440;
    return [x, 10 + 20 * (1 - ((x - 240) / 240) ** 2)];
  };
  return (
    <>
      <path className={styles.rope} d="M-4 9 Q240 51 484 9" />
      {isFestive ? upTo(26, 26).map((i) => {
        const x = 4 + i * 18.4;
        const y = 9.5 + 20 * (1 - ((x - 240) / 240) ** 2);
        return <path key={i} className={clothOf(i)} d={`M${x} ${y}h14l-7 15Z`} />;
      }) : upTo(most.lanterns, most.lanterns).map((i) => {
        const [x, y] = at(i);
        return <path key={i} className={i < lit ? styles.lantern : styles.unlit} transform={`translate(${x} ${y + 11})`} d="M-5-8h10q5 8 1 15h-12q-4-7 1-15Z" />;
      })}
    </>
  );
}

function Fire({ x, isSmall }: { readonly x: number; readonly isSmall: boolean }) {
  return (
    <g transform={`translate(${x} ${isSmall ? 118 : 98}) scale(${isSmall ? 1.1 : 1.75})`}>
      <ellipse className={styles.pool} cx="0" cy="28" rx="40" ry="9" />
      <path d="M0 2c1 5 8 8 8 16a8 8 0 0 1-16 0c0-4 2-6 3.5-8 .5 2 1.5 3 2.5 3 0-4 0-7 2-11Z" fill="var(--flame)" />
      <path d="M0 14c.6 2.6 4 4 4 7.5a4 4 0 0 1-8 0c0-2.5 1.2-3.5 2-4.5.5 1 1 1.5 1.5 1.5 0-2 0-3 .5-4.5Z" fill="var(--flame-2)" />
      {[-12, -6, 0, 6, 12].map((at) => <ellipse key={at} className={styles.stone} cx={at} cy={27.5 - Math.abs(at) * 0.08} rx="4" ry="3" />)}
    </g>
  );
}

/** Between its posts; cut, its halves hang from them. Whoever has cut it has left their scissors. */
function Ribbon({ snips, isCut }: { readonly snips: number; readonly isCut: boolean }) {
  // As far apart as a phone is wide.
  const [left, right] = [92, 388];
  const along = (t: number): readonly [number, number] => [left + (right - left) * t, 64 + 30 * (1 - (2 * t - 1) ** 2)];
  const notch = (i: number): number => (((i * 0.618034 + 0.12) % 1) * 0.34) + (i % 2 === 0 ? 0.02 : 0.64);
  return (
    <g>
      {[left, right].map((x) => <g key={x}><rect className={styles.post} x={x - 4} y="56" width="8" height="98" rx="3" /><circle className={styles.gold} cx={x} cy="53" r="7" /></g>)}
      {isCut ? (
        <>
          <path className={styles.ribbon} d={`M${left} 60 q14 4 20 22 q10 38 4 62 l12 8 -16 6 -14 -10 q6 -30 -6 -58Z`} />
          <path className={styles.ribbon} d={`M${right} 60 q-14 4 -20 22 q-10 38 -4 62 l-12 8 16 6 14 -10 q-6 -30 6 -58Z`} />
        </>
      ) : (
        <>
          <path className={styles.ribbon} d={`M${left} 60 Q240 126 ${right} 60 V78 Q240 144 ${left} 78Z`} />
          <path className={styles.ribbonEdge} d={`M${left} 62 Q240 128 ${right} 62 M${left} 76 Q240 142 ${right} 76`} />
          <g className={styles.bow} transform="translate(240 102)"><path d="M0 0C-30-26-46-8-38 6S-10 12 0 0C30-26 46-8 38 6S10 12 0 0Z" /><path d="M-3 3-16 38-6 33-1 42 4 6Z" /><path d="M3 3 16 38 6 33 1 42-4 6Z" /><circle className={styles.gold} cx="0" cy="1" r="6" /></g>
          {upTo(snips, most.snips).map((i) => {
            const [x, y] = along(notch(i));
            return <g key={i} className={styles.snip} transform={`translate(${x} ${y + 20}) rotate(${-14 + lot(i) * 28})`}><path d="M0-14 2.4 4M0-14-2.4 4" /><circle cx="-4.4" cy="8" r="4" /><circle cx="4.4" cy="8" r="4" /></g>;
          })}
        </>
      )}
    </g>
  );
}

function Candles({ count }: { readonly count: number }) {
  const shown = upTo(count, most.candles);
  return (
    <>
      {shown.map((i) => {
        // From the middle outwards, by turns; those in front stand lower.
        const [side, place, isFront] = [i % 2 === 0 ? 1 : -1, Math.ceil(i / 2), Math.floor(i / 12)];
        return (
          <g key={i} transform={`translate(${240 + side * (62 + place * 25 - isFront * 146)} ${142 + isFront * 16 + Math.abs(place - 6 * isFront) * -1.4})`}>
            <circle className={styles.halo} cx="0" cy="-25" r="13" />
            <rect className={styles.wax} x="-3.4" y="-18" width="6.8" height="18" rx="2" />
            <path className={styles.flame} d="M0-34c2.4 4 4 6 4 9.5a4 4 0 0 1-8 0c0-3.5 2-6 4-9.5Z" />
          </g>
        );
      })}
    </>
  );
}

function Stones({ count }: { readonly count: number }) {
  const rows = [6, 5, 4, 3, 2, 1] as const;
  const places = rows.flatMap((row, up) => Array.from({ length: row }, (_, i) => [380 + (i - (row - 1) / 2) * 17, 150 - up * 12.5] as const));
  return <>{upTo(count, most.stones).map((i) => <ellipse key={i} className={styles.stone} cx={places[i]?.[0]} cy={places[i]?.[1]} rx="9.5" ry="7" />)}</>;
}

/** The paper on its easel: a line for each name. */
function Paper({ names, isSigned }: { readonly names: number; readonly isSigned: boolean }) {
  return (
    <g transform="translate(166 0)">
      <path className={styles.easel} d="M-34 158-10 36M34 158 10 36" />
      <rect className={styles.paper} x="-34" y="42" width="68" height="88" rx="3" />
      <path className={styles.rule} d="M-18 56h36M-12 63h24" />
      {isSigned && upTo(names, most.names).map((i) => <path key={i} className={styles.name} transform={`translate(${i % 2 === 0 ? -27 : 4} ${76 + Math.floor(i / 2) * 9})`} d="M0 0q3-5 5-1t4 0 4-1 3 1 7-1" />)}
      <path className={styles.easel} d="M-40 131h80" />
    </g>
  );
}
