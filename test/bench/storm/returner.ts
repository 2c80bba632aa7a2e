import { enterBy, isInside, untilIn, visitOf } from '#test/support/visitors.ts';
import type { Hearth } from '#client/net/hearth.ts';
import type { CapabilityId, Payload } from '#shared/registry.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import type { Expected, Reply } from './orders.ts';

/** Where a body may stand beside its kept place (m): a free cell of the grid, and centimetres on the wire. */
const NEAR = 0.5;

/** Someone who comes back as our page does, and looks whether all that is theirs is there. */
export class Returner {
  readonly name: string;
  readonly id: string;
  readonly #visit: Hearth;
  #expected: Expected | undefined;
  #lines: readonly string[] = [];
  #backAt: number | undefined;

  static async enter(url: string, link: string, layout: Layout, name: string): Promise<Returner> {
    const visit = visitOf(url, layout, await enterBy(url, link, name));
    await visit.join();
    await isInside(visit);
    return new Returner(visit, name);
  }

  private constructor(visit: Hearth, name: string) {
    this.#visit = visit;
    this.name = name;
    this.id = visit.store.current.you ?? '';
    visit.store.subscribe(() => this.#look());
    visit.onMove(() => this.#look());
  }

  get hand(): boolean {
    return this.#visit.store.current.facts.hands.has(this.id);
  }

  get seat(): string | undefined {
    for (const [seat, holder] of this.#visit.store.current.facts.seats) if (holder === this.id) return seat;
    return undefined;
  }

  async do<Id extends CapabilityId>(id: Id, payload: Payload<Id>): Promise<boolean> {
    return (await this.#visit.perform(id, payload)).accepted;
  }

  /** Resolves once one stands or sits. */
  rests(): Promise<void> {
    const { view, store } = this.#visit;
    const me = this.#visit.actor?.id;
    return untilIn(this.#visit, `${this.name} to rest`, () => me !== undefined && !view.walking(me) && store.current.facts.people.get(me)?.seated === (this.seat !== undefined), 60_000);
  }

  /** From now on one is back only with this. */
  expect(expected: Expected | undefined, lines: readonly string[]): void {
    [this.#expected, this.#lines, this.#backAt] = [expected, lines, undefined];
    this.#look();
  }

  back(): Reply['returns'][number] {
    return this.#backAt === undefined ? { missing: this.#missing() ?? 'nothing' } : { at: this.#backAt };
  }

  #look(): void {
    const { current } = this.#visit.store;
    if (current.connection.status !== 'here') {
      this.#backAt = undefined;
      // What was read before must be sent again to count.
      current.lines = [];
    } else if (this.#backAt === undefined && this.#missing() === undefined) this.#backAt = Date.now();
  }

  #missing(): string | undefined {
    const { connection, you, facts, lines } = this.#visit.store.current;
    if (connection.status !== 'here') return connection.status === 'ended' ? `the door: ${connection.refusal.code}` : 'away';
    const me = you && facts.people.get(you);
    if (!this.#expected) return 'not in the last snapshot';
    if (!me || you !== this.id || me.name !== this.#expected.name || !me.connected) return 'someone else';
    if (this.hand !== this.#expected.hand) return 'the hand';
    if (this.seat !== this.#expected.seat) return 'the seat';
    const pose = this.#visit.poses.poseAt(me.index, performance.now());
    if (!pose || Math.hypot(pose.x - this.#expected.x, pose.z - this.#expected.z) > NEAR) return 'the place';
    if (lines.length < this.#lines.length) return 'lines';
    const texts = new Set(lines.map(({ text }) => text));
    return this.#lines.every((text) => texts.has(text)) ? undefined : 'lines';
  }
}
