import { useRef } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { pageRows } from './pageRows.ts';
import { rowsNow, type Row } from './rows.ts';

/**
 * What the palette offers while it is open. A row keeps its place and says anew why it cannot be taken; one that is new
 * comes behind the others; none goes, for somebody may be about to press it.
 */
export const usePaletteRows = (): readonly Row[] => {
  const visit = useVisit();
  const words = useWords();
  const known = useRef<readonly Row[]>([]);
  return useRoom(() => (known.current = withNews(known.current, rowsNow(visit, words))), pageRows(visit, words));
};

export const withNews = (known: readonly Row[], fresh: readonly Row[]): readonly Row[] => {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const kept = known.map((row): Row => ({ ...row, refusal: (now.get(row.id) ?? { refusal: row.refusedNow() }).refusal }));
  const ids = new Set(known.map(({ id }) => id));
  return [...kept, ...fresh.filter(({ id }) => !ids.has(id))];
};
