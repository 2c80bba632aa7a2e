import { message } from '#shared/kernel/message.ts';

/** The strings of the way in. */
export const say = {
  steps: message('join.steps', 'Steps'),
  stepDone: message('join.stepDone', '(done)'),
  you: message('join.step.you', 'You'),
  look: message('join.step.look', 'Look'),
  view: message('join.step.view', 'View'),
  titleKnown: message('join.title.known', 'Welcome back'),
  titleYou: message('join.title.you', 'Come in'),
  titleLook: message('join.title.look', 'Your look'),
  titleView: message('join.title.view', 'Your view'),
  titleViewAndSound: message('join.title.viewAndSound', 'Your view and sound'),
  inside: message(
    'join.inside',
    '{count, plural, =0 {The hearth is lit. Nobody is here yet.} one {{count} person is here now.} other {{count} people are here now.}}',
  ),
  insideNames: message('join.insideNames', '{names}.'),
  othersInside: message('join.othersInside', '{count, plural, one {{count} other} other {{count} others}}'),

  leadYou: message('join.lead.you', 'You need no account.'),
  name: message('join.name', 'Your name'),
  nameHint: message('join.nameHint', 'As you like to be called. Any script is welcome.'),
  nameNeeded: message('join.nameNeeded', 'A name is needed: it is how people here will know you.'),
  callMe: message('join.callMe', 'What to call you'),
  callMeHint: message('join.callMeHint', 'Over your head and in lists, up to {most} letters.'),
  pronouns: message('join.pronouns', 'Pronouns'),
  pronounsHint: message('join.pronounsHint', 'Shown beside your name. Any words are welcome.'),
  optional: message('join.optional', 'optional'),
  pronounsShe: message('join.pronouns.she', 'she/her'),
  pronounsHe: message('join.pronouns.he', 'he/him'),
  pronounsThey: message('join.pronouns.they', 'they/them'),
  skip: message('join.skip', 'Skip: enter now with a random look'),

  knownAs: message('join.knownAs', 'This browser knows you as {name}.'),
  continueAs: message('join.continueAs', 'Continue as {name}'),
  sound: message('join.knownSound', 'Voices: change how you meet them'),
  someoneElse: message('join.someoneElse', 'Come in as someone else in this tab'),
  someoneElseHint: message('join.someoneElseHint', 'In every other tab you stay {name}.'),

  back: message('join.back', 'Back'),
  toLook: message('join.toLook', 'Choose a look'),
  toView: message('join.toView', 'Choose a view'),
  enter: message('join.enter', 'Enter'),
  entering: message('join.entering', 'Coming in…'),

  viewQuestion: message('join.viewQuestion', 'How would you like to be here?'),
  viewHint: message(
    'join.viewHint',
    'Both are the same room with the same people. Nobody sees which one you use, and you can switch at any time.',
  ),
  view2d: message('join.view2d', '2D'),
  view3d: message('join.view3d', '3D'),
  view2dText: message('join.view2dText', 'People, places and chat on one page. By pointer, keyboard, screen reader or touch, at any zoom.'),
  view3dText: message('join.view3dText', 'Walk about in the room itself. By pointer, keyboard, screen reader or touch.'),
  noWebgl: message('join.noWebgl', 'Not now: 3D cannot start in this browser, because it has no WebGL. Everything is in the 2D view.'),
} as const;
