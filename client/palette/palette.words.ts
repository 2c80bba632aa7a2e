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
  undo: message('palette.undo', 'Undo: {act}'),
  everything: message('palette.everything', 'Back to everything'),
  whatWith: message('palette.whatWith', '{name}: what you can do'),
  more: message('palette.more', '{count, plural, one {One more person is here: type their name.} other {# more people are here: type a name.}}'),
  section: message('palette.section', 'Settings: {section}'),
} as const;
