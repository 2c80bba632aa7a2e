import { describe, expect, it } from 'vitest';
import { askedOf, stillToWrite } from '#shared/rituals/asked.ts';
import { personId } from '#shared/kernel/ids.ts';
import type { RitualEvent } from '#shared/rituals/events.ts';
import { advance } from '#shared/rituals/advance.ts';
import { MINUTE, Rite, scriptOf, stepOf } from '#test/support/ritual.ts';

const round = (order: string, ...names: readonly string[]) => new Rite(scriptOf(stepOf('round', { order, turn: 1 }), stepOf('say')), ...names);
const asked = (rite: Rite, name: string) => askedOf(rite.run, personId(name), rite.setting('ANA'));
const order = (rite: Rite): readonly string[] => rite.round.turns.map(({ person }) => person);

describe('a round', () => {
  it('RI7 by seat goes around, each when the one before has done', () => {
    const rite = round('seat', 'ANA', 'Ben', 'Cleo').start();
    const seen = [rite.turns];
    for (const name of ['ANA', 'Ben', 'Cleo']) {
      expect(rite.do(name, { kind: 'done' })).toBe('done');
      seen.push(rite.turns);
    }
    expect(seen).toEqual(['ana speaking, ben waiting, cleo waiting', 'ana spoken, ben speaking, cleo waiting', 'ana spoken, ben spoken, cleo speaking', 'ana spoken, ben spoken, cleo spoken']);
    expect(rite.do('ANA', { kind: 'done' })).toBe('ritual.notSpeaking');
  });

  it('RI7 at random has everyone once, by lots alone', () => {
    const rite = round('random', 'ANA', 'Ben', 'Cleo', 'Dan').start();
    expect(order(rite)).not.toEqual(['ana', 'ben', 'cleo', 'dan']);
    expect(order(rite).toSorted()).toEqual(['ana', 'ben', 'cleo', 'dan']);
  });

  it('RI7 by who spoke least has them first', () => {
    const rite = new Rite(scriptOf(stepOf('round'), stepOf('round', { order: 'least' })), 'ANA', 'Ben', 'Cleo').start();
    for (const [name, took] of [['ANA', 30_000], ['Ben', 90_000], ['Cleo', 10_000]] as const) rite.do(name, { kind: 'done' }, took);
    rite.next();
    expect(order(rite)).toEqual(['cleo', 'ana', 'ben']);
  });

  it('RI7 in alternation goes from a venue to those apart and back', () => {
    const rite = round('alternate', 'ANA', 'Ben', 'Cleo', 'Dan', 'Eve');
    rite.venues = { ana: 'Lisbon', ben: 'Lisbon', cleo: 'Lisbon' };
    expect(order(rite.start())).toEqual(['ana', 'dan', 'ben', 'eve', 'cleo']);
  });

  it('RI7 by hand goes to the next hand, and while none is up to whoever takes it', () => {
    const rite = round('hand', 'ANA', 'Ben', 'Cleo').start();
    expect([rite.turns, asked(rite, 'ben')]).toEqual(['ana waiting, ben waiting, cleo waiting', { asked: 'take' }]);
    expect([rite.do('Ben', { kind: 'take' }), rite.do('ANA', { kind: 'take' }), rite.do('Ben', { kind: 'take' })]).toEqual(['done', 'ritual.speaking', 'ritual.yoursIsNow']);
    rite.hands = ['Cleo'];
    expect([asked(rite, 'ana'), asked(rite, 'cleo')]).toEqual([{ asked: 'wait', before: 2, after: undefined }, { asked: 'wait', before: 1, after: 'ben' }]);
    rite.do('Ben', { kind: 'done' });
    expect(rite.turns).toBe('ana waiting, ben spoken, cleo speaking');
  });

  it('RI8 one passes, speaks later, writes or takes more time, whenever one likes', () => {
    const rite = round('seat', 'ANA', 'Ben', 'Cleo', 'Dan').start();
    expect(rite.do('ANA', { kind: 'later' })).toBe('done');
    expect(rite.do('Dan', { kind: 'write', step: 0, text: 'By hand.' })).toBe('done');
    for (let more = 0; more < 12; more++) expect(rite.do('Ben', { kind: 'moreTime' }, 0)).toBe('done');
    expect(rite.round.turns[1]).toMatchObject({ state: 'speaking', until: rite.at - 1_000 + 13 * MINUTE });
    expect(rite.do('Cleo', { kind: 'moreTime' })).toBe('ritual.notSpeaking');
    expect(rite.do('Ben', { kind: 'pass' })).toBe('done');
    expect(rite.turns).toBe('ana later, ben passed, cleo speaking, dan wrote');
    rite.do('Cleo', { kind: 'done' });
    expect(rite.turns).toBe('ana speaking, ben passed, cleo spoken, dan wrote');
    expect([rite.do('ANA', { kind: 'later' }), rite.do('ANA', { kind: 'later' })]).toEqual(['done', 'ritual.yoursIsLater']);
    // Nobody is left but her: the turn is there when she is ready, and for whoever has thought again.
    expect([asked(rite, 'ana'), rite.do('Ben', { kind: 'take' }), rite.turns]).toEqual([{ asked: 'take' }, 'done', 'ana later, ben speaking, cleo spoken, dan wrote']);
    expect([rite.do('Ben', { kind: 'pass' }), rite.turns, rite.do('Cleo', { kind: 'pass' }), rite.do('Ben', { kind: 'pass' })]).toEqual(['done', 'ana speaking, ben passed, cleo spoken, dan wrote', 'ritual.turnOver', 'ritual.turnOver']);
    expect([rite.do('ANA', { kind: 'done' }), rite.do('Cleo', { kind: 'take' })]).toEqual(['done', 'ritual.turnOver']);
  });

  it('RI9 going on names those who have not had a turn, and leaves them to write', () => {
    const rite = round('seat', 'ANA', 'Ben', 'Cleo').start();
    rite.do('ANA', { kind: 'done' });
    const before = rite.run;
    const press: RitualEvent = { kind: 'next', from: 0, leaving: [personId('ben')] };
    expect(advance(rite.run, press, rite.setting('ANA'))).toMatchObject({ refusal: { code: 'ritual.openTurns', values: { count: 2, names: 'Ben, Cleo', more: 0 } } });
    expect([rite.next(), rite.do('ANA', { kind: 'end', leaving: [] }), rite.run]).toEqual(['ritual.openTurns', 'ritual.openTurns', before]);
    expect(rite.next('ANA', 'Ben', 'Cleo')).toBe('done');
    expect([stillToWrite(rite.run, personId('cleo')), stillToWrite(rite.run, personId('ben'))]).toEqual([[0], []]);
    expect([rite.do('Cleo', { kind: 'write', step: 0, text: 'Here.' }), rite.do('ANA', { kind: 'write', step: 0, text: 'Too.' }), rite.do('Ben', { kind: 'write', step: 1, text: 'No.' })]).toEqual(['done', 'ritual.turnOver', 'ritual.noRound']);
    expect([rite.next(), rite.do('Ben', { kind: 'write', step: 0, text: 'Late.' }), stillToWrite(rite.run, personId('cleo'))]).toEqual(['done', 'ritual.ended', []]);
  });

  it('RI10 whoever runs it asks, puts later, marks and excuses; nobody else ends a turn of somebody\'s', () => {
    const rite = round('seat', 'ANA', 'Ben', 'Cleo', 'Dan').start();
    const of = (kind: 'invite' | 'defer' | 'mark' | 'excuse', name: string, by = 'ANA') => rite.do(by, { kind, person: personId(name) });
    expect(of('mark', 'ana', 'Ben')).toBe('ritual.cannotRun');
    expect([of('invite', 'dan'), rite.turns]).toEqual(['done', 'ana speaking, ben waiting, cleo waiting, dan called']);
    expect(asked(rite, 'dan')).toEqual({ asked: 'wait', before: 1, after: 'ana' });
    expect([of('mark', 'ana'), rite.turns]).toEqual(['done', 'ana spoken, ben waiting, cleo waiting, dan speaking']);
    expect([of('defer', 'dan'), of('excuse', 'ben'), rite.turns]).toEqual(['done', 'done', 'ana spoken, ben passed, cleo speaking, dan later']);
    expect([of('mark', 'ana'), of('defer', 'ana'), of('defer', 'dan'), of('excuse', 'ben'), of('excuse', 'ana'), of('invite', 'cleo'), of('invite', 'nobody')]).toEqual([
      'ritual.spoken', 'ritual.noTurn', 'ritual.isLater', 'ritual.passed', 'ritual.noTurn', 'ritual.hasTurn', 'ritual.noTurn',
    ]);
    of('mark', 'cleo');
    expect([rite.turns, of('mark', 'dan'), of('invite', 'ben'), rite.turns]).toEqual(['ana spoken, ben passed, cleo spoken, dan speaking', 'done', 'done', 'ana spoken, ben speaking, cleo spoken, dan spoken']);
  });

  it('RI11 RI10 whoever is away is not called, keeps their turn, and has it when they are back', () => {
    const rite = round('seat', 'ANA', 'Ben', 'Cleo').start();
    rite.go('Ben');
    rite.do('ANA', { kind: 'done' });
    expect(rite.turns).toBe('ana spoken, ben waiting, cleo speaking');
    rite.go('Cleo');
    rite.at += 60 * MINUTE;
    expect(rite.turns).toBe('ana spoken, ben waiting, cleo speaking');
    expect(rite.do('ANA', { kind: 'invite', person: personId('ben') })).toBe('ritual.notHere');
    expect([rite.do('ANA', { kind: 'defer', person: personId('cleo') }), rite.turns]).toEqual(['done', 'ana spoken, ben waiting, cleo later']);
    rite.come('Ben');
    expect(rite.turns).toBe('ana spoken, ben speaking, cleo later');
    expect(rite.run.people).toHaveLength(3);
    // Nobody here has an open turn but Ben: those away are not named, and may write when they are back.
    rite.do('Ben', { kind: 'done' });
    expect([rite.next(), rite.do('Cleo', { kind: 'write', step: 0, text: 'I am back.' })]).toEqual(['done', 'done']);
  });

  it('RI11 whoever comes late has the last turn, in rounds to come too', () => {
    const rite = new Rite(scriptOf(stepOf('round'), stepOf('round')), 'ANA', 'Ben').start();
    rite.come('Cleo');
    expect([rite.turns, rite.news]).toEqual(['ana speaking, ben waiting, cleo waiting', [{ kind: 'came', people: ['cleo'] }]]);
    for (const name of ['ANA', 'Ben', 'Cleo']) rite.do(name, { kind: 'done' });
    rite.come('Dan');
    expect(rite.turns).toBe('ana spoken, ben spoken, cleo spoken, dan speaking');
    rite.go('ANA');
    rite.do('Dan', { kind: 'done' });
    expect(rite.next('BEN')).toBe('done');
    expect(rite.turns).toBe('ben speaking, cleo waiting, dan waiting, ana waiting');
  });

  it('RI15 a round for members passes over no guest: they have no turn in it, and are told so', () => {
    const rite = new Rite(scriptOf(stepOf('round', { who: 'members' }), stepOf('act', { who: 'facilitators' })), 'ANA', 'Guest', 'Cleo').start();
    expect([rite.turns, asked(rite, 'guest'), rite.do('Guest', { kind: 'pass' })]).toEqual(['ana speaking, cleo waiting', { asked: 'listen' }, 'ritual.noTurnOfYours']);
    rite.next('ANA', 'ANA', 'Cleo');
    expect([rite.do('Cleo', { kind: 'act' }), rite.do('Stranger', { kind: 'act' }), rite.do('ANA', { kind: 'act' })]).toEqual(['ritual.notYours', 'ritual.notTaking', 'done']);
  });

  it('RI19 everyone knows how many turns come before theirs, and after whose', () => {
    const rite = round('seat', 'ANA', 'Ben', 'Cleo', 'Dan').start();
    expect(['ana', 'ben', 'cleo', 'stranger'].map((name) => asked(rite, name))).toEqual([
      { asked: 'speak', until: rite.at + MINUTE }, { asked: 'wait', before: 1, after: 'ana' }, { asked: 'wait', before: 2, after: 'ben' }, { asked: 'listen' },
    ]);
    rite.do('Ben', { kind: 'later' });
    rite.go('Cleo');
    expect([asked(rite, 'ben'), asked(rite, 'dan')]).toEqual([{ asked: 'later', after: 'ana' }, { asked: 'wait', before: 1, after: 'ana' }]);
    rite.do('ANA', { kind: 'done' });
    expect([asked(rite, 'ana'), asked(rite, 'dan').asked]).toEqual([{ asked: 'over', how: 'spoken' }, 'speak']);
  });
});
