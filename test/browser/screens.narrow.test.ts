/** Screens on a phone. */
import { judge } from './judge.ts';

judge([
  { guise: 'narrow', chapters: ['join', 'room', 'talk', 'dialogs', 'steward', 'welcome'], by: ['axe', 'fit', 'spacing', 'keys'] },
  { guise: 'narrow-spanish', chapters: ['room'], by: ['axe', 'fit'] },
]);
