/** Every screen, judged by axe: whole as most people meet them, and what differs in other colours. */
import { chapterIds } from '#test/screens/chapters.ts';
import { judge } from './judge.ts';

judge({
  'wide': chapterIds,
  'wide-dark': ['join', 'room', 'dialogs', 'steward'],
  'wide-forced': ['join', 'room', 'dialogs', 'steward'],
});
