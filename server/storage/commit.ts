import { setImmediate as breathe } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { RoomId } from '#shared/kernel/ids.ts';
import { rowOfAudit } from './audit.ts';
import { undoEffect, writeEffect } from './effects.ts';
import { rowOfEntry } from './journal.ts';
import { deleteLines, rowOfLine, rowsOfReaders } from './lines.ts';
import type { Fact, Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** SQLite takes 32,766 values a statement, PostgreSQL 65,535; after a long outage there are 20,000 records at once. */
const ROWS_A_STATEMENT = 500;
/** Facts of a room whose commit was cut off, that we remember until we can ask; beyond it the oldest go. */
const KEPT_DOUBTS = 5_000;

const inChunks = async <Row>(rows: readonly Row[], insert: (chunk: readonly Row[]) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    // SQLite answers at once: without a pause a long batch would hold up everyone's walking.
    if (from > 0) await breathe();
    await insert(rows.slice(from, from + ROWS_A_STATEMENT));
  }
};

const activityRow = ({ activity, journal }: Fact): Tables['activity'][] =>
  activity
    ? [{
        at: activity.at,
        actor: activity.actor ?? null,
        capability: activity.capability,
        object: activity.object ?? null,
        room: activity.room,
        key: journal ? `${journal.room}#${journal.number}` : null,
      }]
    : [];

const insertAll = async (transaction: Transaction<Tables>, facts: readonly Fact[]): Promise<void> => {
  const lines = facts.flatMap(({ line, room }) => (line ? [rowOfLine(room, line)] : []));
  const readers = facts.flatMap(({ line }) => (line ? rowsOfReaders(line) : []));
  const entries = facts.flatMap(({ journal }) => (journal ? [rowOfEntry(journal)] : []));
  await inChunks(entries, (chunk) => transaction.insertInto('journal').values(chunk).execute());
  await inChunks(lines, (chunk) => transaction.insertInto('line').values(chunk).execute());
  await inChunks(readers, (chunk) => transaction.insertInto('line_reader').values(chunk).execute());
  for (const effect of facts.flatMap(({ effects }) => effects ?? [])) await writeEffect(transaction, effect);
  const audits = facts.flatMap(({ audit }) => (audit ? [rowOfAudit(audit)] : []));
  await inChunks(audits, (chunk) => transaction.insertInto('audit').values(chunk).onConflict((c) => c.column('id').doNothing()).execute());
  await inChunks(facts.flatMap(activityRow), (chunk) => transaction.insertInto('activity').values(chunk).onConflict((c) => c.column('key').doNothing()).execute());
};

/** Takes back what was refused but may have been stored after all. */
const undo = async (transaction: Transaction<Tables>, facts: readonly Fact[]): Promise<void> => {
  for (const { line, journal, effects = [] } of facts) {
    for (const effect of effects) await undoEffect(transaction, effect);
    if (line) await deleteLines(transaction, [line.id]);
    if (journal) await transaction.deleteFrom('journal').where('room', '=', journal.room).where('number', '=', journal.number).execute();
  }
};

/**
 * Commits batches of facts. When the connection breaks exactly during COMMIT, nobody can know whether it took effect: the
 * batch is rejected, and the room's next commit removes what may be there, so that "it was not done" stays true and a
 * batch that is tried again does not collide with itself.
 */
export const committer = (db: Kysely<Tables>): Storage['commit'] => {
  const doubts = new Map<RoomId, Fact[]>();
  return async (facts) => {
    if (!facts.some(({ line, activity, journal, audit, effects = [] }) => line ?? activity ?? journal ?? audit ?? effects[0])) return;
    const rooms = new Set(facts.map(({ room }) => room));
    let isSent = false;
    try {
      await db.transaction().execute(async (transaction) => {
        for (const room of rooms) await undo(transaction, doubts.get(room) ?? []);
        await insertAll(transaction, facts);
        isSent = true;
      });
    } catch (error) {
      if (isSent) for (const room of rooms) doubts.set(room, [...(doubts.get(room) ?? []), ...facts.filter((fact) => fact.room === room)].slice(-KEPT_DOUBTS));
      throw error;
    }
    for (const room of rooms) doubts.delete(room);
  };
};
