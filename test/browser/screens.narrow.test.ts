/** Screens on a phone. */
import { judge } from './judge.ts';

judge([
  { guise: 'narrow', chapters: ['join', 'room', 'talk', 'dialogs', 'steward', 'welcome', 'board', 'boardDialogs'], by: ['axe', 'fit', 'spacing', 'keys'], except: { axe: ['boardDialogs'], spacing: ['boardDialogs'], keys: ['board', 'boardDialogs'] } },
  { guise: 'narrow-spanish', chapters: ['room'], by: ['axe', 'fit'] },
]);
