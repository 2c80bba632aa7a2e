import { message } from '#shared/kernel/message.ts';

export const palette = {
  keys: message('palette.keys', 'Ctrl . {key}'),
  choose: message('palette.choose', 'choose'),
  do: message('palette.do', 'do'),
  escape: message('palette.escape', 'Esc'),
  enter: message('palette.enter', 'Enter'),
  results: message('palette.results', 'Results'),
} as const;
