import { refusalKind } from '../kernel/refusal.ts';

/** Why someone cannot come in. */
export const entryRefusals = {
  badLink: refusalKind('entry.badLink', 'This link does not open Hearth. Ask whoever sent it for a new one.'),
  claimed: refusalKind('entry.claimed', 'This link made someone the owner already, and works once. Come in by the guests’ link.'),
  noName: refusalKind('entry.noName', 'Write a name, so that people know who you are.'),
  badLook: refusalKind('entry.badLook', 'Hearth could not read this look. Choose it again.'),
  malformed: refusalKind('entry.malformed', 'Hearth could not read this. Reload the page and try again.'),
  stranger: refusalKind('entry.stranger', 'Hearth does not know this browser yet. Come in by a link.'),
  full: refusalKind('entry.full', 'The room is full: all its places are taken. Try again in a while.'),
  updated: refusalKind('entry.updated', 'Hearth was updated while you were here. Reload to go on; your place and draft are kept.'),
  unavailable: refusalKind('entry.unavailable', 'Hearth cannot let you in just now. It tries again by itself.'),
  tooManyTabs: refusalKind('entry.tooManyTabs', 'You have this room open in 8 tabs already. Close one, then come in again.'),
  noRoom: refusalKind('entry.noRoom', 'There is no such room here.'),
  badOrigin: refusalKind('entry.badOrigin', 'This page is not Hearth’s own. Open Hearth by its own address.'),
} as const;
