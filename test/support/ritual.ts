/** A ritual without a room: people by name, a moment for each event. */
import { advance } from '#shared/rituals/advance.ts';
import type { News, RitualEvent, Setting } from '#shared/rituals/events.ts';
import { openPart, planRun, type Comer, type RoundPart, type Run } from '#shared/rituals/run.ts';
import { readScript } from '#shared/rituals/script.faults.ts';
import type { Script, StepKind } from '#shared/rituals/script.ts';
import { personId } from '#shared/kernel/ids.ts';

export { MINUTE } from '#shared/rituals/run.ts';
const charter = { title: 'How we are', version: 3, sections: [{ heading: 'Care', text: 'We listen first.' }] };
const particular: Partial<Record<StepKind, object>> = { act: { act: 'ribbon' }, pledge: { charter } };

export const stepOf = (kind: StepKind, more: object = {}): object => ({ kind, name: `The ${kind}`, prompt: 'What is new?', minutes: 5, ...particular[kind], ...more });

/** A script of these steps; throws where they are none. */
export const scriptOf = (...steps: readonly object[]): Script => {
  const read = readScript({ version: 1, title: 'Check-in', steps });
  if (read.faults) throw new Error(JSON.stringify(read.faults));
  return read.script;
};

/** Names in capitals may run rituals: `ANA`. */
export const comer = (name: string): Comer => ({ id: personId(name.toLowerCase()), name, rank: name === name.toUpperCase() ? 'runs' : name.startsWith('Guest') ? 'guest' : 'member', companion: name.startsWith('Bot') });

/** A ritual under way, which a test walks on: everyone in `here`, or as `away`, `hands` and `venues` say. */
export class Rite {
  run: Run;
  at = 1_000_000;
  here: Comer[];
  hands: string[] = [];
  venues: Record<string, string> = {};
  news: readonly News[] = [];
  #lots = 0;

  constructor(script: Script, ...names: readonly string[]) {
    this.here = names.map(comer);
    this.run = planRun('run-1', script, personId('ana'), null);
  }

  setting(by: string): Setting {
    return {
      at: this.at, by: comer(by), here: this.here, hands: this.hands.map((name) => personId(name.toLowerCase())), venueOf: (id) => this.venues[id] ?? '',
      chance: () => ((this.#lots = (this.#lots * 7 + 3) % 11), this.#lots / 11), newId: () => `id-${this.at}`,
    };
  }

  /** Answers `done`, or the code of the refusal. Each event is a second after the one before. */
  do(by: string, event: RitualEvent, after = 1_000): string {
    this.at += after;
    const done = advance(this.run, event, this.setting(by));
    if (!done.granted) return done.refusal.code;
    [this.run, this.news] = [done.run, done.news];
    return 'done';
  }

  start(by = 'ANA'): this {
    if (this.do(by, { kind: 'start' }) !== 'done') throw new Error('It did not start.');
    return this;
  }

  go(away: string): void {
    this.here = this.here.filter(({ name }) => name !== away);
  }

  come(name: string): void {
    this.here.push(comer(name));
    this.do(name, { kind: 'come', people: [comer(name)] });
  }

  get step(): number {
    return 'step' in this.run.phase ? this.run.phase.step : -1;
  }

  next(by = 'ANA', ...leaving: readonly string[]): string {
    return this.do(by, { kind: 'next', from: this.step, leaving: leaving.map((name) => personId(name.toLowerCase())) });
  }

  get round(): RoundPart {
    const part = openPart(this.run, 'round');
    if (!part) throw new Error('No round is open.');
    return part;
  }

  /** The turns of the open round, such as `ana speaking, ben waiting`. */
  get turns(): string {
    return this.round.turns.map(({ person, state }) => `${person} ${state}`).join(', ');
  }
}
