/** What is changed of a ritual and not saved, as this browser keeps it: a closed page loses none of it. */
import { readDraft, type Draft } from '#shared/rituals/plan.ts';
import { isNumber, isRecord, isText, parsed } from '#client/app/shape.ts';

/** What a draft began as: a template or a file; a saved script or a planned ritual, as it was seen. */
export type Origin = { readonly kind: 'new' } | { readonly kind: 'saved' | 'planned'; readonly id: string; readonly revision: number };
export interface KeptDraft {
  readonly draft: Draft;
  readonly origin: Origin;
}

const KEY = 'hearth.plan';

const originOf = (given: unknown): Origin => {
  if (!isRecord(given) || !isText(given['id']) || !isNumber(given['revision'])) return { kind: 'new' };
  return { kind: given['kind'] === 'planned' ? 'planned' : 'saved', id: given['id'], revision: given['revision'] };
};

export const keptDraft = (): KeptDraft | undefined => {
  try {
    const kept = parsed(localStorage.getItem(KEY) ?? undefined);
    const draft = isRecord(kept) ? readDraft(kept['draft']) : undefined;
    return draft && isRecord(kept) ? { draft, origin: originOf(kept['origin']) } : undefined;
  } catch {
    // Storage may be forbidden; then nothing is kept.
    return undefined;
  }
};

export const keepDraft = (kept: KeptDraft | undefined): void => {
  try {
    if (kept) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
  } catch {
    // See above.
  }
};
