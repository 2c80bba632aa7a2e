import type { PersonId, RoomId } from '../kernel/ids.ts';
import { keptOf, type KeptRecord } from './record.ts';
import type { Note, Run } from './run.ts';
import type { Script, StepOf } from './script.ts';

/** RI24. What is kept for good of a run that has ended. */
export interface KeptRun {
  readonly id: string;
  readonly room: RoomId;
  readonly record: KeptRecord;
  /** Those who were there, who may read it. */
  readonly people: readonly PersonId[];
  /** RI27. For those who run rituals alone. */
  readonly notes: readonly Note[];
}

/** One of those that a room has kept, in the list of them. */
export interface RunEntry {
  readonly id: string;
  readonly title: string;
  readonly endedAt: number;
}

/** RI26. A charter in the words that were signed. */
export interface CharterWords {
  readonly language: Script['language'];
  readonly charter: Pick<StepOf<'pledge'>['charter'], 'title' | 'version' | 'sections'>;
}

export const keptRunOf = (room: RoomId, run: Run): KeptRun | undefined => {
  const record = keptOf(run);
  return record && { id: run.id, room, record, people: record.people.map(({ id }) => id), notes: run.notes };
};
