import '#test/support/browserless.ts';
import { Client, type Room } from 'colyseus.js';
import { Retry } from '#client/net/retry.ts';
import type { Reply } from './orders.ts';

/** Someone in the bare room, who comes back with the waits of our client; being told the room's state is all there is. */
export class BareVisitor {
  readonly #client: Client;
  readonly #retry = new Retry();
  #backAt: number | undefined;

  static async enter(url: string): Promise<BareVisitor> {
    const visitor = new BareVisitor(url);
    await visitor.#join();
    return visitor;
  }

  private constructor(url: string) {
    this.#client = new Client(url);
  }

  back(): Reply['returns'][number] {
    return this.#backAt === undefined ? { missing: 'away' } : { at: this.#backAt };
  }

  async #join(): Promise<void> {
    try {
      const room: Room = await this.#client.joinById('bare', { name: 'Someone' });
      room.reconnection.enabled = false;
      room.onLeave(() => {
        this.#backAt = undefined;
        this.#later();
      });
      await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()));
      this.#retry.reset();
      this.#backAt = Date.now();
    } catch {
      this.#later();
    }
  }

  #later(): void {
    setTimeout(() => void this.#join(), this.#retry.next());
  }
}
