import { personId } from '#shared/kernel/ids.ts';
import { randomLook } from '#shared/people/look.chance.ts';
import { chanceFrom } from '#client/view-3d/geometry/chance.ts';
import type { Body } from '#client/view-3d/scene.ts';

export type MovingBody = { -readonly [Key in keyof Body]: Body[Key] };

const names = ['Ana', 'Tomasz', 'Adaeze', 'Mei-Ling', 'Yusuf', 'Priya', 'Jonas', 'Leila', 'Kwame', 'Sofía', 'Hiro', 'Fatima', 'Oluwaseun', 'Ingrid', 'Rafael', 'Noor', 'Desta', 'Hương', 'Chloé'] as const;

/** A made-up person, with a look of their own that is the same in every run. */
export const bodyOf = (i: number, more: Pick<MovingBody, 'x' | 'z' | 'heading' | 'speed'>): MovingBody => ({
  id: personId(`person-${i}`), name: `${names[i % names.length]} ${i}`, look: randomLook(chanceFrom(i * 7 + 3)), you: i === 0, connected: true, seated: false, handUp: i % 40 === 7, ...more,
});
