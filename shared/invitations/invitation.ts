import type { Standing } from '../kernel/capability.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Duty } from '../people/standing.ts';

/** A link that lets people in, and what they are once they came by it. Its secret is a signature over its id; the code is for saying it aloud. */
export interface Invitation {
  readonly id: string;
  /** Eight letters and digits without those that look or sound alike, shown as `ABCD-EFGH`. */
  readonly code: string;
  readonly standing: Standing;
  readonly duties: readonly Duty[];
  /** What the maker calls it. */
  readonly label: string;
  /** Where some of those who come by it are together; empty where it names no place. */
  readonly venue: string;
  /** How often it still works; absent: without limit. */
  readonly usesLeft: number | undefined;
  /** Milliseconds since 1970; absent: never. */
  readonly expiresAt: number | undefined;
  readonly revokedAt: number | undefined;
  /** Absent where the start or a command line made it. */
  readonly madeBy: PersonId | undefined;
  readonly madeAt: number;
}

/** IN3. Why an invitation does not let anyone in; `undefined` while it does. */
export const whyClosed = (invitation: Pick<Invitation, 'usesLeft' | 'expiresAt' | 'revokedAt'>, now: number): 'revoked' | 'expired' | 'used' | undefined => {
  if (invitation.revokedAt !== undefined) return 'revoked';
  if (invitation.expiresAt !== undefined && invitation.expiresAt <= now) return 'expired';
  return invitation.usesLeft !== undefined && invitation.usesLeft <= 0 ? 'used' : undefined;
};

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** IN2. A short code drawn by chance: 31^8, about 8 · 10^11. */
export const drawCode = (chance: () => number): string => Array.from({ length: 8 }, () => letters[Math.floor(chance() * letters.length)] ?? 'A').join('');

/** IN2. A code as someone typed it, ready to be looked up: case, spaces and dashes do not matter. */
export const readCode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 8);
/** IN2. A code as it is shown and said. */
export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
