import { message } from '#shared/kernel/message.ts';

export const place = {
  nearCount: message('place2d.nearCount', '{count, plural, =0 {Nobody is near.} one {One person is near.} other {# people are near.}}'),
  chooseSeat: message('place2d.chooseSeat', 'Choose a seat'),
  goThere: message('place2d.goThere', 'Go to'),
  sit: message('place2d.sit', 'Sit'),
  yours: message('place2d.yours', 'your seat'),
  exits: message('place2d.exits', 'Exits'),
  thereCount: message('place2d.thereCount', '{count, plural, one {# person there} other {# people there}}'),
  rooms: message('place2d.rooms', 'Other rooms'),
  roomHolds: message('place2d.roomHolds', '{count, plural, =0 {Nobody is there.} one {One person is there.} other {# people are there.}} It holds {cap}.'),
  tellMe: message('place2d.tellMe', 'Tell me when there is a place'),
  noneFree: message('place2d.noneFree', 'Every seat here is taken.'),
  linkTitle: message('place2d.linkTitle', 'Share where you are'),
  link: message('place2d.link', 'Link to this spot'),
  linkHint: message('place2d.linkHint', 'Whoever has been in Hearth before walks here when they open it. Others need an invitation first.'),
  copy: message('place2d.copy', 'Copy the link'),
  copied: message('place2d.copied', 'The link is copied.'),
  notCopied: message('place2d.notCopied', 'The browser did not let Hearth copy. Select the link and copy it yourself.'),
  visited: message('place2d.visited', 'You were there at {time}.'),
} as const;
