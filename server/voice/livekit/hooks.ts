import { WebhookReceiver, type WebhookEvent } from 'livekit-server-sdk';

/** LiveKit's own check takes a call for good this long (ms), and a little more. */
const REMEMBERED = 6 * 60_000;

/** Reads what LiveKit calls us about: what it did not sign, or what was called before, is refused and counted. */
export class Hooks {
  readonly #receiver: WebhookReceiver;
  readonly #now: () => number;
  /** The calls that were taken, and when; the oldest first. */
  readonly #taken = new Map<string, number>();
  refused = 0;

  constructor({ key, secret }: { readonly key: string; readonly secret: string }, now: () => number) {
    [this.#receiver, this.#now] = [new WebhookReceiver(key, secret), now];
  }

  /** The event of a call; `undefined` for one that is refused. */
  async read(body: string, authorization: string | undefined): Promise<WebhookEvent | undefined> {
    const event = await this.#receiver.receive(body, authorization).catch(() => undefined);
    const now = this.#now();
    for (const [id, at] of this.#taken) {
      if (now - at < REMEMBERED) break;
      this.#taken.delete(id);
    }
    if (!event || event.id === '' || this.#taken.has(event.id)) {
      this.refused++;
      return undefined;
    }
    this.#taken.set(event.id, now);
    return event;
  }
}
