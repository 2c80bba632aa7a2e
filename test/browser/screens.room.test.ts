/** The way in and the room itself, as most people meet them. */
import { judge } from './judge.ts';

judge([{
  guise: 'wide',
  chapters: ['doors', 'join', 'alone', 'room', 'talk'],
  by: ['axe', 'colours', 'fit', 'spacing', 'keys'],
  // On a phone, where more lies over it, keys go through the same (screens.narrow).
  except: { keys: ['talk'] },
}]);
