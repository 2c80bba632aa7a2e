import { message } from '#shared/kernel/message.ts';

export const keeping = {
  takenUp: message('settings.takenUp', 'Your settings are as you left them.'),
} as const;
