import type { Board } from '#shared/boards/board.state.ts';
import { listOf } from '#shared/boards/markdown.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { View } from '#shared/kernel/view.ts';
import type { BoardDialog } from '../dialogs.tsx';
import type { Written } from './sync.ts';

/**
 * Where one finds again what one wrote and the board did not take: what stands on the board is open to be written on, each by itself;
 * what was not taken with its element, or whose element has gone meanwhile, is to be a note, and several are a list to be added.
 */
export const keptIn = ({ elements }: Pick<View<Board>, 'elements'>, written: readonly Written[], { values: { now } }: Refusal): readonly BoardDialog[] => {
  const isThere = ({ id }: Written): boolean => elements.get(id)?.deletedAt === 0;
  const [there, loose] = [written.filter(isThere), written.filter((one) => !isThere(one))];
  // Of several that were refused together the refusal is about one, and what each says now is on the board.
  const opened = there.map(({ id, text }): BoardDialog => ({ kind: 'write', id, text, ...(now !== undefined && { stale: there.length === 1 ? String(now) : (elements.get(id)?.text ?? '') }) }));
  const [first, ...others] = loose;
  if (!first) return opened;
  return [...opened, others.length === 0 ? { kind: 'note', group: null, text: first.text } : { kind: 'markdown', text: listOf(loose.map(({ text }) => text)) }];
};
