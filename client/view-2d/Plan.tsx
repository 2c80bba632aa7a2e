import { useId } from 'react';
import { lookOf } from '#shared/people/look.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { useVisit } from '#client/app/context.tsx';
import { useRoom } from '#client/app/useRoom.ts';
import { coloursOf } from '#client/people/colours.ts';
import { Head } from '#client/people/head.tsx';
import styles from './Plan.module.css';

const MARGIN = 1.4;
/** Half of a face's width (m); bodies are narrower, but nobody knows a body. */
const FACE = 0.95;
/** Above so many people they are dots in the colour of their clothes: faces would cover each other, and take long to draw. */
const MOST_FACES = 40;

interface Spot {
  readonly id: string;
  readonly x: number;
  readonly z: number;
  readonly look: string;
  readonly you: boolean;
}

/** What the picture shows, about the middle: the floor, and whatever stands further out. */
const radiusOf = (layout: Layout): number => {
  const floor = layout.floor.kind === 'box' ? Math.max(layout.floor.width, layout.floor.depth) / 2 : layout.terrace;
  return Math.max(floor, ...[...layout.objects.filter(({ destination }) => destination), ...layout.portals].map(({ x, z }) => Math.hypot(x, z))) + MARGIN;
};

/** The room from above: what stands in it, its circles' rugs, and who is where. Hidden from assistive technology: all of it is in words beside it. */
export function Plan({ large = false }: { readonly large?: boolean }) {
  const { hearth: { layout } } = useVisit();
  const clip = useId();
  const spots = useRoom<readonly Spot[]>((room, me) =>
    [...room.facts.people].flatMap(([id, person]) => {
      const pose = room.poseOf(id as Spot['id'] & typeof me);
      return pose ? [{ id, x: Math.round(pose.x * 10) / 10, z: Math.round(pose.z * 10) / 10, look: person.look, you: id === me }] : [];
    }), []);
  const rugs = useRoom((room) => [...room.facts.circles].map(([id, { x, z, rim, rug }]) => ({ id, x, z, rim, rug })), []);
  const radius = radiusOf(layout);
  // Whoever walks further is shown at the rim.
  const inside = ({ x, z }: Spot): { readonly x: number; readonly z: number } => {
    const scale = Math.min(1, radius / Math.max(radius, Math.hypot(x, z)));
    return { x: x * scale, z: z * scale };
  };
  const faces = spots.length <= MOST_FACES;
  // Oneself is drawn last, over the others.
  const people = spots.toSorted((a, b) => Number(a.you) - Number(b.you)).map((spot) => ({ ...spot, ...inside(spot) }));
  return (
    <svg className={large ? `${styles.plan} ${styles.large}` : styles.plan} viewBox={`${-radius - 0.5} ${-radius - 0.5} ${2 * radius + 1} ${2 * radius + 1}`} aria-hidden="true" focusable="false">
      <clipPath id={clip}><circle cx="32" cy="32" r="32" /></clipPath>
      {layout.floor.kind === 'box'
        ? <rect className={styles.terrace} x={-layout.floor.width / 2} y={-layout.floor.depth / 2} width={layout.floor.width} height={layout.floor.depth} rx="0.6" />
        : <circle className={styles.terrace} r={layout.terrace} />}
      {layout.portals.map(({ id, to, x, z }) => <g key={id} transform={`translate(${x} ${z})`}><Arch room={to} /></g>)}
      {rugs.map(({ id, x, z, rim, rug }) => <circle key={id} cx={x} cy={z} r={rim + 0.4} fill={`var(--rug-${rug})`} className={styles.rug} />)}
      {layout.seatGroups.flatMap((group) => group.seats).map((seat) => <circle key={seat.id} className={styles.seat} cx={seat.x} cy={seat.z} r="0.3" />)}
      {layout.objects.map((thing) => (
        <circle key={thing.id} className={styles[thing.kind] ?? styles.thing} cx={thing.x} cy={thing.z} r={thing.solid?.kind === 'circle' ? Math.max(0.6, thing.solid.radius) : 0.45} />
      ))}
      {people.map(({ id, x, z, look, you }) => {
        const drawn = lookOf(look);
        const { top } = coloursOf(drawn);
        return (
          <g key={id} transform={`translate(${x} ${z})`}>
            <circle className={you ? styles.you : styles.person} r={faces ? FACE : 0.6} fill={faces ? undefined : top} />
            {faces && (
              <g transform={`scale(${FACE / 32}) translate(-32 -32)`} clipPath={`url(#${clip})`}>
                <circle cx="32" cy="32" r="32" fill={`color-mix(in oklab, ${top} var(--disc-share), var(--disc))`} />
                <Head look={drawn} />
              </g>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** A door, as the exits show it. */
function Arch({ room }: { readonly room: string }) {
  return (
    <>
      <path d="M-1.1 1V0a1.1 1.1 0 0 1 2.2 0V1Z" fill={`var(--room-${room}, var(--act))`} />
      <path d="M-.55 1V.15a.55.55 0 0 1 1.1 0V1Z" fill="var(--surface)" />
    </>
  );
}
