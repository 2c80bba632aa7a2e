import { message } from '#shared/kernel/message.ts';

export const help = {
  ctrlK: message('help.keys.ctrlK', 'Ctrl+K'),
  ctrlStop: message('help.keys.ctrlStop', 'Ctrl+.'),
  ctrlStopSpoken: message('help.keys.ctrlStopSpoken', 'Ctrl and full stop'),
  leader: message('help.leader', 'Begins a shortcut. The next key says which'),
  f2: message('help.keys.f2', 'F2'),
  ctrlF6: message('help.keys.ctrlF6', 'Ctrl+F6'),
  shiftCtrlF6: message('help.keys.shiftCtrlF6', 'Shift+Ctrl+F6'),
  regionsBack: message('help.regionsBack', 'To the part before'),
  ctrlSlash: message('help.keys.ctrlSlash', 'Ctrl+/'),
  ctrlSlashSpoken: message('help.keys.ctrlSlashSpoken', 'Ctrl and slash'),
  escape: message('help.keys.escape', 'Escape'),
  escapeMeans: message('help.escapeMeans', 'Closes what is open; ends walking by keys, and a shortcut that was begun'),
  views: message('help.views', 'Two views of one room'),
  viewsText: message('help.viewsText', 'Everything can be done in both, nobody sees which you use, and changing keeps your place and what you were writing.'),
  view2d: message('help.view2d', 'The 2D view'),
  view2dText: message('help.view2dText', 'A page of lists: the people around you, the places, the chat. Each has a heading, and buttons beside each name to go there, sit down or hear a description.'),
  view3d: message('help.view3d', 'The 3D view'),
  view3dText: message('help.view3dText', 'The room as a picture. Press the ground, a seat or a thing to go there, and a person to see what you can do. Drag to look around, or use the buttons of the camera. The lists of the 2D view open from the buttons beside the picture.'),
  walking: message('help.walking', 'Walking'),
  walkingText: message('help.walkingText', '“Go to” finds the way for you. “{walk}”, among the controls of both views, walks with the arrow keys.'),
} as const;
