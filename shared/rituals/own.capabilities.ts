import * as z from 'zod/mini';
import { defineCapability } from '../kernel/capability.ts';
import { aPersonId } from '../kernel/idSchemas.ts';
import type { PersonId } from '../kernel/ids.ts';
import { grant, refuse } from '../kernel/refusal.ts';
import { byEvent } from './doing.ts';
import { runOf } from './held.ts';
import { ritualRefusals } from './rituals.refusals.ts';
import { openPart } from './run.ts';
import { MOST_STEPS, text } from './script.ts';

/** What one writes in a ritual (characters). */
export const LONGEST_WRITING = 2_000;
export const LONGEST_REASON = 500;

/** RI8. */
export const endTurn = defineCapability({
  id: 'ritual.done', label: 'I have spoken', help: 'End your turn, so that the next one begins.', anchor: 'self', record: 'none',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'done' })),
});
export const passTurn = defineCapability({
  id: 'ritual.pass', label: 'Pass', help: 'Do without your turn in this round. Nobody asks why.', anchor: 'self', record: 'none',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'pass' })),
});
export const speakLater = defineCapability({
  id: 'ritual.later', label: 'Speak later', help: 'Let the others speak first. Your turn comes again.', anchor: 'self', record: 'none',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'later' })),
});
export const takeMoreTime = defineCapability({
  id: 'ritual.moreTime', label: 'More time for me', help: 'Take more time in your turn, as often as you like.', anchor: 'self', record: 'none',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'moreTime' })),
});
export const takeTurn = defineCapability({
  id: 'ritual.take', label: 'Speak now', help: 'Take the turn while nobody has it.', anchor: 'self', record: 'none',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'take' })),
});
export const writeInstead = defineCapability({
  id: 'ritual.write', label: 'Write instead', help: 'Say it in writing, in this round or in one that went on without you. Everyone can read it.', anchor: 'self', record: 'none', rate: 'chat',
  payload: z.strictObject({ step: z.int().check(z.gte(0), z.lt(MOST_STEPS)), text: text(LONGEST_WRITING) }),
  ...byEvent(({ step, text: words }: { step: number; text: string }) => ({ kind: 'write', step, text: words }), 'whenAsked'),
});

/** RI22. */
export const readWritten = defineCapability({
  id: 'ritual.read', label: 'Read what was written', help: 'Read what people wrote in this ritual: in place of a turn, about the charter, in recognition.', anchor: 'room', record: 'none', ephemeral: true,
  payload: z.strictObject({}),
  permit: (room) => (runOf(room) ? grant : refuse(ritualRefusals.none)),
  apply: () => undefined,
  asks: 'texts',
});

/** RI12. */
export const actTogether = defineCapability({
  id: 'ritual.act', label: 'Do it together', help: 'Cut the ribbon, light a candle or add a stone: one press, any time while the step is open.', anchor: 'self', record: 'named',
  payload: z.strictObject({}),
  ...byEvent(() => ({ kind: 'act' })),
});

/** RI13. */
export const signCharter = defineCapability({
  id: 'ritual.sign', label: 'Sign the charter', help: 'Sign it as you have read it. Your name stands beside it.', anchor: 'self', record: 'named',
  payload: z.strictObject({ version: z.int().check(z.gte(1)) }),
  ...byEvent(({ version }: { version: number }) => ({ kind: 'sign', version }), (run) => {
    const step = run.script.steps.find(({ kind }) => kind === 'pledge');
    return { kind: 'sign', version: step?.kind === 'pledge' ? step.charter.version : 0 };
  }),
});
export const askAboutCharter = defineCapability({
  id: 'ritual.ask', label: 'Ask about the charter', help: 'Ask about what is not clear. Everyone can read your question.', anchor: 'self', record: 'named', rate: 'chat',
  payload: z.strictObject({ text: text(LONGEST_REASON) }),
  ...byEvent(({ text: words }: { text: string }) => ({ kind: 'ask', text: words }), () => ({ kind: 'ask', text: '' })),
});

/** RI14. */
export const recognise = defineCapability({
  id: 'ritual.recognise', label: 'Recognise somebody', help: 'Name somebody who was here, and say what for. Those here can read it, until another ritual begins.', anchor: 'person', record: 'named', rate: 'chat',
  payload: z.strictObject({ person: aPersonId, why: text(LONGEST_REASON) }),
  ...byEvent(({ person, why }: { person: PersonId; why: string }) => ({ kind: 'recognise', to: person, why }), 'whenAsked'),
  // Told as of somebody who was not there: a block shows itself to nobody.
  guard: (room, actor, { person }) => (room.relations.parted(actor.id, person) ? refuse(ritualRefusals.stranger) : grant),
});
export const respond = defineCapability({
  id: 'ritual.respond', label: 'Respond', help: 'Respond to what was said of somebody, once.', anchor: 'self', record: 'none', rate: 'reaction',
  payload: z.strictObject({ recognition: z.string().check(z.maxLength(60)) }),
  ...byEvent(({ recognition }: { recognition: string }) => ({ kind: 'respond', to: recognition }), 'whenAsked'),
  guard: (room, actor, { recognition }) => {
    const run = runOf(room);
    const given = run && openPart(run, 'recognition')?.given.find(({ id }) => id === recognition);
    return given && (room.relations.parted(actor.id, given.by) || room.relations.parted(actor.id, given.to)) ? refuse(ritualRefusals.noSuchRecognition) : grant;
  },
});
