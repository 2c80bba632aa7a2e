import type { Earcon } from '#shared/kernel/cue.ts';
import { message, type Message } from '#shared/kernel/message.ts';
import { cueKinds } from '#shared/registry.ts';

/** What each sound stands for. */
export const earconWords: Readonly<Record<Earcon, Message>> = {
  arrive: message('earcon.arrive', 'Someone comes in, or comes to you'),
  leave: message('earcon.leave', 'Someone leaves'),
  circleJoin: message('earcon.circleJoin', 'Someone joins your circle'),
  circleLeave: message('earcon.circleLeave', 'Someone leaves your circle'),
  hand: message('earcon.hand', 'A hand goes up, or someone knocks'),
  turn: message('earcon.turn', 'Your turn'),
  message: message('earcon.message', 'A message'),
  gesture: message('earcon.gesture', 'A gesture'),
  success: message('earcon.success', 'Something you asked for is done'),
  error: message('earcon.error', 'Something cannot be done now'),
};

/** Those that something makes: a cue, or a refusal. */
export const heardEarcons: readonly Earcon[] = [...new Set<Earcon>([...[...cueKinds.values()].flatMap(({ earcon }) => earcon ?? []), 'error'])];
