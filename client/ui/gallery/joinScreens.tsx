import type { ComponentType } from 'react';
import type { Entered } from '#client/join/entry.ts';
import { Join, type JoinProps } from '#client/join/Join.tsx';
import { chanceFrom, sample } from './samples.ts';

const inside = { count: 20, names: ['Ana Conceição', 'Nguyễn Thị Hoa', 'Kwame Mensah', 'Łukasz Żak', 'Zoë Müller', 'Chidi Eze'] };
const later = (answer: Entered) => () => new Promise<Entered>((resolve) => setTimeout(() => resolve(answer), 800));

const screen = (props: Partial<JoinProps>): ComponentType => () => (
  <Join community="Riverside Learning" inside={inside} webgl chance={chanceFrom(5)} onEnter={later({ ok: true })} {...props} />
);

/** The way in, at each of its steps. */
export const joinScreens: Readonly<Record<string, ComponentType>> = {
  'join-known': screen({ knownAs: { name: 'Ana Conceição', look: sample } }),
  'join-known-lookless': screen({ knownAs: { name: 'Ana Conceição' } }),
  'join-you': screen({}),
  'join-empty': screen({ inside: { count: 0, names: [] } }),
  'join-taken': screen({ onEnter: later({ ok: false, field: 'name', words: 'There is another Sam Rivera here. Add something to tell you apart.' }) }),
  'join-full': screen({ startAt: 'view', onEnter: later({ ok: false, words: 'The Commons is full. All 200 places are taken.' }) }),
  'join-look': screen({ startAt: 'look' }),
  'join-view': screen({ startAt: 'view' }),
  'join-view-no-webgl': screen({ startAt: 'view', webgl: false }),
};
