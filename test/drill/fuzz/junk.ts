/** Values that nobody means, from a seed. */
export type Chance = () => number;

export const below = (chance: Chance, most: number): number => Math.floor(chance() * most);
export const oneOf = <T>(chance: Chance, from: readonly [T, ...T[]]): T => from[below(chance, from.length)] ?? from[0];

const texts = ['', ' ', '\u0000', '\uD800', '\u202E', '🔥', 'a\u0300'.repeat(50), '__proto__', 'constructor', 'toString', '-1', 'NaN', '../../etc/passwd', "'; drop table line; --", '<script>alert(1)</script>', '{{name}}', '{count, plural, other {#}}', '%s%n', 'x'.repeat(3_000)] as const;
const numbers = [0, -0, 1, -1, 0.1, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324, 255, 256, 65_536] as const;
/** What our payloads are made of. */
export const fields = ['text', 'seat', 'to', 'id', 'x', 'z', 'person', 'for', 'reason', 'link', 'ban', 'standing', 'duties', 'venue', 'look', 'pronouns', 'settings', 'label', 'uses', 'lasts', 'before', '__proto__', 'constructor', 'key', 'payload'] as const;
const words = ['spot', 'person', 'object', 'hearth', 'hearth-1', 'owner', 'steward', 'facilitator', 'good', 'now', 'commons'] as const;

export const junkText = (chance: Chance): string =>
  chance() < 0.4 ? oneOf(chance, texts) : chance() < 0.5 ? oneOf(chance, words) : String.fromCharCode(...Array.from({ length: below(chance, 12) }, () => below(chance, chance() < 0.8 ? 128 : 65_536)));

/** Any value that a message can carry, nested now and then. */
export const junk = (chance: Chance, depth = 0): unknown => {
  const draw = chance();
  if (draw < 0.25) return junkText(chance);
  if (draw < 0.45) return oneOf(chance, numbers);
  if (draw < 0.55) return oneOf<unknown>(chance, [null, undefined, true, false]);
  if (draw < 0.6) return Buffer.from(Array.from({ length: below(chance, 20) }, () => below(chance, 256)));
  if (depth > 4) return {};
  if (draw < 0.75) return Array.from({ length: below(chance, 5) }, () => junk(chance, depth + 1));
  const made: Record<string, unknown> = Object.create(null);
  for (let left = below(chance, 4); left >= 0; left--) made[chance() < 0.8 ? oneOf(chance, fields) : junkText(chance)] = junk(chance, depth + 1);
  return made;
};

/** Bytes that were once meant: some are changed, cut off, doubled or added. */
export const mutated = (chance: Chance, bytes: Uint8Array): Uint8Array => {
  const changed = Uint8Array.from(bytes);
  for (let left = 1 + below(chance, 4); left > 0; left--) if (changed.length > 0) changed[below(chance, changed.length)] = below(chance, 256);
  const draw = chance();
  if (draw < 0.2) return changed.subarray(0, below(chance, changed.length));
  if (draw < 0.3) return Uint8Array.from([...changed, ...changed]);
  if (draw < 0.4) return Uint8Array.from([...changed, ...Array.from({ length: below(chance, 40) }, () => below(chance, 256))]);
  return changed;
};
