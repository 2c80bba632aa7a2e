import * as z from 'zod/mini';
import { circleRefusals } from '../circles/circles.cues.ts';
import { circleOf } from '../circles/circles.rules.ts';
import { defineCapability, type Actor } from '../kernel/capability.ts';
import { cue, cueKind, type Cue } from '../kernel/cue.ts';
import { aLineId } from '../kernel/idSchemas.ts';
import { lineId, personId, type LineId } from '../kernel/ids.ts';
import { grant, refusalKind, refuse, type Permit } from '../kernel/refusal.ts';
import { peopleRefusals } from '../people/people.capabilities.ts';
import { callNameOf } from '../people/people.rules.ts';
import type { Room } from '../rooms/room.ts';
import { LONGEST_LINE, mayRead, readersOf, rememberLine, type Line, type LineTo } from './chat.ts';

export const chatRefusals = {
  toYourself: refusalKind('chat.toYourself', 'That is you. Write to somebody else, to your circle or to the room.'),
  parted: refusalKind('chat.parted', 'You cannot write to {name} now. Your text is kept.'),
  noSuchLine: refusalKind('chat.noSuchLine', 'This message cannot be changed any more: it is old, or was removed.'),
  notYours: refusalKind('chat.notYours', 'Only whoever wrote a message changes it.'),
  yours: refusalKind('chat.yours', 'You wrote this message. Remove it instead.'),
} as const;

export const chatCues = {
  said: cueKind('chat.said', {
    category: 'chat',
    priority: 2,
    own: 'Sent to the room.',
    others: 'New message from {name}.',
    many: '{count, plural, one {# new message} other {# new messages}}, from {names}.',
    earcon: 'message',
    effect: 'talk',
  }),
  saidToCircle: cueKind('chat.saidToCircle', {
    category: 'chat',
    priority: 2,
    own: 'Sent to your circle.',
    others: '{name} to your circle: {text}',
    many: '{count, plural, one {# new message} other {# new messages}} in your circle, from {names}.',
    earcon: 'message',
    effect: 'talk',
  }),
  saidToOne: cueKind('chat.saidToOne', { category: 'chat', priority: 1, own: 'Sent to {other}.', others: '{name} to you: {text}', earcon: 'message' }),
  edited: cueKind('chat.edited', { category: 'chat', priority: 1, own: 'Your message is changed.' }),
  removed: cueKind('chat.removed', { category: 'chat', priority: 1, own: 'Your message is removed.' }),
  takenDown: cueKind('chat.takenDown', { category: 'chat', priority: 1, own: 'The message is taken down.' }),
  earlier: cueKind('chat.earlier', { category: 'own', priority: 1, own: 'Earlier messages are shown above.' }),
} as const;

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_LINE));
const aLine = aLineId;

const targetOf = (room: Room, actor: Actor, to: { readonly kind: 'circle' } | { readonly kind: 'person'; readonly person: string } | undefined): LineTo | undefined => {
  if (to?.kind === 'person') return { kind: 'person', person: personId(to.person) };
  const circle = to && circleOf(room, actor.id);
  return circle && { kind: 'circle', circle: circle.id, readers: circle.members };
};

/** CH5, CH6. What a message is told by, to those who may read it and to nobody else. */
const told = (line: Line, room: Parameters<typeof callNameOf>[0]): Cue => {
  const values = { name: line.name, line: line.id, text: line.text, at: line.at };
  if (line.to?.kind === 'circle') return cue(chatCues.saidToCircle, line.by, line.to.readers, { ...values, circle: line.to.circle, readers: line.to.readers.join(' ') });
  if (line.to?.kind === 'person') return cue(chatCues.saidToOne, line.by, [line.by, line.to.person], { ...values, to: line.to.person, other: callNameOf(room, line.to.person) });
  return cue(chatCues.said, line.by, 'room', values);
};

export const say = defineCapability({
  id: 'chat.say',
  label: 'Say to the room',
  help: 'Write a message that everyone in the room can read, and whoever comes later; or to your circle, or to one person, which nobody else can read.',
  shortcut: 'c',
  anchor: 'room',
  payload: z.strictObject({
    text,
    /** Absent: to the room. */
    to: z.optional(z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('circle') }), z.strictObject({ kind: z.literal('person'), person: z.string().check(z.maxLength(40)) })])),
  }),
  durable: true,
  record: 'named',
  rate: 'chat',
  permit: () => grant,
  accepts: (room, actor, { to }) => {
    if (to?.kind === 'circle') return circleOf(room, actor.id) ? grant : refuse(circleRefusals.none);
    if (to?.kind !== 'person') return grant;
    if (to.person === actor.id) return refuse(chatRefusals.toYourself);
    return room.facts.people.has(to.person) ? grant : refuse(peopleRefusals.notHere);
  },
  guard: (room, actor, { to }) =>
    to?.kind === 'person' && room.relations.parted(actor.id, personId(to.person)) ? refuse(chatRefusals.parted, { name: callNameOf(room, personId(to.person)) }) : grant,
  apply: (room, actor, payload, moment): Line => {
    const to = targetOf(room, actor, payload.to);
    return { id: lineId(moment.newId()), by: actor.id, name: callNameOf(room, actor.id), text: payload.text, at: moment.at, ...(to && { to }) };
  },
  settle: (room, line) => rememberLine(room.lines, line),
  effects: (line) => [{ kind: 'line', line }],
  cues: (line, _actor, room) => [told(line, room)],
});

/** CH7. A message that someone may know of and that can still be changed. */
const known = (room: Room, actor: Actor, id: LineId): Line | undefined => {
  const line = room.lines.get(id);
  return line && line.removedBy === undefined && mayRead(line, actor.id) ? line : undefined;
};
const itsAuthor = (room: Room, actor: Actor, id: LineId): Permit => {
  const line = known(room, actor, id);
  if (!line) return refuse(chatRefusals.noSuchLine);
  return line.by === actor.id ? grant : refuse(chatRefusals.notYours);
};
/** Everyone who has a message. */
const audience = (room: { readonly lines: ReadonlyMap<LineId, Line> } | object, id: LineId): Cue['to'] => {
  const line = 'lines' in room ? room.lines.get(id) : undefined;
  return (line && readersOf(line)) ?? 'room';
};
const change = (room: Room, id: LineId, changed: Partial<Line>): void => {
  const line = room.lines.get(id);
  if (line) room.lines.set(id, { ...line, ...changed });
};

export const edit = defineCapability({
  id: 'chat.edit',
  label: 'Change a message',
  help: 'Change what you wrote. Whoever can read it sees that it was changed.',
  anchor: 'room',
  payload: z.strictObject({ line: aLine, text }),
  durable: true,
  record: 'none',
  rate: 'chat',
  permit: () => grant,
  guard: (room, actor, { line }) => itsAuthor(room, actor, line),
  apply: (room, _actor, payload, moment) => ({ ...payload, at: moment.at, to: audience(room, payload.line) }),
  settle: (room, { line, text: changed, at }) => change(room, line, { text: changed, editedAt: at }),
  effects: ({ line, text: changed, at }) => [{ kind: 'lineEdited', line, text: changed, at }],
  cues: ({ line, text: changed, to }, actor) => [cue(chatCues.edited, actor.id, to, { line, text: changed })],
});

export const removeLine = defineCapability({
  id: 'chat.remove',
  label: 'Remove a message',
  help: 'Take away what you wrote, for everyone. That there was a message stays to be seen.',
  anchor: 'room',
  payload: z.strictObject({ line: aLine }),
  durable: true,
  record: 'none',
  permit: () => grant,
  guard: (room, actor, { line }) => itsAuthor(room, actor, line),
  apply: (room, _actor, { line }) => ({ line, to: audience(room, line) }),
  settle: (room, { line }, actor) => change(room, line, { text: '', removedBy: actor.id }),
  effects: ({ line }, actor) => [{ kind: 'lineRemoved', line, by: actor.id }],
  cues: ({ line, to }, actor) => [cue(chatCues.removed, actor.id, to, { line })],
});

export const takeDown = defineCapability({
  id: 'chat.takeDown',
  label: 'Take a message down',
  help: 'Take away what somebody else wrote to the room. It is kept in the audit list that you did.',
  anchor: 'room',
  payload: z.strictObject({ line: aLine }),
  durable: true,
  record: 'named',
  audited: true,
  permit: () => grant,
  guard: (room, actor, payload) => {
    const line = known(room, actor, payload.line);
    if (!line || line.to !== undefined) return refuse(chatRefusals.noSuchLine);
    return line.by === actor.id ? refuse(chatRefusals.yours) : grant;
  },
  apply: (room, _actor, { line }) => ({ line, by: room.lines.get(line)?.by }),
  settle: (room, { line }, actor) => change(room, line, { text: '', removedBy: actor.id }),
  effects: ({ line }, actor) => [{ kind: 'lineRemoved', line, by: actor.id }],
  cues: ({ line }, actor) => [cue(chatCues.takenDown, actor.id, 'room', { line })],
  objectOf: ({ line }) => line,
});

export const earlier = defineCapability({
  id: 'chat.earlier',
  label: 'Show earlier messages',
  help: 'Read on in what was said before: to the room, and to you.',
  anchor: 'room',
  payload: z.strictObject({ before: z.strictObject({ at: z.number(), line: aLine }) }),
  ephemeral: true,
  record: 'none',
  asks: 'lines',
  permit: () => grant,
  apply: () => undefined,
  cues: (_outcome, actor) => [cue(chatCues.earlier, actor.id, 'self')],
});
