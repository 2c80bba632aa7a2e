import { message } from '#shared/kernel/message.ts';

export const place = {
  nearCount: message('place2d.nearCount', '{count, plural, =0 {Nobody is near.} one {One person is near.} other {# people are near.}}'),
  chooseSeat: message('place2d.chooseSeat', 'Choose a seat'),
  goThere: message('place2d.goThere', 'Go to'),
  sit: message('place2d.sit', 'Sit'),
  yours: message('place2d.yours', 'your seat'),
  noneFree: message('place2d.noneFree', 'Every seat here is taken.'),
} as const;
