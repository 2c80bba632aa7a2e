import { message } from '#shared/kernel/message.ts';

export const rehearsal = {
  rehearse: message('rehearsal.rehearse', 'Rehearse {title}'),
  alone: message('rehearsal.alone', 'Rehearse alone'),
  title: message('rehearsal.title', 'Rehearsal of {title}'),
  means: message('rehearsal.means', 'This is a rehearsal, with companions in place of others: they take their turns, sign and press. Nobody else sees it, and nothing of it is kept.'),
  over: message('rehearsal.over', 'The rehearsal has ended. Nothing of it is kept.'),
  again: message('rehearsal.again', 'Rehearse again'),
  company: message('rehearsal.company', 'Companion {number}'),
  notHere: message('rehearsal.notHere', 'Not in a rehearsal.'),
} as const;
