import { refusalKind } from '../kernel/refusal.ts';

/** Why someone cannot come in. */
export const entryRefusals = {
  badLink: refusalKind('entry.badLink', 'This link does not open Hearth. Ask whoever sent it for a new one.'),
  claimed: refusalKind('entry.claimed', 'This link made someone the owner already, and works once. Come in by the guests’ link.'),
  noName: refusalKind('entry.noName', 'A name is needed, so that people know who you are.'),
  badLook: refusalKind('entry.badLook', 'Hearth could not read this look. Choose it again.'),
  malformed: refusalKind('entry.malformed', 'Hearth could not read this. Reload the page and try again.'),
  stranger: refusalKind('entry.stranger', 'Hearth does not know this browser yet. Come in by a link.'),
  full: refusalKind('entry.full', 'The room is full: all its places are taken. Try again in a while.'),
  updated: refusalKind('entry.updated', 'Hearth was updated while you were here. Reload to go on; your place and draft are kept.'),
  linkRevoked: refusalKind('entry.linkRevoked', 'This link has been closed. Ask whoever sent it for a new one.'),
  linkExpired: refusalKind('entry.linkExpired', 'This link has expired. Ask whoever sent it for a new one.'),
  linkUsed: refusalKind('entry.linkUsed', 'This link has been used as often as it may be. Ask whoever sent it for a new one.'),
  noCode: refusalKind('entry.noCode', 'No link has this code. Look at it again: it has eight letters and digits.'),
  tooManyTries: refusalKind('entry.tooManyTries', 'There were a lot of tries from here. In a minute you can try again.'),
  removed: refusalKind('entry.removed', 'You were removed by {by}. {reason, select, none {} other {{reason} }}You may come in again.'),
  banned: refusalKind('entry.banned', 'You cannot come in{forever, select, yes { any more} other { until {until, date, medium}, {until, time, short}}}. {reason, select, none {} other {The reason given: {reason}}}'),
  unavailable: refusalKind('entry.unavailable', 'Hearth cannot let you in now. It tries again by itself.'),
  tooManyTabs: refusalKind('entry.tooManyTabs', 'You have this room open in 8 tabs already. Close one, then come in again.'),
  noRoom: refusalKind('entry.noRoom', 'There is no such room here.'),
  badOrigin: refusalKind('entry.badOrigin', 'This page is not Hearth’s own. Open Hearth by its own address.'),
} as const;
