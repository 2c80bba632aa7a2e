/** Screens judged by axe where there is little room: on a phone, enlarged, in longer words and from right to left. */
import { judge } from './judge.ts';

judge({
  'narrow': ['join', 'room', 'dialogs', 'steward'],
  'narrow-spanish': ['room'],
  'narrow-text-200': ['room'],
  'wide-text-200': ['room'],
  'zoom-400': ['room', 'dialogs'],
  'wide-right-to-left': ['room'],
});
