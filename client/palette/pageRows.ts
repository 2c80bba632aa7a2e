import { changePage, type Visit } from '#client/app/context.tsx';
import { refusalNow } from '#client/app/offers.ts';
import { pageActOf } from '#client/app/pageActs.ts';
import { pageActIds } from '#client/app/pageKeys.ts';
import type { Words } from '#client/app/words.ts';
import { keyOf } from '#client/settings/keys.ts';
import { sections } from '#client/settings/sections.ts';
import { boardsOf } from '#shared/boards/where.ts';
import { capabilityOf } from '#shared/registry.ts';
import { boardFactsOf, boardLine } from '#client/place/boardLine.ts';
import { openBoard } from '#client/place/openBoard.ts';
import { place } from '#client/place/place.words.ts';
import { palette as say } from './palette.words.ts';
import type { Row } from './rows.ts';

type Given = Pick<Row, 'id' | 'label' | 'icon' | 'run'> & Partial<Row>;
const rowOf = (given: Given): Row => ({ group: 'do', context: '', also: '', meaning: '', refusal: undefined, refusedNow: () => undefined, shortcut: undefined, ...given });

/** What takes back what one did last, what the page itself can do, and the parts of the settings. */
export const pageRows = (visit: Visit, words: Words): readonly Row[] => [
  ...undoRow(visit, words),
  // VO19. Where nothing carries voice, nothing is said of it.
  ...pageActIds.filter((id) => !id.startsWith('voice.') || visit.hearth.view.facts.voice !== '').map((id): Row => {
    const act = pageActOf(id);
    const { label, icon } = act.now(visit);
    const context = words(act.help);
    return rowOf({ id, ...(act.group && { group: act.group }), label: words(label), context, also: words(act.name), meaning: context, icon, shortcut: keyOf(id), run: () => act.run(visit, words) });
  }),
  ...boardRows(visit, words),
  ...sections.map(({ id, title, icon }) => rowOf({ id: `page.settings.${id}`, group: 'settings', label: words(say.section, { section: title }), icon, run: () => changePage(visit, { overlay: { kind: 'settings', section: id } }) })),
];

/** Each board of the room, by name. */
const boardRows = (visit: Visit, words: Words): readonly Row[] =>
  boardsOf(visit.hearth.view.layout).map(({ id, name }) => {
    const sign = visit.hearth.view.facts.boards.get(id);
    return rowOf({ id: `page.board.${id}`, group: 'places', label: words(place.openNamed, { board: name }), context: sign ? boardLine(words, boardFactsOf(sign)) : '', icon: 'note-pencil', run: () => openBoard(visit, id) });
  });

const undoRow = (visit: Visit, words: Words): readonly Row[] => {
  const { undo } = visit.page.current;
  if (!undo) return [];
  const { id, payload } = undo;
  const refusedNow = (): string | undefined => refusalNow(words, visit.hearth.view, visit.hearth.actor, id, payload);
  return [rowOf({ id: 'page.undo', label: words(say.undo, { act: capabilityOf(id).label }), icon: 'arrow-counter-clockwise', refusal: refusedNow(), refusedNow, run: () => void visit.perform(id, payload as never) })];
};
