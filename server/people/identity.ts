import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { PeopleStorage, Storage } from '../storage/storage.ts';

export const COOKIE = 'hearth';

const KEY = 'identity.key';
const newKey = (): string => randomBytes(32).toString('base64url');

/** Signs and reads who someone is. Keys are made at the first start and kept with the data; the newest signs, all are read. */
export class Identity {
  readonly #keys: readonly Buffer[];

  private constructor(keys: readonly Buffer[]) {
    this.#keys = keys;
  }

  static async open(storage: Pick<Storage, 'settleSetting'>): Promise<Identity> {
    const stored = await storage.settleSetting(KEY, newKey());
    return new Identity(stored.split(' ').map((key) => Buffer.from(key, 'base64url')));
  }

  /** Signs with a fresh key from the next start on. With `forget`, everything that older keys signed is void. */
  static async rotate(storage: Pick<Storage, 'setting' | 'settleSetting'> & Pick<PeopleStorage, 'forgetSetting'>, forget: boolean): Promise<void> {
    const stored = await storage.setting(KEY);
    if (stored !== undefined) await storage.forgetSetting(KEY, stored);
    await storage.settleSetting(KEY, forget || stored === undefined ? newKey() : `${newKey()} ${stored}`);
  }

  /** The token that a cookie or a tab holds. */
  tokenOf(id: PersonId): string {
    return `${id}.${this.#sign(`person:${id}`)}`;
  }

  /** Who a token stands for; `undefined` for a forged or damaged one. */
  read(token: string | undefined): PersonId | undefined {
    const [id, signature, more] = token?.split('.') ?? [];
    if (!id || !signature || more !== undefined) return undefined;
    return this.#signed(signature, `person:${id}`, 43) ? personId(id) : undefined;
  }

  /** Whom a request names: by the tab's own token, else by the browser's cookie. */
  whoAsks({ authorization, cookie }: { readonly authorization?: string | undefined; readonly cookie?: string | undefined }): PersonId | undefined {
    return this.read(authorization?.replace(/^Bearer /, '') ?? cookieOf(cookie));
  }

  /** The secret part of a link: what it opens, and a signature over it. */
  linkTo(invitation: string): string {
    return `${invitation}.${this.#sign(`invitation:${invitation}`).slice(0, 22)}`;
  }

  /** What a link opens; `undefined` for a forged or damaged one. */
  readLink(token: string): string | undefined {
    const [id, signature, more] = token.split('.');
    if (!id || !signature || more !== undefined) return undefined;
    return this.#signed(signature, `invitation:${id}`, 22) ? id : undefined;
  }

  #sign(text: string, key: Buffer | undefined = this.#keys[0]): string {
    if (!key) throw new Error('There is no key to sign with.');
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  #signed(signature: string, text: string, length: number): boolean {
    return this.#keys.some((key) => this.#same(signature, this.#sign(text, key).slice(0, length)));
  }

  #same(a: string, b: string): boolean {
    const [left, right] = [Buffer.from(a), Buffer.from(b)];
    return left.length === right.length && timingSafeEqual(left, right);
  }
}

/** The value of our cookie in a Cookie header. */
export const cookieOf = (header: string | null | undefined): string | undefined =>
  header?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
