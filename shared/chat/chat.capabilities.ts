import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { cue, cueKind } from '../kernel/cue.ts';
import { lineId } from '../kernel/ids.ts';
import { grant } from '../kernel/refusal.ts';
import { callNameOf } from '../people/people.rules.ts';
import { LONGEST_LINE, type Line } from './chat.ts';

export const chatCues = {
  said: cueKind('chat.said', {
    category: 'chat',
    priority: 2,
    own: 'Sent to the room.',
    others: 'New message from {name}.',
    many: '{count, plural, one {# new message} other {# new messages}}, from {names}.',
    earcon: 'message',
    effect: 'turn',
  }),
} as const;

export const say = defineCapability({
  id: 'chat.say',
  label: 'Say to the room',
  help: 'Write a message that everyone in the room can read, and whoever comes later.',
  shortcut: 't',
  anchor: 'room',
  payload: z.strictObject({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_LINE)) }),
  durable: true,
  record: 'named',
  rate: 'chat',
  permit: () => grant,
  apply: (room, actor, payload, moment): Line => ({
    id: lineId(moment.newId()),
    by: actor.id,
    name: callNameOf(room, actor.id),
    text: payload.text,
    at: moment.at,
  }),
  effects: (line) => [{ kind: 'line', line }],
  cues: (line, actor) => [cue(chatCues.said, actor.id, 'room', { name: line.name, line: line.id, text: line.text, at: line.at })],
});
