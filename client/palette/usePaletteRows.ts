import { useMemo, useRef } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent } from '#client/net/store.ts';
import { rowsFor, type Asked, type Shown } from './asked.ts';
import type { Contains, Row } from './rows.ts';

/**
 * What the palette offers while it is open. A row keeps its place and says anew why it cannot be taken; one that is new
 * comes behind the others; none goes, for somebody may be about to press it. Other words make another list.
 */
export const usePaletteRows = ({ typed, about }: Asked, contains: Contains): Shown => {
  const visit = useVisit();
  const words = useWords();
  const looks = useRef(0);
  const look = useRoom(() => ++looks.current, 0);
  const known = useRef<{ readonly typed: string; readonly about: string | undefined; readonly shown: Shown }>(undefined);
  return useMemo(() => {
    const fresh = rowsFor(visit, words, { typed, about }, contains);
    const before = known.current;
    const isSame = before !== undefined && before.typed === typed && before.about === about;
    const shown = isSame ? { rows: withNews(before.shown.rows, fresh.rows), more: fresh.more } : fresh;
    if (isSame && sameContent(before.shown, shown)) return before.shown;
    known.current = { typed, about, shown };
    return shown;
  }, [look, typed, about, visit, words, contains]);
};

export const withNews = (known: readonly Row[], fresh: readonly Row[]): readonly Row[] => {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const kept = known.map((row): Row => ({ ...row, refusal: (now.get(row.id) ?? { refusal: row.refusedNow() }).refusal }));
  const ids = new Set(known.map(({ id }) => id));
  return [...kept, ...fresh.filter(({ id }) => !ids.has(id))];
};
