import type { Look, LookValue } from '#shared/people/look.options.ts';
import { Arms, Legs, restingHand, SeatedLegs, Torso, type Pose } from './body.tsx';
import { coloursOf } from './colours.ts';
import { Head } from './head.tsx';
import { Cane, Footrest, Wheelchair } from './moving.tsx';
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
  const pose: Pose = waves ? 'wave' : seated ? 'wheels' : 'rest';
  const body = `translate(70 ${ground}) scale(${wide[look.build]} ${stretch}) translate(-70 ${-ground})`;
  const upper = seated ? `translate(0 ${seat})` : undefined;
  return (
    <svg
      className={styles.figure}
      viewBox="0 -6 140 206"
      style={height === undefined ? undefined : { blockSize: `${height}rem` }}
      aria-hidden="true"
      focusable="false"
    >
      <ellipse className={styles.shadow} cx="70" cy="192" rx={seated ? 54 : 44 * wide[look.build]} ry="6" />
      {seated && <Wheelchair />}
      {look.moving === 'cane' && <Cane x={70 + (restingHand[0] - 70) * wide[look.build]} y={ground + (restingHand[1] - ground) * stretch} />}
      <g transform={body}>
        {!seated && <Legs look={look} colours={colours} />}
        <g transform={upper}>
          <Arms look={look} colours={colours} pose={pose} />
          <Torso colours={colours} />
        </g>
        {seated && <SeatedLegs look={look} colours={colours} />}
      </g>
      {seated && <Footrest />}
      <g transform={`translate(14 ${drop}) scale(1.75)`}>
        <Head look={look} shoulders={false} />
      </g>
    </svg>
  );
}
