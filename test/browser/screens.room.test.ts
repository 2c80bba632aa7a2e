/** The way in, the room itself, as most people meet them, and a board of it. */
import { judge } from './judge.ts';

judge([{
  guise: 'wide',
  chapters: ['doors', 'join', 'alone', 'room', 'talk', 'board', 'boardDialogs'],
  by: ['axe', 'colours', 'fit', 'spacing', 'keys'],
  // On a phone, where more lies over it, keys go through the same (screens.narrow), or it is laid out there; a board's dialogs have no parts that others have not.
  except: { keys: ['talk', 'boardDialogs'], fit: ['boardDialogs'], colours: ['boardDialogs'] },
}]);
