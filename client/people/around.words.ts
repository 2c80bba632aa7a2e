import { message } from '#shared/kernel/message.ts';

export const around = {
  goTo: message('around.goTo', 'Go to'),
  describe: message('around.describe', 'Describe'),
  handIsUp: message('around.handIsUp', 'hand up, {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}'),
  waitingTitle: message('around.handsTitle', 'Hands up, in order'),
  showMore: message('people.showMore', '{count, plural, one {Show one more person} other {Show # more people}}'),
} as const;
