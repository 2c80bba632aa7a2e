import { message } from '#shared/kernel/message.ts';

export const voiceOf = {
  title: message('voice.of', 'Voice of {name}, for you'),
} as const;
