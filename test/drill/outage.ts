/** Storage goes and comes back under a running server: lasting acts are refused in words, everything else goes on. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '#client/net/hearth.ts';
import { dispatchRefusals } from '#shared/kernel/refusal.ts';
import { refusalKinds } from '#shared/registry.ts';
import { layoutOf, untilIn } from '#test/support/visitors.ts';
import type { ServerProcess } from '#test/support/server-process.ts';
import { Oracle } from './oracle.ts';
import { comeIn, isBack, linksOf, type Drilled } from './people.ts';

/** How storage is taken away, and given back. */
export interface Breakage {
  take(): void | Promise<void>;
  giveBack(): void | Promise<void>;
}

/** A lasting act is answered within this (ms), with what a busy machine adds; anything else within a second. */
const REFUSED_WITHIN = 2_000 + 600;
const DONE_WITHIN = 1_000;
const MENDED_WITHIN = 10_000;
const READY_WITHIN = 8_000;
const NAMES = ['Ana', 'Ben', 'Cy', 'Dee', 'Eli'];

const codeOf = (result: Result): string => (result.accepted ? 'accepted' : result.refusal.code);

/** Everyone who lives through it, and what was found wrong. */
class Outage {
  readonly faults: string[] = [];
  readonly oracle = new Oracle();
  readonly #people: readonly Drilled[];
  readonly #owner: Drilled;
  #said = 0;

  constructor(owner: Drilled, people: readonly Drilled[]) {
    [this.#owner, this.#people] = [owner, people];
  }

  #expect(holds: boolean, sentence: string): void {
    if (!holds) this.faults.push(sentence);
  }

  /** Asks, and wants this code within so many milliseconds. */
  async #wants(what: string, code: string, within: number, act: () => Promise<Result>): Promise<void> {
    const began = performance.now();
    const given = codeOf(await act());
    const took = Math.round(performance.now() - began);
    this.#expect(given === code && took <= within, `${what}: ${given} after ${took} ms, and should be ${code} within ${within} ms`);
  }

  #say(me: Drilled): Promise<Result> {
    const text = `${me.name} says ${++this.#said}.`;
    return this.oracle.lasting(`line ${text}`, 'said', () => me.visit.perform('chat.say', { text }));
  }

  /** Everyone's lasting acts until all are refused: what is left of a disk takes a few. */
  async untilRefused(): Promise<void> {
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      const codes = await Promise.all(this.#people.map(async ({ visit }) => codeOf(await visit.perform('people.venue', { venue: `Hall ${++this.#said}` }))));
      if (codes.every((code) => code === dispatchRefusals.notStored.code)) return;
    }
    this.#expect(false, 'Lasting acts were accepted for 30 s while nothing could be stored');
  }

  /** While nothing can be stored. */
  async meanwhile(url: string): Promise<void> {
    const [ana, ben, cy] = this.#people;
    if (!ana || !ben || !cy) return;
    const { code } = dispatchRefusals.notStored;
    this.#expect(refusalKinds.get(code)?.words.defaultMessage.endsWith('.') ?? false, `The refusal ${code} has no sentence`);
    await this.#wants('Saying something', code, REFUSED_WITHIN, () => this.#say(ana));
    await this.#wants('Blocking someone', code, REFUSED_WITHIN, () => this.oracle.lasting('block Ana Ben', 'set', () => ana.visit.perform('people.block', { person: ben.id })));
    await this.#wants('Making a link', code, REFUSED_WITHIN, () =>
      this.oracle.lasting('link Refused', 'open', () => this.#owner.visit.perform('invitation.make', { label: 'Refused', standing: 'guest', duties: [], uses: null, lasts: null })));
    for (let again = 0; again < 3; again++) {
      await this.#wants('Waving', 'accepted', DONE_WITHIN, () => cy.visit.perform('gesture.wave', {}));
      await this.#wants('Raising a hand', 'accepted', DONE_WITHIN, () => cy.visit.perform('hand.raise', {}));
      await this.#wants('Lowering it', 'accepted', DONE_WITHIN, () => cy.visit.perform('hand.lower', {}));
    }
    await this.#wants('Walking to the fire', 'accepted', DONE_WITHIN, () => ben.visit.perform('move.goTo', { to: 'object', id: 'hearth' }));
    await untilIn(ana.visit, 'Ben to walk', () => ana.visit.view.walking(ben.id), 3_000).catch((error: Error) => this.faults.push(error.message));
    this.#expect((await fetch(`${url}/healthz`)).ok, '/healthz does not answer while nothing can be stored');
    await this.#readiness(url, 503);
  }

  /** What /readyz answers before long: it may remember for a moment. */
  async #readiness(url: string, status: number): Promise<void> {
    let answered = 0;
    for (const end = Date.now() + READY_WITHIN; answered !== status && Date.now() < end; await wait(200)) answered = (await fetch(`${url}/readyz`)).status;
    this.#expect(answered === status, `/readyz answers ${answered}, and should answer ${status}`);
  }

  /** Storage is back: within a while everything works, without a restart. */
  async mended(url: string): Promise<void> {
    const [ana, ben, , dee] = this.#people;
    if (!ana || !ben || !dee) return;
    await this.#readiness(url, 200);
    const end = Date.now() + MENDED_WITHIN;
    let code = '';
    while (code !== 'accepted' && Date.now() < end) {
      code = codeOf(await this.#say(dee));
      if (code !== 'accepted') await wait(300);
    }
    this.#expect(code === 'accepted', `Saying something is still refused ${MENDED_WITHIN / 1000} s after storage came back: ${code}`);
    await this.#wants('Blocking someone', 'accepted', REFUSED_WITHIN, () => this.oracle.lasting('block Ana Ben', 'set', () => ana.visit.perform('people.block', { person: ben.id })));
  }

  /** After kill -9 and a start: what was acknowledged is there, and nothing that was refused. */
  async again(): Promise<void> {
    const [ana, ben] = this.#people;
    const all = [this.#owner, ...this.#people];
    await Promise.all(all.map((one) => isBack(one)));
    if (!ana || !ben) return;
    const facts = new Map<string, string>();
    // Nobody blocked the owner, who is shown everything.
    await untilIn(this.#owner.visit, 'the lines', () => this.#owner.visit.store.current.lines.length > 0, 5_000).catch((error: Error) => this.faults.push(error.message));
    for (const { text } of this.#owner.visit.store.current.lines) facts.set(`line ${text}`, 'said');
    if (ana.visit.store.current.own.blocked.includes(ben.id)) facts.set('block Ana Ben', 'set');
    for (const { label } of await linksOf(this.#owner)) if (label === 'Refused') facts.set('link Refused', 'open');
    this.faults.push(...this.oracle.faults(facts, Date.now()));
  }

  async before(): Promise<void> {
    for (const one of this.#people) this.#expect((await this.#say(one)).accepted, `${one.name} could not say anything while all was well`);
  }

  leave(): void {
    for (const { visit } of [this.#owner, ...this.#people]) visit.leave();
  }
}

/** Lives through one outage of a server's storage; what was wrong, in sentences. */
export const liveThroughOutage = async (server: ServerProcess, { take, giveBack }: Breakage, note: (line: string) => void): Promise<readonly string[]> => {
  const layout = await layoutOf(server.url);
  const owner = await comeIn(server.url, server.linkOf('Owner') ?? '', layout, 'Owner');
  const people = await Promise.all(NAMES.map((name) => comeIn(server.url, server.linkOf('Guests') ?? '', layout, name)));
  const outage = new Outage(owner, people);
  await outage.before();
  const pid = server.pid();
  await take();
  await outage.untilRefused();
  note('Storage is gone: lasting acts are refused.');
  await outage.meanwhile(server.url);
  await giveBack();
  await outage.mended(server.url);
  note('Storage is back.');
  if (server.pid() !== pid) outage.faults.push('The server was started anew');
  await server.end('SIGKILL');
  await server.start();
  await outage.again();
  outage.leave();
  return outage.faults;
};
