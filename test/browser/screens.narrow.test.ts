/** Screens where there is little room: on a phone, enlarged, in longer words and from right to left. */
import { judge } from './judge.ts';

judge({
  'narrow': { chapters: ['join', 'room', 'talk', 'dialogs', 'steward', 'welcome'], by: ['axe', 'fit', 'spacing', 'keys'] },
  'narrow-spanish': { chapters: ['room'], by: ['axe', 'fit'] },
  'narrow-text-200': { chapters: ['room'], by: ['axe', 'fit', 'room'] },
  'wide-text-200': { chapters: ['room'], by: ['axe', 'fit', 'room'] },
  'zoom-400': { chapters: ['room', 'dialogs'], by: ['axe', 'fit', 'room'] },
  'wide-right-to-left': { chapters: ['room'], by: ['axe', 'fit'] },
});
