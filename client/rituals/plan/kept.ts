/** What is changed of rituals and not saved, as this browser keeps it: a closed page loses none of it, nor does another ritual that is changed then. */
import { draftOf, readDraft, type Draft } from '#shared/rituals/plan.ts';
import type { Script } from '#shared/rituals/script.ts';
import { isNumber, isRecord, isText, parsed } from '#client/app/shape.ts';
import { newId } from '#client/net/newId.ts';

/** What a draft began as: a template or a file; a saved script or a planned ritual, as it was seen. */
export type Origin = { readonly kind: 'new' } | { readonly kind: 'saved' | 'planned'; readonly id: string; readonly revision: number };
export interface KeptDraft {
  /** Its own among those that are kept. */
  readonly key: string;
  readonly draft: Draft;
  readonly origin: Origin;
}

const KEY = 'hearth.plans';
/** The oldest go. */
const MOST_KEPT = 10;

/** A script that begins to be changed. */
export const draftFrom = (script: Script, origin: Origin = { kind: 'new' }): KeptDraft => ({ key: newId(), draft: draftOf(script), origin });

const originOf = (given: unknown): Origin => {
  if (!isRecord(given) || !isText(given['id']) || !isNumber(given['revision'])) return { kind: 'new' };
  return { kind: given['kind'] === 'planned' ? 'planned' : 'saved', id: given['id'], revision: given['revision'] };
};

const keptOf = (given: unknown): readonly KeptDraft[] => {
  const draft = isRecord(given) ? readDraft(given['draft']) : undefined;
  return draft && isRecord(given) && isText(given['key']) ? [{ key: given['key'], draft, origin: originOf(given['origin']) }] : [];
};

/** Those that are kept, the one that was changed last first. */
export const keptDrafts = (): readonly KeptDraft[] => {
  try {
    const kept = parsed(localStorage.getItem(KEY) ?? undefined);
    return Array.isArray(kept) ? kept.flatMap(keptOf) : [];
  } catch {
    // Storage may be forbidden; then nothing is kept.
    return [];
  }
};

const write = (kept: readonly KeptDraft[]): void => {
  try {
    if (kept.length > 0) localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST_KEPT)));
    else localStorage.removeItem(KEY);
  } catch {
    // See above.
  }
};

const othersThan = (key: string): readonly KeptDraft[] => keptDrafts().filter((one) => one.key !== key);
export const keepDraft = (kept: KeptDraft): void => write([kept, ...othersThan(kept.key)]);
export const dropDraft = (key: string): void => write(othersThan(key));
