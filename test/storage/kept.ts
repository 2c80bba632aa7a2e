/** Things to keep, for the storage tests. */
import type { JournalEntry } from '#server/storage/journal.ts';
import type { Invitation } from '#shared/invitations/invitation.ts';
import type { Activity, Fact, Profile } from '#server/storage/storage.ts';
import type { KeptRun } from '#shared/rituals/kept.ts';
import type { Line } from '#shared/chat/chat.ts';
import { lineId, personId, roomId } from '#shared/kernel/ids.ts';

export const commons = roomId('commons');
export const [ana, ben, cy] = [personId('ana'), personId('ben'), personId('cy')] as const;
/** Beyond 32 bits, as times are. */
export const NOON = 1_795_000_000_000;

export const line = (id: string, at = NOON, text = `said ${id}`): Line => ({ id: lineId(id), by: ana, name: 'Ana', text, at });
export const activity = (at = NOON, capability = 'hand.raise'): Activity => ({ at, actor: ana, capability, object: undefined, room: commons });
export const entry = (number: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
  room: commons, number, at: NOON + number, actor: ana, capability: 'chat.say', payload: { text: `said ${number}` }, key: `key-number-${number}`, chance: [0.25, 'id-7'], version: 1, ...more,
});
export const fact = (parts: Partial<Fact>): Fact => ({ room: commons, line: undefined, activity: undefined, ...parts });
export const profile = (more: Partial<Profile> = {}): Profile => ({ id: ana, name: 'Ana Šarić', callMe: 'Ana', pronouns: 'she', standing: 'guest', look: '0', ...more });
export const invitation = (more: Partial<Invitation> = {}): Invitation => ({
  id: 'inv-1', code: 'WARM-7', standing: 'member', duties: ['facilitator'], usesLeft: undefined, expiresAt: undefined, revokedAt: undefined, madeBy: ana, madeAt: NOON, label: 'Spring', venue: 'Library Hall', ...more,
});
const [anaThen, benThen] = [{ id: ana, name: 'Ana Šarić' }, { id: ben, name: 'Ben' }];
export const charter = (more: object = {}) => ({ title: 'How we are', version: 3, sections: [{ heading: 'Care', text: 'We take care.' }], ...more });
/** A ritual in which two signed a charter and one recognised the other. */
export const keptRun = (more: Partial<KeptRun> = {}, words = charter()): KeptRun => ({
  id: 'run-1', room: commons, people: [ana, ben], notes: [{ id: 'n', by: ana, step: 0, at: NOON, text: 'Ask Ben.' }],
  record: {
    version: 1, title: 'Launch', language: 'en', startedAt: NOON, endedAt: NOON + 60_000, lead: anaThen, people: [anaThen, benThen],
    steps: [
      { name: 'Our charter', kind: 'pledge', took: 1, leftOut: false, count: 2, names: [anaThen, benThen], charter: { ...words, questions: [{ by: benThen, text: 'Until when?' }] } },
      { name: 'Thanks', kind: 'recognition', took: 1, leftOut: false, count: 1, recognitions: [{ by: anaThen, to: benThen, why: 'For the list.', responses: 1 }] },
    ],
  },
  ...more,
});
