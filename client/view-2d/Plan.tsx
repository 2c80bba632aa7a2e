import { lookOf } from '#shared/people/look.ts';
import { useVisit } from '#client/app/context.tsx';
import { useRoom } from '#client/app/useRoom.ts';
import { coloursOf } from '#client/people/colours.ts';
import styles from './Plan.module.css';

const MARGIN = 0.6;
interface Dot {
  readonly id: string;
  readonly x: number;
  readonly z: number;
  readonly look: string;
  readonly you: boolean;
}

/** The room from above: what stands in it and who is where. Hidden from assistive technology: all of it is in words beside it. */
export function Plan() {
  const { hearth: { layout } } = useVisit();
  const dots = useRoom<readonly Dot[]>((room, me) =>
    [...room.facts.people].flatMap(([id, person]) => {
      const pose = room.poseOf(id as Dot['id'] & typeof me);
      return pose ? [{ id, x: Math.round(pose.x * 10) / 10, z: Math.round(pose.z * 10) / 10, look: person.look, you: id === me }] : [];
    }), []);
  // The terrace and what stands in the room are what matters; whoever walks further is shown at the rim.
  const radius = Math.max(layout.terrace, ...[...layout.objects, ...layout.portals].map(({ x, z }) => Math.hypot(x, z))) + MARGIN;
  const inside = ({ x, z }: Dot) => {
    const far = Math.hypot(x, z);
    const scale = far > radius ? radius / far : 1;
    return { cx: x * scale, cy: z * scale };
  };
  return (
    <svg className={styles.plan} viewBox={`${-radius - 1} ${-radius - 1} ${2 * radius + 2} ${2 * radius + 2}`} aria-hidden="true" focusable="false">
      {layout.floor.kind === 'box'
        ? <rect className={styles.terrace} x={-layout.floor.width / 2} y={-layout.floor.depth / 2} width={layout.floor.width} height={layout.floor.depth} rx="0.6" />
        : <circle className={styles.terrace} r={layout.terrace} />}
      {layout.portals.map((portal) => <rect key={portal.id} fill={`var(--room-${portal.to}, var(--act))`} x={portal.x - 0.8} y={portal.z - 0.8} width="1.6" height="1.6" rx="0.4" />)}
      {layout.seatGroups.flatMap((group) => group.seats).map((seat) => <circle key={seat.id} className={styles.seat} cx={seat.x} cy={seat.z} r="0.32" />)}
      {layout.objects.map((thing) => (
        <circle key={thing.id} className={styles[thing.kind] ?? styles.thing} cx={thing.x} cy={thing.z} r={thing.solid?.kind === 'circle' ? Math.max(0.6, thing.solid.radius) : 0.45} />
      ))}
      {dots.map((dot) => <circle key={dot.id} className={dot.you ? styles.you : styles.person} {...inside(dot)} r={dot.you ? 0.72 : 0.6} fill={coloursOf(lookOf(dot.look)).top} />)}
    </svg>
  );
}
