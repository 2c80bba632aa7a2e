import type { Actor, Moment } from '#shared/kernel/capability.ts';
import type { Answer, Command } from '#shared/kernel/command.ts';
import type { PersonId, RoomId } from '#shared/kernel/ids.ts';
import { dispatchRefusals, refuse } from '#shared/kernel/refusal.ts';
import type { Done } from '../host/dispatch.ts';
import { errorDetails, log } from '../host/log.ts';
import type { Fact, Storage } from '../storage/storage.ts';
import type { Journal } from './journal.ts';

/** Records that wait while nothing can be stored; beyond it the oldest go. */
const KEPT_RECORDS = 20_000;

/** A granted command that nobody has been told of yet. */
export interface Granted {
  readonly done: Done;
  readonly actor: Actor;
  readonly command: Command;
  readonly moment: Moment;
  /** False for companions, whom no record names. */
  readonly recorded: boolean;
  /** What was drawn from the moment. */
  readonly drawn: readonly (number | string)[];
  readonly answer: (answer: Answer) => void;
}

interface Waiting {
  readonly granted: Granted;
  readonly fact: Fact;
}

/**
 * Sees to it that nobody hears of a lasting fact before it is stored. What need not last is told at once and answered
 * after the next patch; the rest waits for its commit, and is refused when that fails.
 */
export class Ledger {
  readonly #room: RoomId;
  readonly #storage: Pick<Storage, 'commit'>;
  readonly #journal: Journal;
  readonly #tell: (granted: Granted) => void;
  #durable: Waiting[] = [];
  #records: Fact[] = [];
  #answers: (() => void)[] = [];
  #storing: Promise<void> = Promise.resolve();
  #failing = false;

  /** `tell` sends the cues of a command, and does what follows from it, once it holds. */
  constructor(room: RoomId, storage: Pick<Storage, 'commit'>, journal: Journal, tell: (granted: Granted) => void) {
    this.#room = room;
    this.#storage = storage;
    this.#journal = journal;
    this.#tell = tell;
  }

  /** Notes what happened without a command, for recovery alone. */
  note(at: number, actor: PersonId, what: string, payload: unknown): void {
    const journal = this.#journal.write({ at, actor, capability: what, payload, key: '', chance: [] }, true);
    this.#records.push({ activity: undefined, line: undefined, room: this.#room, journal });
  }

  take(granted: Granted): void {
    const fact = this.#factOf(granted);
    if (granted.done.capability.durable) {
      this.#durable.push({ granted, fact });
      return;
    }
    if (fact.activity ?? fact.journal) this.#records.push(fact);
    this.#tellOf(granted);
    this.#answers.push(() => granted.answer({ accepted: true }));
  }

  /** Call right after a patch: answers what the patch shows, and starts storing what waits. */
  flush(): void {
    for (const answer of this.#answers.splice(0)) answer();
    const durable = this.#durable.splice(0);
    const records = this.#records.splice(0);
    if (durable.length + records.length > 0) this.#storing = this.#storing.then(() => this.#store(durable, records));
  }

  /** Resolves when everything that was flushed is stored or refused. */
  settled(): Promise<void> {
    return this.#storing;
  }

  async #store(durable: readonly Waiting[], records: readonly Fact[]): Promise<void> {
    try {
      await this.#storage.commit([...durable.map(({ fact }) => fact), ...records]);
    } catch (error) {
      // Said once: a full disk is tried again ten times a second.
      if (!this.#failing) log('storage.failed', errorDetails(error));
      this.#failing = true;
      // What nobody waits for is kept for the next try, so that the activity log has no hole.
      this.#records = [...records, ...this.#records].slice(-KEPT_RECORDS);
      const { refusal } = refuse(dispatchRefusals.notStored);
      for (const waiting of durable) {
        this.#close(waiting);
        waiting.granted.answer({ accepted: false, refusal });
      }
      return;
    }
    if (this.#failing) log('storage.mended');
    this.#failing = false;
    for (const waiting of durable) {
      const { granted } = waiting;
      this.#close(waiting);
      this.#tellOf(granted);
      granted.answer({ accepted: true });
    }
  }

  #close({ fact }: Waiting): void {
    if (fact.journal) this.#journal.settle(fact.journal.number);
  }

  /** It holds already: words that fail must neither undo it nor hold up what comes behind. */
  #tellOf(granted: Granted): void {
    try {
      this.#tell(granted);
    } catch (error) {
      log('cue.failed', { capability: granted.done.capability.id, ...errorDetails(error) });
    }
  }

  #factOf({ done, actor, command, moment, drawn, recorded }: Granted): Fact {
    const { capability, object, reason, effects } = done;
    const entry = { at: moment.at, actor: actor.id, capability: capability.id, payload: command.payload, key: command.key, chance: [...drawn] };
    const journal = capability.ephemeral ? undefined : this.#journal.write(entry, !capability.durable);
    const activity =
      capability.record === 'none' || !recorded
        ? undefined
        : { at: moment.at, actor: capability.record === 'named' ? actor.id : undefined, capability: capability.id, object, room: this.#room };
    const audit = reason === undefined ? undefined : { id: moment.newId(), at: moment.at, actor: actor.id, act: capability.id, object, reason, scope: this.#room };
    const line = effects.find((effect) => effect.kind === 'line')?.line;
    return { activity, line, audit, effects, journal, room: this.#room };
  }
}
