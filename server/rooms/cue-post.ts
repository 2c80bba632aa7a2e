import type { Cue, HeardCue } from '#shared/kernel/cue.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

const KEPT = 200;
const SLACK = 50;
const KEPT_FOR = 5 * 60_000;

/** Numbers cues for each person and keeps the last of them, so that whoever returns hears what they missed, once. */
export class CuePost {
  /** Names one run of the server: numbers of another run mean nothing. */
  readonly epoch: string;
  readonly #kept = new Map<PersonId, HeardCue[]>();
  readonly #numbers = new Map<PersonId, number>();

  readonly #reaches: (speaker: PersonId, listener: PersonId) => boolean;

  /** `reaches` says whether what one person does may reach another: blocks and mutes are judged here, out of sight. */
  constructor(epoch: string, reaches: (speaker: PersonId, listener: PersonId) => boolean) {
    this.epoch = epoch;
    this.#reaches = reaches;
  }

  /** Addresses one cue to everyone it is for. */
  address(cue: Cue, actor: PersonId | undefined, everyone: Iterable<PersonId>, at: number): [PersonId, HeardCue][] {
    const { by, kind, values, reachesAll } = cue;
    const addressed: [PersonId, HeardCue][] = [];
    for (const id of this.#audience(cue, actor, everyone)) {
      if (by !== undefined && !reachesAll && !this.#reaches(by, id)) continue;
      const number = (this.#numbers.get(id) ?? 0) + 1;
      this.#numbers.set(id, number);
      const heard: HeardCue = { number, at, kind, by, values };
      this.#keep(id, heard);
      addressed.push([id, heard]);
    }
    return addressed;
  }

  missed(id: PersonId, after: { epoch: string; number: number } | undefined, now: number): readonly HeardCue[] {
    if (after?.epoch !== this.epoch) return [];
    return (this.#kept.get(id) ?? []).filter((heard) => heard.number > after.number && now - heard.at < KEPT_FOR).slice(-KEPT);
  }

  /** Lets go of what was kept for someone who left. Their numbers go on: a tab that comes back takes lower ones for heard. */
  forget(id: PersonId): void {
    this.#kept.delete(id);
  }

  // Trimmed now and then, not each time: a large room would copy millions of cues a minute.
  #keep(id: PersonId, heard: HeardCue): void {
    const kept = this.#kept.get(id);
    if (!kept) return void this.#kept.set(id, [heard]);
    kept.push(heard);
    if (kept.length > KEPT + SLACK) this.#kept.set(id, kept.slice(-KEPT));
  }

  #audience(cue: Cue, actor: PersonId | undefined, everyone: Iterable<PersonId>): PersonId[] {
    if (cue.to === 'self') return actor === undefined ? [] : [actor];
    if (cue.to === 'room') return [...everyone];
    if (cue.to === 'others') return [...everyone].filter((id) => id !== actor);
    const there = new Set(everyone);
    return cue.to.filter((id) => there.has(id));
  }
}
