/** Every screen, judged by axe, where there is little room: on a phone, enlarged, in longer words and from right to left. */
import { chapterIds } from '#test/screens/chapters.ts';
import { judge } from './judge.ts';

judge({
  'narrow': chapterIds,
  'narrow-spanish': ['join', 'room', 'dialogs'],
  'narrow-text-200': ['join', 'room', 'dialogs'],
  'wide-text-200': ['room', 'picture'],
  'zoom-400': ['join', 'room', 'dialogs', 'picture'],
  'wide-right-to-left': ['join', 'room', 'dialogs'],
});
