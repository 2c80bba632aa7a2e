import { message } from '#shared/kernel/message.ts';

export const around = {
  goTo: message('around.goTo', 'Go to'),
  describe: message('around.describe', 'Describe'),
  handIsUp: message('around.handIsUp', 'hand up, {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}'),
  speaking: message('around.speaking', 'speaking'),
  waitingTitle: message('around.handsTitle', 'Hands up, in order'),
  showMore: message('people.showMore', '{count, plural, one {Show one more person} other {Show # more people}}'),
  nobody: message('around.nobody', '{lit, select, yes {The hearth is lit. } other {}}Nobody else is here yet.'),
  lively: message('around.lively', '{room} has {count, plural, one {# person} other {# people}}{others, select, yes { and {other} {more}} other {}}.'),
  orStay: message('around.orStay', 'Or stay: you will hear when someone comes in.'),
  stay: message('around.stay', 'You will hear when someone comes in.'),
} as const;
