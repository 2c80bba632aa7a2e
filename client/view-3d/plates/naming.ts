import type { PersonId } from '#shared/kernel/ids.ts';
import type { PlateBox } from './overlap.ts';

/** What makes a name worth its place, the weightiest last: it goes before all that are lighter, however near. */
const weights = ['nobody', 'circle', 'hand', 'acting', 'saying', 'meant', 'heeded'] as const;
export type Weight = (typeof weights)[number];
const weigh = (weight: Weight): number => weights.indexOf(weight);

/** Whether a name stands even where its head is hidden: whoever says something, or is looked for, is to be found. */
export const insists = (weight: Weight): boolean => weigh(weight) >= weigh('saying');
/** Whether a name may stand far above its head, to be there at all. */
export const matters = (weight: Weight): boolean => weigh(weight) >= weigh('hand');

/** Somebody's head in the picture; in CSS pixels, y downwards. */
export interface Head {
  readonly id: PersonId;
  readonly weight: Weight;
  /** How far (m) it is from the eye. */
  readonly away: number;
  readonly x: number;
  readonly y: number;
  /** From crown to chin. */
  readonly size: number;
  /** Whether nothing of the room is before it, left of its middle (-1), there (0) or right of it (1). */
  seen(side: Side): boolean;
}
const sides = [-1, 0, 1] as const;
export type Side = (typeof sides)[number];

/** How far from its middle one looks at a head, and how wide who stands before it is, in sizes of a head. */
const aside = 0.26;
const halfWide = 0.45;
/** How much nearer (m) somebody must be to stand before somebody. */
const nearer = 0.35;
/** A name that is there stays where as little as this is seen of its head; one that is not comes where so much is. */
const enough = { there: 1, new: 2 } as const;
/** A name that is there counts as so much nearer. */
const kept = 0.75;

const within = ({ x, y, width, height }: PlateBox, px: number, py: number): boolean => Math.abs(px - x) < width / 2 && Math.abs(py - y) < height / 2;
const stands = (before: Head, x: number, y: number): boolean => Math.abs(x - before.x) < before.size * halfWide && y > before.y - before.size / 2;

/** The order in which names are given places: by weight, then by nearness; those that are `there` a little before. */
export const ordered = <One extends Head>(heads: readonly One[], there: ReadonlySet<PersonId>): readonly One[] => {
  const near = ({ id, away }: Head): number => away * (there.has(id) ? kept : 1);
  return [...heads].sort((a, b) => weigh(b.weight) - weigh(a.weight) || near(a) - near(b));
};

/**
 * Who is named, at most `limit`, in the order of their weight: those whose heads are seen past the room, past whoever stands
 * before them and past what is laid over the picture. Who is `there`, named the last time, stays for longer, so that names
 * do not flicker where people walk by.
 */
export const named = <One extends Head>(heads: readonly One[], there: ReadonlySet<PersonId>, covered: readonly PlateBox[], limit: number): readonly One[] => {
  const byNearness = [...heads].sort((a, b) => a.away - b.away);
  const seenAt = (head: Head, side: Side): boolean => {
    const x = head.x + side * aside * head.size;
    if (covered.some((box) => within(box, x, head.y))) return false;
    for (const before of byNearness) {
      if (before.away > head.away - nearer) break;
      if (stands(before, x, head.y)) return false;
    }
    return head.seen(side);
  };
  const chosen: One[] = [];
  for (const head of ordered(heads, there)) {
    if (chosen.length === limit) break;
    const wanted = there.has(head.id) ? enough.there : enough.new;
    let seen = insists(head.weight) ? wanted : 0;
    for (const side of sides) if (seen < wanted && seenAt(head, side)) seen += 1;
    if (seen >= wanted) chosen.push(head);
  }
  return chosen;
};
