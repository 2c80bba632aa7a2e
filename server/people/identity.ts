import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { Storage } from '../storage/storage.ts';

export const COOKIE = 'hearth';

/** Signs and reads who someone is. One key a deployment, made at its first start and kept with its data. */
export class Identity {
  readonly #key: Buffer;

  private constructor(key: Buffer) {
    this.#key = key;
  }

  static async open(storage: Storage): Promise<Identity> {
    const stored = await storage.settleSetting('identity.key', randomBytes(32).toString('base64url'));
    return new Identity(Buffer.from(stored, 'base64url'));
  }

  /** The token that a cookie or a tab holds. */
  tokenOf(id: PersonId): string {
    return `${id}.${this.#sign(`person:${id}`)}`;
  }

  /** Who a token stands for; `undefined` for a forged or damaged one. */
  read(token: string | undefined): PersonId | undefined {
    const [id, signature, more] = token?.split('.') ?? [];
    if (!id || !signature || more !== undefined) return undefined;
    return this.#same(signature, this.#sign(`person:${id}`)) ? personId(id) : undefined;
  }

  /** The secret part of an invitation link. */
  invitation(kind: Invitation): string {
    return this.#sign(`invitation:${kind}`).slice(0, 22);
  }

  readInvitation(token: string): Invitation | undefined {
    return (['owner', 'guest'] as const).find((kind) => this.#same(token, this.invitation(kind)));
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }

  #same(a: string, b: string): boolean {
    const [left, right] = [Buffer.from(a), Buffer.from(b)];
    return left.length === right.length && timingSafeEqual(left, right);
  }
}

export type Invitation = 'owner' | 'guest';

/** The value of our cookie in a Cookie header. */
export const cookieOf = (header: string | null | undefined): string | undefined =>
  header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
