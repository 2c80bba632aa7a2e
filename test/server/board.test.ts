/** A board's host in memory, over a real database: who may what, what is kept, what nobody is told, and what harm comes to nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Decoder, Encoder } from '@colyseus/schema';
import { BoardHost } from '#server/boards/board-host.ts';
import { COPY_EVERY } from '#server/boards/board-keeper.ts';
import type { Store } from '#server/storage/storage.ts';
import { Board } from '#shared/boards/board.state.ts';
import type { BoardOwn } from '#shared/boards/board.ts';
import type { BoardCapabilityId, BoardPayload } from '#shared/boards/board.registry.ts';
import type { Answer } from '#shared/kernel/command.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { personId, roomId } from '#shared/kernel/ids.ts';
import { Relations } from '#shared/moderation/relations.ts';
import { ownDatabase } from '#test/storage/databases.ts';
import { profile } from '#test/storage/kept.ts';
import { seeded } from '#test/support/table.ts';

// Else the encoder says on every run how it grew.
Encoder.BUFFER_SIZE = 4 << 20;

let storage: Store;
let [now, ids] = [0, 0];
let host: BoardHost;
const open = async (): Promise<BoardHost> => BoardHost.open('studio_north-board', 'North board', storage, { now: () => now, chance: () => 0.5, newId: () => `id-${ids++}` }, new Relations());
beforeEach(async () => {
  [now, ids] = [1_795_000_000_000, 0];
  const own = await ownDatabase();
  storage = own.storage;
  host = await open();
  return own.end;
});

interface Guest {
  readonly heard: HeardCue[];
  readonly own: BoardOwn[];
  do<Id extends BoardCapabilityId>(id: Id, payload: BoardPayload<Id>): Promise<string>;
  send(id: string, payload: unknown, key?: string): Promise<Answer>;
  leave(): void;
}
let keys = 0;
const come = (name: string, standing: 'guest' | 'member' | 'steward' = 'member', at = host): Guest => {
  const heard: HeardCue[] = [];
  const own: BoardOwn[] = [];
  const wire = { cue: (one: HeardCue) => void heard.push(one), hands: () => undefined, own: (one: BoardOwn) => void own.push(one), end: () => undefined, welcome: () => undefined };
  const id = personId(name.toLowerCase());
  expect(at.enter(profile({ id, name, callMe: '', standing, duties: [] }), wire)).toBe(true);
  const send: Guest['send'] = async (command, payload, key = `key-${keys++}-long`) => {
    // Nobody is held up by the rate but those who mean to be.
    const answer = at.command(id, { id: command, key, payload });
    await Promise.resolve();
    const flushing = setInterval(() => at.flush(() => undefined), 1);
    return answer.finally(() => clearInterval(flushing));
  };
  return { heard, own, send, do: async (command, payload) => { now += 50; const answer = await send(command, payload); return answer.accepted ? 'done' : answer.refusal.code; }, leave: () => at.leave(id, wire) };
};
const note = (id: string, text: string) => [{ type: 'rectangle' as const, id, x: 0, y: 0, width: 100, height: 50 }, { type: 'text' as const, id: `${id}t`, x: 0, y: 0, width: 80, height: 20, text, containerId: id }];
/** A state knows one encoder. */
const encoders = new WeakMap<Board, Encoder>();
/** All that a page which joins now is given. */
const told = (at = host): string => {
  const seen = new Board({});
  const encoder = encoders.get(at.facts) ?? new Encoder(at.facts);
  encoders.set(at.facts, encoder);
  new Decoder(seen).decode(encoder.encodeAll().slice());
  return JSON.stringify({ ...seen.toJSON(), elements: [...seen.elements].toSorted(([a], [b]) => (a < b ? -1 : 1)), holds: [...seen.holds] });
};

describe('a board', () => {
  it('BO7 lets members change it, guests as it says, and facilitators rule', async () => {
    const [ana, gus, ada] = [come('Ana'), come('Gus', 'guest'), come('Ada', 'steward')];
    expect(await ana.do('board.add', { elements: note('a', 'Plan') })).toBe('done');
    expect(await ana.do('board.guests', { guests: 'read' })).toBe('dispatch.standing');
    expect(await ada.do('board.guests', { guests: 'read' })).toBe('done');
    expect(await gus.do('board.move', { moves: [['a', 5, 5]] })).toBe('board.viewer');
    expect(await ada.do('board.mode', { mode: 'own' })).toBe('done');
    expect(await ada.do('board.add', { elements: note('b', 'Hers') })).toBe('done');
    expect(await ana.do('board.move', { moves: [['b', 5, 5]] })).toBe('board.notYours');
    expect(await ana.do('board.move', { moves: [['a', 5, 5]] })).toBe('done');
    expect(await ada.do('board.mode', { mode: 'frozen' })).toBe('done');
    expect(await ana.do('board.undo', {})).toBe('board.frozen');
    host.learn({ capability: { id: 'people.standing' }, outcome: { person: personId('ana'), standing: 'member', duties: ['facilitator'] } });
    expect(await ana.do('board.undo', {})).toBe('done');
    expect(host.facts.elements.get('a')?.x).toBe(0);
  });

  it('BO2 BO8 refuses a text that was read before another, and keeps whoever writes from being disturbed', async () => {
    const [ana, ben] = [come('Ana'), come('Ben')];
    await ana.do('board.add', { elements: note('a', 'Plan') });
    expect(await ben.do('board.write', { id: 'at', text: 'Plan B', base: 1 })).toBe('done');
    const stale = await ana.send('board.write', { id: 'at', text: 'My plan', base: 1 });
    expect(stale).toMatchObject({ accepted: false, refusal: { code: 'board.stale', values: { now: 'Plan B' } } });
    expect(await ben.do('board.hold', { id: 'at' })).toBe('done');
    expect(await ana.send('board.write', { id: 'at', text: 'Mine', base: 2 })).toMatchObject({ refusal: { code: 'board.held', values: { name: 'Ben' } } });
    ben.leave();
    expect(await ana.do('board.write', { id: 'at', text: 'Mine', base: 2 })).toBe('done');
  });

  it('says to others what was done, and not what was dragged', async () => {
    const [ana, ben] = [come('Ana'), come('Ben')];
    await ana.do('board.add', { elements: [{ type: 'frame', id: 'f', x: 0, y: 0, width: 900, height: 900, name: 'Risks' }] });
    await ana.do('board.add', { elements: note('a', 'Budget\nand more') });
    await ana.do('board.move', { moves: [['a', 50, 50], ['at', 50, 50]] });
    await ana.do('board.edit', { patches: [{ id: 'a', values: { frameId: 'f' } }, { id: 'at', values: { frameId: 'f' } }] });
    await ana.do('board.delete', { ids: ['a'] });
    expect(ben.heard.map(({ kind, values: { name, text, group } }) => [kind, name, text, group].filter((one) => one !== undefined).join(' '))).toEqual(['board.added Ana Risks', 'board.added Ana Budget', 'board.moved Ana Budget Risks', 'board.removed Ana Budget']);
    expect(ana.heard.map(({ kind }) => kind)).toEqual(['board.came']);
  });

  it('a repeated key gets its first answer, also after a lost connection', async () => {
    const ana = come('Ana');
    expect(await ana.send('board.add', { elements: note('a', 'Plan') }, 'the-same-key')).toEqual({ accepted: true });
    ana.leave();
    expect(await come('Ana').send('board.add', { elements: note('a', 'Plan') }, 'the-same-key')).toEqual({ accepted: true });
    expect(host.facts.elements.size).toBe(2);
  });
});

describe('what nobody is told', () => {
  it('BO18 who made what and who writes, while authors are hidden: not in the state, not in words, not in the log; shown again, all is there', async () => {
    const [ana, ada] = [come('Ana'), come('Ada', 'steward')];
    await ana.do('board.add', { elements: note('a', 'Before') });
    expect(told()).toContain('"author":"ana"');
    expect(await ada.do('board.authors', { authors: 'hidden' })).toBe('done');
    await ana.do('board.add', { elements: note('b', 'After') });
    await ana.do('board.hold', { id: 'bt' });
    const { elements, holds } = JSON.parse(told()) as { elements: [string, { author: string }][]; holds: unknown };
    expect([elements.map(([, { author }]) => author), holds]).toEqual([['', '', '', ''], [['bt', { by: '' }]]]);
    const heard = ada.heard.at(-1);
    expect([heard?.by, heard?.values['name'], heard?.values['hidden']]).toEqual([undefined, '', 'yes']);
    expect(await ada.send('board.write', { id: 'bt', text: 'x', base: 1 })).toMatchObject({ refusal: { code: 'board.held', values: { name: { id: 'board.somebody' } } } });
    expect([...host.facts.names]).toEqual([]);
    expect(ana.own.at(-1)?.mine.toSorted()).toEqual(['a', 'at', 'b', 'bt']);
    expect(ada.own.at(-1)?.mine).toEqual([]);
    await host.save();
    const log = await storage.activities(roomId('studio_north-board'));
    expect(log.filter(({ object }) => object === 'b').map(({ actor }) => actor)).toEqual([undefined]);
    // Over a restart they stay hidden, and known.
    host = await open();
    expect(told()).not.toContain('"author":"ana"');
    const again = come('Ada', 'steward');
    expect(await again.do('board.authors', { authors: 'shown' })).toBe('done');
    expect(host.facts.elements.get('b')?.author).toBe('ana');
    // By name, though she has not come since.
    expect([...host.facts.names]).toEqual([['ana', 'Ana']]);
  });

  it('BO12 how a secret round stands, before it is closed; and who voted for what, ever', async () => {
    // Ben votes for what Ada made, so that a state which named him would be found out.
    const [ana, ben, ada] = [come('Ben'), come('Cy'), come('Ada', 'steward')];
    await ada.do('board.add', { elements: note('a', 'Plan') });
    expect(await ana.do('board.vote', { element: 'a' })).toBe('board.noVotes');
    expect(await ana.do('board.openVotes', { budget: 2, secret: true })).toBe('dispatch.standing');
    expect(await ada.do('board.openVotes', { budget: 2, secret: true })).toBe('done');
    expect([await ana.do('board.vote', { element: 'a' }), await ana.do('board.vote', { element: 'a' }), await ana.do('board.vote', { element: 'a' })]).toEqual(['done', 'done', 'board.noVotesLeft']);
    expect(await ben.do('board.unvote', { element: 'a' })).toBe('board.noVoteOfYours');
    expect(host.facts.votes.size).toBe(0);
    expect([ana.own.at(-1)?.ballot, ben.own.at(-1)?.ballot]).toEqual([['a', 'a'], []]);
    expect([...ben.heard].some(({ kind }) => kind === 'board.voted')).toBe(false);
    await host.save();
    expect((await storage.activities(roomId('studio_north-board'))).filter(({ capability }) => capability === 'board.vote').map(({ actor }) => actor)).toEqual([undefined]);
    host = await open();
    expect(host.facts.votes.size).toBe(0);
    expect(await come('Ada', 'steward').do('board.closeVotes', {})).toBe('done');
    expect([...host.facts.votes]).toEqual([['a', 2]]);
    expect(told()).not.toContain('"ben"');
  });
});

describe('what is kept', () => {
  it('BO19 what changed is stored within two seconds and is there after a crash, exactly; what failed is tried again', async () => {
    const ana = come('Ana');
    for (let n = 0; n < 30; n++) await ana.do('board.add', { elements: note(`n${n}`, `Note ${n}`) });
    await ana.do('board.rename', { title: 'Spring' });
    await ana.do('board.delete', { ids: ['n3'] });
    const save = storage.saveBoard;
    storage.saveBoard = () => Promise.reject(new Error('The disk is full.'));
    await expect(host.save()).rejects.toThrow('full');
    storage.saveBoard = save;
    await host.save();
    await ana.do('board.move', { moves: [['n1', 77, 78]] });
    await host.save();
    ana.leave();
    const before = told();
    host = await open();
    expect(told()).toBe(before);
    // Nothing new, nothing written.
    storage.saveBoard = () => Promise.reject(new Error('There was nothing to write.'));
    await host.save();
  });

  it('BO19 copies: one of every ten minutes of work, those with a name, and one of what a copy replaces', async () => {
    const [ana, ada] = [come('Ana'), come('Ada', 'steward')];
    await ana.do('board.add', { elements: note('a', 'First') });
    expect(await ana.do('board.keep', { name: ' The start ' })).toBe('done');
    await host.save();
    await ana.do('board.write', { id: 'at', text: 'Second', base: 1 });
    await ana.do('board.add', { elements: note('b', 'Later') });
    now += COPY_EVERY;
    await host.save();
    const answer = await ana.send('board.copies', {});
    const copies = (answer.accepted ? answer.reply : []) as readonly { readonly id: string; readonly name: string }[];
    expect(copies.map(({ name }) => name)).toEqual(['', 'The start']);
    const [, start] = copies;
    expect(await ana.do('board.restore', { copy: start?.id ?? '' })).toBe('dispatch.standing');
    expect(await ada.do('board.restore', { copy: 'none' })).toBe('board.noCopy');
    expect(await ada.do('board.restore', { copy: start?.id ?? '' })).toBe('done');
    const living = () => [...host.facts.elements].filter(([, { deletedAt }]) => deletedAt === 0).map(([id, { text, author }]) => `${id} ${author} ${text}`);
    expect(living()).toEqual(['a ana ', 'at ana First']);
    const [replaced] = await storage.boardCopies('studio_north-board');
    expect(await ada.do('board.restore', { copy: replaced?.id ?? '' })).toBe('done');
    expect(living().toSorted()).toEqual(['a ana ', 'at ana Second', 'b ana ', 'bt ana Later']);
    storage.keepBoardCopy = () => Promise.reject(new Error('The disk is full.'));
    expect([await ada.do('board.keep', { name: 'Again' }), await ada.do('board.restore', { copy: start?.id ?? '' })]).toEqual(['dispatch.notStored', 'dispatch.notStored']);
    expect(living()).toHaveLength(4);
  });
});

describe('whoever means harm', () => {
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['board.add', { elements: [{ ...note('x', '')[0], type: 'iframe' }] }, 'elements.0.type'],
    ['board.add', { elements: [{ ...note('x', '')[0], type: 'embeddable' }] }, 'elements.0.type'],
    ['board.add', { elements: [{ ...note('x', '')[0], type: 'magicframe' }] }, 'elements.0.type'],
    ['board.add', { elements: [{ ...note('x', '')[0], link: 'javascript:alert(1)' }] }, 'elements.0.link'],
    ['board.add', { elements: [{ ...note('x', '')[0], x: Infinity }] }, 'elements.0.x'],
    ['board.add', { elements: [{ ...note('x', '')[0], width: 'wide' }] }, 'elements.0.width'],
    ['board.add', { elements: [{ ...note('x', '')[0], id: '__proto__ or so' }] }, 'elements.0.id'],
    ['board.add', { elements: [...note('x', 'y'.repeat(5_001))] }, 'elements.1.text'],
    ['board.add', { elements: [] }, 'elements'],
    ['board.add', { elements: Array.from({ length: 201 }, (_, n) => note(`x${n}`, '')[0]) }, 'elements'],
    ['board.add', { elements: [{ type: 'freedraw', id: 'x', x: 0, y: 0, width: 1, height: 1, points: '!' }] }, 'elements.0.points'],
    ['board.edit', { patches: [{ id: 'a', values: { backgroundColor: 'url(https://evil.example)' } }] }, 'patches.0.values.backgroundColor'],
    ['board.edit', { patches: [{ id: 'a', values: { version: 9 } }] }, 'patches.0.values.version'],
    ['board.edit', { patches: [{ id: 'a', values: { __proto__: null, constructor: 1 } }] }, 'patches.0.values.constructor'],
    ['board.move', { moves: [['a', 1e9, 0]] }, 'moves.0.1'],
    ['board.move', null, 'payload'],
    ['board.openVotes', { budget: 1e6, secret: true }, 'budget'],
    ['board.rename', { title: ' ' }, 'title'],
  ];
  it.each(wrong)('BO20 %s is refused with the field that is wrong: %#', async (id, payload, field) => {
    const ada = come('Ada', 'steward');
    await ada.do('board.add', { elements: note('a', 'Plan') });
    const before = told();
    expect(await ada.send(id, payload)).toMatchObject({ accepted: false, refusal: { code: 'board.invalid', values: { field } } });
    expect(told()).toBe(before);
  });

  it('BO20 of a thousand changes in a second thirty are taken, and honest people go on', async () => {
    const [mal, ana] = [come('Mal'), come('Ana')];
    await ana.do('board.add', { elements: note('a', 'Plan') });
    const flood = await Promise.all(Array.from({ length: 1_000 }, (_, n) => mal.send('board.move', { moves: [['a', n, n]] })));
    expect(flood.filter(({ accepted }) => accepted)).toHaveLength(30);
    expect(await ana.do('board.move', { moves: [['a', 1, 2]] })).toBe('done');
    now += 1_001;
    expect(await mal.do('board.move', { moves: [['a', 3, 4]] })).toBe('done');
  });

  it('BO4 the 5,001st thing is refused, and all before it are there', async () => {
    const ana = come('Ana');
    for (let n = 0; n < 25; n++) expect(await ana.do('board.add', { elements: Array.from({ length: 200 }, (_, m) => ({ type: 'rectangle' as const, id: `e${n}-${m}`, x: n, y: m, width: 10, height: 10 })) })).toBe('done');
    expect(await ana.do('board.add', { elements: note('a', 'One more') })).toBe('board.full');
    expect(host.facts.elements.size).toBe(5_000);
  });

  it('BO9 BO19 whoever adds, deletes and keeps without an end: the dead, copies and what others hear are bounded', async () => {
    const [ana, gus] = [come('Ana'), come('Gus', 'guest')];
    for (let act = 0; act < 30; act++) {
      const ids = Array.from({ length: 200 }, (_, n) => `x${act}n${n}`);
      for (const done of [await gus.do('board.add', { elements: ids.map((id) => ({ type: 'rectangle' as const, id, x: 0, y: 0, width: 9, height: 9 })) }), await gus.do('board.delete', { ids })]) expect(done).toBe('done');
    }
    expect([host.facts.elements.size <= 5_500, ana.heard.length, ana.heard.at(-1)?.kind, ana.heard.at(-1)?.values['count']]).toEqual([true, 61, 'board.many', 200]);
    for (let copy = 0; copy <= 50; copy++) expect(await gus.do('board.keep', { name: `Mine ${copy}` })).toBe(copy < 50 ? 'done' : 'board.copiesFull');
  });

  it('junk of a thousand shapes changes nothing and ends nothing', async () => {
    const ana = come('Ana');
    await ana.do('board.add', { elements: note('a', 'Plan') });
    const before = told();
    const chance = seeded(7);
    const junk = (depth = 0): unknown => {
      const lot = Math.floor(chance() * (depth > 3 ? 6 : 9));
      const below = (): unknown => junk(depth + 1);
      if (lot === 7) return [below(), below()];
      if (lot === 8) return { id: below(), elements: [below()], moves: below() };
      return [null, undefined, NaN, -1, 'a', true, []][lot];
    };
    for (let n = 0; n < 1_000; n++) {
      now += 100;
      const answer = host.command(personId('ana'), n % 3 ? { id: ['board.add', 'board.edit', 'board.move', 'board.delete', 'board.nothing', '__proto__'][n % 6], key: `junk-${n}-key`, payload: junk() } : junk());
      host.flush(() => undefined);
      expect((await answer).accepted).toBe(false);
    }
    expect(told()).toBe(before);
  });
});
