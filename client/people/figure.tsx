import type { Look, LookValue } from '#shared/people/look.options.ts';
import { Arms, handsOf, Legs, SeatedLegs, type Pose } from './body.tsx';
import { coloursOf } from './colours.ts';
import { OverLegs, Torso } from './garment.tsx';
import { Head } from './head.tsx';
import { Cane, Crutch, Footrest, Wheelchair, WhiteCane } from './moving.tsx';
import styles from './figure.module.css';

export interface FigureProps {
  readonly look: Look;
  readonly waves?: boolean;
  /** In rem; without it the figure is as tall as its box. */
  readonly height?: number;
}

const tall: Readonly<Record<LookValue<'height'>, number>> = { shorter: 0.87, medium: 1, taller: 1.08 };
const wide: Readonly<Record<LookValue<'build'>, number>> = { narrow: 0.86, medium: 1, broad: 1.16 };

const ground = 190;
const shoulders = 78;
/** How far someone seated sits below where they would stand. */
const seat = 16;

/** A whole person, 140 by 206. Hidden from assistive technology: the description says it. */
export function Figure({ look, waves = false, height }: FigureProps) {
  const colours = coloursOf(look);
  const seated = look.moving === 'wheelchair';
  const stretch = seated ? 1 + (tall[look.height] - 1) * 0.6 : tall[look.height];
  const drop = (ground - shoulders) * (1 - stretch) + (seated ? seat : 0);
  const onCrutches = look.moving === 'crutches';
  // Someone on crutches keeps both hands on them.
  const pose: Pose = seated && !waves ? 'wheels' : onCrutches ? 'crutches' : waves ? 'wave' : 'rest';
  const body = `translate(70 ${ground}) scale(${wide[look.build]} ${stretch}) translate(-70 ${-ground})`;
  const upper = seated ? `translate(0 ${seat})` : undefined;
  const hands = handsOf(pose);
  const held = ([x, y]: readonly [number, number]) => ({ x: 70 + (x - 70) * wide[look.build], y: ground + (y - ground) * stretch, aid: colours.aid });
  return (
    <svg
      className={styles.figure}
      viewBox="0 -6 140 206"
      style={height === undefined ? undefined : { blockSize: `${height}rem` }}
      aria-hidden="true"
      focusable="false"
    >
      <ellipse className={styles.shadow} cx="70" cy="192" rx={seated ? 54 : 44 * wide[look.build]} ry="6" />
      {seated && <Wheelchair aid={colours.aid} />}
      {look.moving === 'cane' && <Cane {...held(hands.right)} />}
      <g transform={body}>
        {!seated && <Legs look={look} colours={colours} />}
        <g transform={upper}>
          <Arms look={look} colours={colours} pose={pose} />
          <Torso look={look} colours={colours} />
        </g>
        {seated && <SeatedLegs look={look} colours={colours} />}
        <OverLegs look={look} colours={colours} seated={seated} />
      </g>
      {onCrutches && <><Crutch {...held(hands.right)} out={-1} /><Crutch {...held(hands.left)} out={1} /></>}
      {look.moving === 'whiteCane' && <WhiteCane {...held(hands.right)} />}
      {seated && <Footrest />}
      <g transform={`translate(14 ${drop}) scale(1.75)`}>
        <Head look={look} shoulders={false} />
      </g>
    </svg>
  );
}
