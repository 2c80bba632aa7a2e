/** What opens over the room, the picture, and what becomes of a visit. */
import { judge } from './judge.ts';

judge([{
  guise: 'wide',
  chapters: ['dialogs', 'steward', 'welcome', 'astray', 'picture', 'connection', 'ended'],
  by: ['axe', 'colours', 'fit', 'spacing', 'keys'],
  // On a phone, where more lies over it, keys go through the same (screens.narrow).
  except: { keys: ['dialogs', 'steward', 'welcome'] },
}]);
