/** Every screen, judged by axe: whole as most people meet them, and what differs in other colours. `npm run gallery -- --axe` judges all in every guise. */
import { chapterIds } from '#test/screens/chapters.ts';
import { judge } from './judge.ts';

judge({
  'wide': chapterIds,
  'wide-dark': ['room', 'dialogs'],
  'wide-forced': ['room', 'dialogs'],
});
