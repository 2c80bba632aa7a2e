import { message } from '#shared/kernel/message.ts';

export const palette = {
  keys: message('palette.keys', 'Ctrl+. then {key}'),
  keysSpoken: message('palette.keysSpoken', 'Ctrl and full stop, then {key}'),
  choose: message('palette.choose', 'choose'),
  do: message('palette.do', 'do'),
  escape: message('palette.escape', 'Esc'),
  enter: message('palette.enter', 'Enter'),
  results: message('palette.results', 'Results'),
  person: message('palette.person', '{away}. {place}'),
  keepsPlace: message('palette.keepsPlace', 'You stay where you are'),
  helpContext: message('palette.helpContext', 'Keys, and what you can do'),
  undo: message('palette.undo', 'Undo: {act}'),
  repeat: message('palette.repeat', 'Repeat the last announcement'),
  urgent: message('palette.urgent', 'Urgent ones still come'),
  paused: message('palette.paused', 'Announcements are paused. Urgent ones still come.'),
  resumed: message('palette.resumed', 'Announcements are on.'),
  turnSoundsOn: message('palette.turnSoundsOn', 'Turn sounds on'),
  turnSoundsOff: message('palette.turnSoundsOff', 'Turn sounds off'),
  soundsOn: message('palette.soundsOn', 'Sounds are on.'),
  soundsOff: message('palette.soundsOff', 'Sounds are off.'),
} as const;
