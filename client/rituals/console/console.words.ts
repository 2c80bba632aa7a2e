import { message } from '#shared/kernel/message.ts';

/** What those who run a ritual have before them (reference/interface.md §9). */
export const desk = {
  steps: message('desk.steps', 'Steps'),
  used: message('desk.used', '{used, number} of {all, number} minutes used'),
  step: message('desk.step', '{state, select, now {now} done {took {minutes, plural, =0 {less than a minute} one {# minute} other {# minutes}}} out {left out} other {about {minutes, plural, one {# minute} other {# minutes}}}}'),
  room: message('desk.room', 'The room'),
  elsewhere: message('desk.elsewhere', '{count, plural, =0 {Nobody is in another room.} one {One person is in another room, and is invited.} other {# people are in other rooms, and are invited.}}'),
  mayUnmute: message('desk.mayUnmute', 'They may unmute.'),
  inLight: message('desk.inLight', '{name} is in the spotlight.'),
  spotlight: message('desk.spotlight', 'Spotlight…'),
  hands: message('desk.hands', 'Hands'),
  hand: message('desk.hand', '{name}, up for {minutes, plural, =0 {less than a minute} one {a minute} other {# minutes}}'),
  inviteHand: message('desk.inviteHand', 'Invite'),
  inviteOne: message('desk.inviteOne', 'Invite {name} to speak next'),
  light: message('desk.light', 'Spotlight'),
  lightOne: message('desk.lightOne', 'Spotlight on {name}'),
  notes: message('desk.notes', 'My notes'),
  alone: message('desk.alone', 'Only you see them.'),
  shared: message('desk.shared', 'Only you and {names} see them.'),
  note: message('desk.note', 'A note'),
  removeNote: message('desk.removeNote', 'Remove the note: {text}'),
  dock: message('desk.dock', 'Lead the ritual'),
  endTurn: message('desk.endTurn', 'End the turn'),
  endTurnOf: message('desk.endTurnOf', '{act}: {name}'),
  nobodySpeaks: message('desk.nobodySpeaks', 'Nobody has the turn now.'),
  handOver: message('desk.handOver', 'Hand over…'),
  plan: message('desk.plan', 'Plan'),
  canTakeOver: message('desk.canTakeOver', '{names} can take over.'),
  usedOfStep: message('desk.usedOfStep', '{used, number} of about {all, plural, one {# minute} other {# minutes}}.'),
  advice: message('desk.advice', 'It is advice: people are never cut off.'),
  turns: message('desk.turns', '{spoken, plural, =0 {Nobody has spoken} one {# has spoken} other {# have spoken}}, {coming, plural, =0 {nobody is to come} one {# is to come} other {# are to come}}'),
  turnTook: message('desk.turnTook', '{minutes, plural, =0 {less than a minute} one {# minute} other {# minutes}}'),
  widen: message('desk.widen', 'Make it wider'),
  narrow: message('desk.narrow', 'Make it narrower'),
  come: message('desk.come', 'This step is held at {place}.'),
} as const;

/** An invitation from another room. */
export const invited = {
  says: message('ritual.invitation', '{by} invites you to {title} in {room}.'),
  go: message('ritual.invitationGo', 'Go to {room}'),
  stay: message('ritual.invitationStay', 'Stay here'),
} as const;
