/** Screens enlarged, where there is little room for what sticks, and from right to left. `npm run gallery -- --axe` judges all in every guise. */
import { judge } from './judge.ts';

judge([
  { guise: 'narrow-text-200', chapters: ['room', 'dialogs', 'welcome'], by: ['layout', 'fit', 'room'] },
  { guise: 'wide-text-200', chapters: ['room'], by: ['layout', 'fit', 'room'] },
  { guise: 'zoom-400', chapters: ['room', 'dialogs'], by: ['layout', 'fit', 'room'] },
  { guise: 'wide-right-to-left', chapters: ['room'], by: ['axe', 'fit'] },
]);
