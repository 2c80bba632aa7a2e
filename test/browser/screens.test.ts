/** Every screen, judged: whole as most people meet them, and what differs in other colours. `npm run gallery -- --axe` judges all in every guise. */
import { chapterIds } from '#test/screens/chapters.ts';
import { judge } from './judge.ts';

judge({
  'wide': { chapters: chapterIds, by: ['axe', 'fit', 'spacing', 'keys'] },
  'wide-dark': { chapters: ['room', 'dialogs'], by: ['axe'] },
  'wide-forced': { chapters: ['room', 'dialogs'], by: ['axe'] },
});
