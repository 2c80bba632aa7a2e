import { message } from '#shared/kernel/message.ts';

export const help = {
  ctrlK: message('help.keys.ctrlK', 'Ctrl K'),
  ctrlSlash: message('help.keys.ctrlSlash', 'Ctrl /'),
  ctrlF6: message('help.keys.ctrlF6', 'Ctrl F6'),
  f2: message('help.keys.f2', 'F2'),
  views: message('help.views', 'Two views of one room'),
  viewsText: message('help.viewsText', 'The 2D view is a page: people, places and chat in lists. The 3D view is the room as a picture. Everything can be done in both, nobody sees which you use, and changing keeps your place and what you were writing.'),
} as const;
