import { message } from '#shared/kernel/message.ts';

/** Who speaks, and from which way one hears it. */
export const speaking = {
  state: message('voice.speaking.state', '{from, select, beside {speaking beside you} ahead {speaking ahead of you} right {speaking to your right} behind {speaking behind you} left {speaking to your left} other {speaking}}'),
  who: message('voice.speaking.who', '{from, select, beside {{name} beside you} ahead {{name} ahead of you} right {{name} to your right} behind {{name} behind you} left {{name} to your left} other {{name}}}'),
  more: message('voice.speaking.more', '{count, plural, one {# more} other {# more}}'),
  now: message('voice.speaking.now', 'Speaking: {list}.'),
  nobody: message('voice.speaking.nobody', 'Nobody speaks now.'),
} as const;
