/** The way in and the room itself as most people meet them, and what differs in other colours. */
import { judge } from './judge.ts';

judge([
  { guise: 'wide', chapters: ['doors', 'join', 'alone', 'room', 'talk'], by: ['axe', 'fit', 'spacing', 'keys'] },
  { guise: 'wide-dark', chapters: ['room', 'dialogs'], by: ['axe'] },
  { guise: 'wide-forced', chapters: ['room', 'dialogs'], by: ['axe'] },
]);
