/** What opens over the room, the picture, and what becomes of a visit. */
import { judge } from './judge.ts';

judge([{ guise: 'wide', chapters: ['dialogs', 'steward', 'welcome', 'astray', 'picture', 'connection', 'ended'], by: ['axe', 'colours', 'fit', 'spacing', 'keys'] }]);
