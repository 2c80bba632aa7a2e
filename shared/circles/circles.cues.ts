import { cue, cueKind, type Cue } from '../kernel/cue.ts';
import type { PersonId } from '../kernel/ids.ts';
import { refusalKind } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';
import { someNames } from '../place/describe.ts';
import type { Room, RoomView } from '../rooms/room.ts';
import { circleName, leaveCircle, strayed, type Gathering } from './circles.rules.ts';

export const circleRefusals = {
  noSuchCircle: refusalKind('circle.noSuchCircle', 'This circle has ended. Join another, or start one.'),
  already: refusalKind('circle.already', 'You are in the circle {circle} already.'),
  full: refusalKind('circle.full', 'You cannot join: the circle {circle} has {most} of {most} people. You can knock, or stand near and listen.'),
  closed: refusalKind('circle.closed', 'The circle {circle} asks people to knock first.'),
  open: refusalKind('circle.open', 'The circle {circle} is open. You can join it without knocking.'),
  knocked: refusalKind('circle.knocked', 'You have knocked at the circle {circle}. Its people know.'),
  none: refusalKind('circle.none', 'You are in no circle. Join one, or start one here.'),
  noKnocks: refusalKind('circle.noKnocks', 'Nobody knocks at your circle.'),
  notKnocking: refusalKind('circle.notKnocking', '{name} does not knock at your circle any more.'),
  here: refusalKind('circle.here', 'The circle {circle} is here. Join it, or go a few steps away to start another.'),
  seats: refusalKind('circle.seats', 'People gather at {group} by sitting down. Take a seat, or go a few steps away.'),
  parted: refusalKind('circle.parted', 'You cannot join this circle now. You have not moved; others are open, or start one.'),
  noPlace: refusalKind('circle.noPlace', 'There is no free place around the circle {circle}. You have not moved.'),
  closedAlready: refusalKind('circle.closedAlready', 'People knock at your circle already.'),
  openAlready: refusalKind('circle.openAlready', 'Anyone can join your circle already.'),
} as const;

export const circleCues = {
  started: cueKind('circle.started', { category: 'circles', priority: 3, own: 'You started the circle {circle}. Whoever is near can join.', others: '{name} started the circle {circle}.', many: '{names} started circles.' }),
  joined: cueKind('circle.joined', {
    category: 'circles',
    priority: 1,
    own: 'You joined the circle {circle}. {others, plural, =0 {Nobody else is in it yet.} other {With you: {names}{more, plural, =0 {} other { and # more}}.}}',
    earcon: 'success',
  }),
  cameIn: cueKind('circle.cameIn', { category: 'circles', priority: 2, others: '{name} joined your circle, {size} people now.', many: '{names} joined your circle.', earcon: 'circleJoin' }),
  left: cueKind('circle.left', { category: 'circles', priority: 1, own: 'You left the circle {circle}.' }),
  wentOut: cueKind('circle.wentOut', { category: 'circles', priority: 2, others: '{name} left your circle, {size, plural, =1 {you alone are in it} other {# people now}}.', many: '{names} left your circle.', earcon: 'circleLeave' }),
  knocked: cueKind('circle.knocked', { category: 'circles', priority: 1, own: 'You knock at the circle {circle}. Its people are told.', others: '{name} knocks at your circle. You can let them in.', earcon: 'hand' }),
  admitted: cueKind('circle.admitted', { category: 'circles', priority: 1, own: 'You let {name} in.', others: '{by} lets you in. You walk to the circle {circle}.', earcon: 'success' }),
  declined: cueKind('circle.declined', { category: 'circles', priority: 1, own: 'You do not let {name} in now.', others: 'The circle {circle} goes on as it is for now. You can stand near and listen.' }),
  named: cueKind('circle.named', { category: 'circles', priority: 2, own: 'Your circle is now the circle {circle}.', others: '{name} changed the topic: your circle is now the circle {circle}.' }),
  closed: cueKind('circle.closed', { category: 'circles', priority: 2, own: 'From now on people knock at your circle.', others: '{name} asks people to knock at your circle.' }),
  opened: cueKind('circle.opened', { category: 'circles', priority: 2, own: 'From now on anyone can join your circle.', others: '{name} lets anyone join your circle.' }),
} as const;

/** What is told when someone has left a circle, to those who are still in it. */
export const wentOut = (room: RoomView, id: PersonId, left: Gathering | undefined): readonly Cue[] =>
  left && left.members.length > 0 ? [cue(circleCues.wentOut, id, left.members, { name: callNameOf(room, id), size: left.members.length })] : [];

/** What is told when someone has joined a circle: to them, to those in it, and to those of the one that they left. */
export const joinedCues = (room: RoomView, id: PersonId, { circle, left }: { readonly circle: Gathering; readonly left: Gathering | undefined }): readonly Cue[] => {
  const mates = circle.members.filter((other) => other !== id);
  return [
    cue(circleCues.joined, id, 'self', { circle: circleName(circle), others: mates.length, ...someNames(room, mates) }),
    cue(circleCues.cameIn, id, mates, { name: callNameOf(room, id), size: circle.members.length }),
    ...wentOut(room, id, left),
  ];
};

/** CI4. Whoever has gone away from their circle is in it no more. Answers what is told. */
export const endStrays = (room: Room): readonly Cue[] =>
  strayed(room).flatMap((id) => {
    const left = leaveCircle(room, id);
    return left ? [cue(circleCues.left, id, [id], { circle: circleName(left) }), ...wentOut(room, id, left)] : [];
  });
