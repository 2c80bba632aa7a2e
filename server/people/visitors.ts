import type { Request } from 'express';
import type { PersonId } from '#shared/kernel/ids.ts';
import { dispatchRefusals, refuse, type Refusal, type RefusalKind } from '#shared/kernel/refusal.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import { Rates, type Allowance } from '../host/rates.ts';
import { banRefusal } from './entry.ts';
import type { Identity } from './identity.ts';
import type { Profile, Store } from '../storage/storage.ts';

export interface VisitorServices {
  readonly identity: Identity;
  readonly storage: Pick<Store, 'findPerson' | 'bansOn'>;
  readonly now: () => number;
}
type Let = { readonly profile: Profile } | { readonly status: number; readonly refusal: Refusal };
const no = (status: number, kind: RefusalKind): Let => ({ status, refusal: refuse(kind).refusal });

/** How many people's requests are counted at once; of more, who asked longest ago is counted anew. */
const MOST_COUNTED = 2_000;

/** Whoever asks something of boards or rituals over HTTP: let through by the rules of the door, and not too often. */
export class Visitors {
  readonly #services: VisitorServices;
  readonly #rates = new Map<PersonId, Rates>();

  constructor(services: VisitorServices) {
    this.#services = services;
  }

  async admit({ headers }: Pick<Request, 'headers'>, what: Allowance): Promise<Let> {
    const { identity, storage, now } = this.#services;
    const id = identity.whoAsks(headers);
    if (!id) return no(401, entryRefusals.stranger);
    // Before anything is asked of the storage.
    if (!this.#ratesOf(id).take(what, now())) return no(429, dispatchRefusals.tooFast);
    const profile = await storage.findPerson(id);
    if (!profile) return no(401, entryRefusals.stranger);
    const [ban] = await storage.bansOn(profile.id, profile.cameBy, now());
    return ban ? { status: 403, refusal: banRefusal(ban) } : { profile };
  }

  #ratesOf(id: PersonId): Rates {
    const rates = this.#rates.get(id) ?? new Rates();
    this.#rates.delete(id);
    this.#rates.set(id, rates);
    const oldest = this.#rates.keys().next();
    if (this.#rates.size > MOST_COUNTED && !oldest.done) this.#rates.delete(oldest.value);
    return rates;
  }
}
