/** The others at the board, as one sees them drawing, and one's own hand as they do. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { barredAt, isBarredOn } from '#client/boards/drawing/bars.ts';
import { Company } from '#client/boards/drawing/company.ts';
import type { BoardLink } from '#client/boards/link.ts';
import { Board, BoardPerson, Hold, held, type BoardElement } from '#shared/boards/board.state.ts';
import type { Raw } from '#shared/boards/excalidraw.ts';
import { readSign, writeFrame, writeSign, type Sign } from '#shared/boards/hands.codec.ts';
import type { Actor } from '#shared/kernel/capability.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { shape, text } from '#test/support/board.ts';

vi.mock('@excalidraw/excalidraw', () => ({ CaptureUpdateAction: { NEVER: 'NEVER' } }));

interface Collaborator {
  readonly username: string;
  readonly pointer?: { readonly x: number; readonly tool: string };
  readonly button?: string;
  readonly selectedElementIds: Readonly<Record<string, true>>;
}

const nia: Actor = { id: personId('nia'), standing: 'member', duties: [], own: { muted: [], blocked: [] } };
let board: Board;
let scene: Raw[];
let appState: Record<string, unknown>;
let following: PersonId | undefined;
let sent: Uint8Array[];
let shown: ReadonlyMap<string, Collaborator>;
let draws: number;
let company: Company;
/** The board as a page has it. */
const link = (): BoardLink => ({ store: { current: { board, actor: nia } }, view: { board, owns: (by: string, id: string) => board.elements.get(id)?.author === by }, sign: (bytes: Uint8Array) => void sent.push(bytes) }) as never;

beforeEach(() => {
  [board, scene, sent, shown, draws, following] = [new Board({}), [], [], new Map(), 0, undefined];
  for (const [at, name] of ['nia', 'ben', 'cleo'].entries()) board.people.set(name, new BoardPerson({ name, hand: at + 1 }));
  appState = { selectedElementIds: {}, newElement: null, scrollX: 0, scrollY: 0, width: 1_000, height: 600, zoom: { value: 1 } };
  const api = {
    getAppState: () => appState,
    getSceneElementsIncludingDeleted: () => scene,
    updateScene: (news: { collaborators?: ReadonlyMap<string, Collaborator>; elements?: Raw[]; appState?: object }) => {
      draws++;
      if (news.collaborators) shown = news.collaborators;
      if (news.elements) scene = news.elements;
      Object.assign(appState, news.appState);
    },
  };
  company = new Company(api as never, link(), () => following);
});
const hear = (hand: number, sign: Sign, now = 0): void => company.hear(writeFrame([{ hand, bytes: writeSign(sign) }]), now);
const passing = (): readonly string[] => scene.filter(({ id }) => String(id).startsWith('passing-')).map(({ id }) => String(id));

describe('the others who draw', () => {
  test('BO24 are seen where they point and what they have selected; oneself is not, nor is a hand of nobody', () => {
    hear(2, { kind: 'pointer', x: 40, y: 50, isDown: true, isLaser: true });
    hear(2, { kind: 'selection', ids: ['a', 'b'] });
    for (const hand of [1, 9]) hear(hand, { kind: 'pointer', x: 1, y: 1, isDown: false, isLaser: false });
    expect([...shown.keys()]).toEqual(['ben', 'cleo']);
    expect(shown.get('ben')).toMatchObject({ username: 'ben', pointer: { x: 40, tool: 'laser' }, button: 'down', selectedElementIds: { a: true, b: true } });
    expect(shown.get('cleo')?.pointer).toBeUndefined();
    // Nothing is drawn anew where nothing is new.
    const before = draws;
    hear(2, { kind: 'selection', ids: ['a', 'b'] });
    company.refresh(0);
    expect(draws).toBe(before);
    hear(2, { kind: 'away' });
    expect(shown.get('ben')?.pointer).toBeUndefined();
    board.people.delete('ben');
    company.refresh(0);
    expect([...shown.keys()]).toEqual(['cleo']);
  });

  test('BO8 are shown at what they write in, and one may not touch that meanwhile, nor what is another\'s on a board of own items', () => {
    for (const [element, author] of [[shape('a'), 'nia'], [text('at', 'Plan', 'a'), 'nia'], [shape('b'), 'ben']] as const) board.elements.set(element.id, held(element, author));
    const barred = (): readonly boolean[] => ['a', 'at', 'b'].map((id) => isBarredOn(link(), id, board.elements.get(id) as BoardElement));
    board.holds.set('at', new Hold({ by: 'cleo' }));
    company.refresh(0);
    expect([shown.get('cleo')?.selectedElementIds, barred()]).toEqual([{ at: true }, [false, true, false]]);
    board.holds.set('at', new Hold({ by: 'nia' }));
    expect(barred()).toEqual([false, false, false]);
    board.mode = 'own';
    expect(barred()).toEqual([false, false, true]);
    board.elements.set('far', held(shape('far', { x: 5_000 }), 'nia'));
    expect([barredAt(link(), [5_010, 10]), barredAt(link(), [10, 10])?.code, barredAt(link(), [-10, 10])]).toEqual([undefined, 'board.notYours', undefined]);
    board.mode = 'frozen';
    expect(barred()).toEqual([true, true, true]);
  });

  test('BO18 BO24 have no hands while authors are hidden', () => {
    hear(2, { kind: 'pointer', x: 40, y: 50, isDown: false, isLaser: false });
    board.authors = 'hidden';
    company.refresh(0);
    expect([...shown.values()].map(({ pointer }) => pointer)).toEqual([undefined, undefined]);
  });

  test('are followed: where they point is brought into sight, and what is in sight stays where it is', () => {
    hear(2, { kind: 'pointer', x: 5_000, y: 50, isDown: false, isLaser: false });
    expect(appState['scrollX']).toBe(0);
    following = personId('ben');
    hear(3, { kind: 'pointer', x: 5_000, y: 50, isDown: false, isLaser: false });
    hear(2, { kind: 'pointer', x: 500, y: 300, isDown: false, isLaser: false });
    expect(appState['scrollX']).toBe(0);
    hear(2, { kind: 'pointer', x: 5_000, y: 40, isDown: false, isLaser: false });
    expect([appState['scrollX'], appState['scrollY']]).toEqual([500 - 5_000, 300 - 40]);
  });

  test('BO24 their stroke grows on top of everything while they draw it, and gives way to the stroke itself, or goes by itself', () => {
    scene = [{ id: 'low', index: 'a1' }, { id: 'high', index: 'a5' }];
    hear(2, { kind: 'ink', id: 's', width: 2, colour: '#aa0000', points: [[10, 10], [20, 30]] });
    company.hear(writeFrame([{ hand: 2, bytes: writeSign({ kind: 'more', points: [[40, 50]] }, [20, 30]) }]), 100);
    expect(scene.at(-1)).toMatchObject({ id: 'passing-s', x: 10, y: 10, points: [[0, 0], [10, 20], [30, 40]], strokeColor: '#aa0000', locked: true });
    expect(String(scene.at(-1)?.index) > 'a5').toBe(true);
    board.elements.set('s', held(shape('s'), 'ben'));
    company.refresh(200);
    expect(passing()).toEqual([]);
    hear(3, { kind: 'ink', id: 'lost', width: 2, colour: '#aa0000', points: [[0, 0]] }, 1_000);
    company.refresh(5_000);
    expect(passing()).toEqual(['passing-lost']);
    company.refresh(6_001);
    expect(passing()).toEqual([]);
  });
});

describe('one\'s own hand', () => {
  const told = (): readonly (Sign | undefined)[] => sent.splice(0).map((bytes) => readSign(bytes, [0, 0]));
  test('BO24 is told ten times a second at most: where it points, what it holds when that is other, the points nobody was told', () => {
    for (const now of [0, 50, 99, 150]) company.point({ pointer: { x: now, y: 1, tool: 'pointer' }, button: 'up' }, 1_000 + now);
    expect(told()).toMatchObject([{ kind: 'pointer', x: 0 }, { kind: 'pointer', x: 150 }]);
    appState['selectedElementIds'] = { a: true };
    for (let time = 0; time < 3; time++) company.look(2_000);
    expect(told()).toMatchObject([{ kind: 'selection', ids: ['a'] }]);
    const stroke = (...points: readonly (readonly [number, number])[]) => ({ type: 'freedraw', id: 's', x: 100, y: 100, points, strokeColor: 'url(x)', strokeWidth: 2 });
    appState['newElement'] = stroke([0, 0], [5, 5]);
    company.look(3_000);
    appState['newElement'] = stroke([0, 0], [5, 5], [9, 9]);
    company.look(3_050);
    expect(told()).toMatchObject([{ kind: 'ink', id: 's', colour: '#1e1e1e', points: [[100, 100], [105, 105]] }]);
    company.look(3_101);
    expect(sent.map((bytes) => readSign(bytes, [105, 105]))).toMatchObject([{ kind: 'more', points: [[109, 109]] }]);
    sent.length = 0;
    company.close();
    expect(told()).toEqual([{ kind: 'away' }]);
  });
});
