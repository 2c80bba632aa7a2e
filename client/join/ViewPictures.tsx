import { lookOf } from '#shared/people/look.ts';
import { Figure } from '#client/people/figure.tsx';
import { Head } from '#client/people/head.tsx';
import styles from './StepView.module.css';

/** The same four people in both pictures: the views show one room. */
const people = ['84200100500000', '31700010a00000', '52051000360000', '17500000410100'].map(lookOf);

function HeadAt({ index, x, y, size }: { readonly index: number; readonly x: number; readonly y: number; readonly size: number }) {
  const look = people[index];
  if (!look) return null;
  return (
    <svg x={x - size / 2} y={y - size / 2} width={size} height={size} viewBox="0 0 64 64">
      <circle cx="32" cy="32" r="32" fill="var(--sunken)" />
      <Head look={look} />
    </svg>
  );
}

const fire = 'M16 2c1 5 8 8 8 16a8 8 0 0 1-16 0c0-4 2-6 3.5-8 .5 2 1.5 3 2.5 3 0-4 0-7 2-11Z';

/** A page: the ring, the middle, the chat. */
export function Picture2d() {
  const seats = [[60, 26], [92, 60], [60, 92], [28, 60]] as const;
  return (
    <svg className={styles.picture} viewBox="0 0 320 120" aria-hidden="true" focusable="false">
      <rect x="8" y="8" width="104" height="104" rx="10" fill="var(--surface)" stroke="var(--line)" />
      <circle cx="60" cy="60" r="33" fill="var(--rug-0)" />
      <path d={fire} fill="var(--flame)" transform="translate(49 48) scale(.7)" />
      {seats.map(([x, y], at) => <HeadAt key={x + y * 9} index={at} x={x} y={y} size={27} />)}
      <rect x="120" y="8" width="92" height="104" rx="10" fill="var(--surface)" stroke="var(--line)" />
      <rect x="220" y="8" width="92" height="104" rx="10" fill="var(--surface)" stroke="var(--line)" />
      <g fill="var(--ink-2)" opacity=".55">
        <rect x="130" y="20" width="52" height="6" rx="3" /><rect x="130" y="34" width="70" height="4" rx="2" /><rect x="130" y="44" width="62" height="4" rx="2" />
        {[24, 50, 76].map((y) => <g key={y}><rect x="250" y={y - 4} width="34" height="4" rx="2" /><rect x="250" y={y + 4} width="52" height="4" rx="2" /></g>)}
      </g>
      <rect x="130" y="58" width="72" height="18" rx="9" fill="var(--act)" />
      <rect x="130" y="84" width="72" height="18" rx="9" fill="none" stroke="var(--edge)" />
      {[24, 50, 76].map((y, at) => <HeadAt key={y} index={at} x={237} y={y} size={19} />)}
      <rect x="228" y="94" width="76" height="11" rx="5.5" fill="none" stroke="var(--edge)" />
    </svg>
  );
}

const lanterns = [[34, 20], [76, 25.5], [120, 25], [200, 15], [244, 12.5], [288, 16.5]] as const;

/** The terrace at evening, the fire, four people about it. */
export function Picture3d() {
  const places = [[44, 34], [104, 22], [190, 22], [250, 34]] as const;
  return (
    <svg className={styles.picture} viewBox="0 0 320 120" aria-hidden="true" focusable="false">
      <clipPath id="join-view-3d"><rect width="320" height="120" rx="10" /></clipPath>
      <g clipPath="url(#join-view-3d)">
        <rect width="320" height="120" fill="#a9c8d6" />
        <ellipse cx="160" cy="66" rx="230" ry="52" fill="#cfd3c4" />
        <ellipse cx="160" cy="70" rx="190" ry="38" fill="#f3d6ae" />
        <circle cx="160" cy="50" r="15" fill="#ffe6b0" />
        <path d="M0 62q50-38 104-8t96-10q60-30 120 14v40H0Z" fill="#7da06a" />
        <path d="M0 74q70-22 150-6t170-8v60H0Z" fill="#5f8a52" />
        <ellipse cx="160" cy="112" rx="176" ry="44" fill="#c99b76" />
        <ellipse cx="160" cy="108" rx="96" ry="21" fill="#ddb48d" />
        <g><path d="M18 82V52a17 17 0 0 1 34 0v30Z" fill="#8d6f60" /><path d="M24 82V54a11 11 0 0 1 22 0v28Z" fill="#6f4a86" /></g>
        <g><path d="M268 82V52a17 17 0 0 1 34 0v30Z" fill="#8d6f60" /><path d="M274 82V54a11 11 0 0 1 22 0v28Z" fill="#3f86b8" /></g>
        {people.map((look, at) => {
          const [x, y] = places[at] ?? [0, 0];
          return <svg key={x} x={x - 6} y={y} width="52" height="76" viewBox="0 -6 140 206"><Figure look={look} /></svg>;
        })}
        <path d="M0 8q80 24 160 6t160 2" fill="none" stroke="#6d5348" strokeWidth="1" />
        <g fill="#ffdf9c" stroke="#c98a3c" strokeWidth=".8">{lanterns.map(([x, y]) => <ellipse key={x} cx={x} cy={y} rx="3.4" ry="4.4" />)}</g>
        <ellipse cx="160" cy="104" rx="25" ry="7" fill="#6d4a3c" />
        <path d={fire} fill="#e8630f" transform="translate(136 64) scale(1.5)" />
        <path d={fire} fill="#ffc35c" transform="translate(147 80) scale(.82)" />
      </g>
    </svg>
  );
}
