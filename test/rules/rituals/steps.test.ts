import { describe, expect, it } from 'vitest';
import { timingOf } from '#shared/rituals/asked.ts';
import { personId } from '#shared/kernel/ids.ts';
import { floorOf } from '#shared/rituals/floor.ts';
import { toldOf } from '#shared/rituals/told.ts';
import { MINUTE, Rite, scriptOf, stepOf } from '#test/support/ritual.ts';

const three = scriptOf(stepOf('arrival'), stepOf('say'), stepOf('close'));
const rite = (...names: readonly string[]) => new Rite(three, 'ANA', 'BEN', 'Cleo', ...names);

describe('a run', () => {
  it('RI2 begins when somebody starts it who may, whatever the time is, and they lead it', () => {
    const run = rite();
    expect(run.do('Cleo', { kind: 'start' })).toBe('ritual.cannotRun');
    expect(run.do('ANA', { kind: 'pause' }, 10 * MINUTE)).toBe('ritual.notStarted');
    expect(run.run.phase.status).toBe('planned');
    expect(run.do('BEN', { kind: 'start' })).toBe('done');
    expect(run.run).toMatchObject({ lead: 'ben', startedAt: run.at, phase: { status: 'running', step: 0, since: run.at, until: run.at + 5 * MINUTE } });
    expect(run.do('ANA', { kind: 'start' })).toBe('ritual.started');
    expect(run.run.people.map(({ name }) => name)).toEqual(['ANA', 'BEN', 'Cleo']);
  });

  it('RI3 goes on, back and past a step, and ends beyond the last', () => {
    const run = rite().start();
    expect(run.do('ANA', { kind: 'back', from: 0 })).toBe('ritual.firstStep');
    expect([run.next(), run.step]).toEqual(['done', 1]);
    expect([run.do('ANA', { kind: 'back', from: 1 }), run.step]).toEqual(['done', 0]);
    expect([run.do('BEN', { kind: 'skip', from: 0, leaving: [] }), run.step]).toEqual(['done', 1]);
    expect(run.run.parts.map(({ skipped, begun }) => `${skipped} ${begun}`)).toEqual(['true true', 'false true', 'false false']);
    run.next();
    expect([run.next(), run.run.phase.status, run.news.at(-1)?.kind]).toEqual(['done', 'ended', 'ended']);
    expect([run.next(), run.do('ANA', { kind: 'start' }), run.do('Cleo', { kind: 'act' })]).toEqual(['ritual.ended', 'ritual.ended', 'ritual.ended']);
  });

  it('RI3 of two who press at once one moves everyone, and the other is told whose it was', () => {
    const run = rite().start();
    const press = { kind: 'next', from: 0, leaving: [] } as const;
    expect([run.do('BEN', press, 0), run.step]).toEqual(['done', 1]);
    const before = run.run;
    expect([run.do('ANA', press, 0), run.do('ANA', { kind: 'skip', from: 0, leaving: [] }, 0), run.do('ANA', { kind: 'back', from: 2 }, 0), run.do('ANA', { kind: 'extend', from: 0, minutes: 5 }, 0)]).toEqual(Array.from({ length: 4 }, () => 'ritual.moved'));
    expect(run.run).toBe(before);
  });

  it('RI4 takes as long as it takes: advice passes, and is lengthened as often as wanted', () => {
    const run = rite().start();
    run.at += 24 * 60 * MINUTE;
    expect(timingOf(run.run, run.at)).toEqual({ used: 24 * 60 * MINUTE, advised: 5 * MINUTE, left: -(24 * 60 - 5) * MINUTE, usedInAll: 24 * 60 * MINUTE });
    for (let more = 0; more < 12; more++) expect(run.do('ANA', { kind: 'extend', from: 0, minutes: 5 }, 0)).toBe('done');
    expect(timingOf(run.run, run.at)?.advised).toBe(65 * MINUTE);
    expect(run.step).toBe(0);
  });

  it('RI5 a pause stops the clock, and moves what was advised', () => {
    const run = rite().start();
    expect(run.do('ANA', { kind: 'resume' })).toBe('ritual.notPaused');
    expect(run.do('ANA', { kind: 'pause' }, MINUTE)).toBe('done');
    const paused = timingOf(run.run, run.at);
    expect(run.do('BEN', { kind: 'pause' }, 20 * MINUTE)).toBe('ritual.paused');
    expect(timingOf(run.run, run.at)).toEqual(paused);
    expect(run.do('BEN', { kind: 'resume' }, 0)).toBe('done');
    expect(timingOf(run.run, run.at)).toEqual(paused);
    run.do('ANA', { kind: 'pause' });
    expect([run.next(), run.run.phase.status, run.run.parts[0]?.spent]).toEqual(['done', 'running', MINUTE + 2_000]);
  });

  it('RI5 a turn is not shorter for a pause, and people do their part in it', () => {
    const run = new Rite(scriptOf(stepOf('round', { turn: 1 })), 'ANA', 'Ben', 'Cleo').start();
    run.do('ANA', { kind: 'pause' }, 10_000);
    expect(run.do('Cleo', { kind: 'pass' }, MINUTE)).toBe('done');
    run.do('ANA', { kind: 'resume' }, MINUTE);
    expect(run.do('ANA', { kind: 'done' }, 5_000)).toBe('done');
    expect(run.round.turns[0]).toMatchObject({ state: 'spoken', took: 15_000 });
    expect(run.run.people[0]?.spoke).toBe(15_000);
  });

  it('RI6 a leader who has gone leaves a run that waits, and another who may goes on with it', () => {
    const run = rite().start();
    const before = run.run;
    expect(run.do('BEN', { kind: 'takeOver' })).toBe('ritual.leadHere');
    run.go('ANA');
    run.at += 60 * MINUTE;
    expect(run.run).toBe(before);
    expect(run.do('Cleo', { kind: 'takeOver' })).toBe('ritual.cannotRun');
    expect([run.next('BEN'), run.step, run.run.lead]).toEqual(['done', 1, 'ana']);
    expect([run.do('BEN', { kind: 'takeOver' }), run.run.lead, run.do('BEN', { kind: 'takeOver' })]).toEqual(['done', 'ben', 'ritual.isLead']);
  });

  it('RI6 is handed over to somebody here who may', () => {
    const run = rite().start();
    const to = (name: string) => run.do('ANA', { kind: 'handOver', to: personId(name) });
    expect([to('cleo'), to('ana'), to('nobody'), run.run.lead]).toEqual(['ritual.cannotLead', 'ritual.isLead', 'ritual.notHere', 'ana']);
    expect([to('ben'), run.run.lead]).toEqual(['done', 'ben']);
    run.go('ANA');
    expect(run.do('BEN', { kind: 'handOver', to: personId('ana') })).toBe('ritual.notHere');
  });

  it('RI16 a step that one comes back to has what was done in it', () => {
    const run = new Rite(scriptOf(stepOf('round'), stepOf('act'), stepOf('say')), 'ANA', 'Ben', 'Cleo').start();
    run.do('Ben', { kind: 'pass' });
    expect(run.next('ANA', 'ANA', 'Cleo')).toBe('done');
    expect(run.do('Ben', { kind: 'act' })).toBe('done');
    expect(run.do('ANA', { kind: 'back', from: 1 })).toBe('done');
    expect(run.turns).toBe('ana spoken, ben passed, cleo speaking');
    run.do('Cleo', { kind: 'done' });
    run.next();
    expect(run.do('Ben', { kind: 'act' })).toBe('ritual.acted');
    // From a round, too: whoever had the turn has it again, and nobody was left.
    const other = new Rite(scriptOf(stepOf('say'), stepOf('round')), 'ANA', 'Ben').start();
    other.next();
    expect(other.do('ANA', { kind: 'back', from: 1 }, 3_000)).toBe('done');
    expect([other.run.people[0]?.spoke, other.next(), other.turns]).toEqual([3_000, 'done', 'ana speaking, ben waiting']);
  });
});

describe('beside the steps', () => {
  it('RI27 those who run it take notes and remove them, however many up to two hundred', () => {
    const rite = new Rite(scriptOf(stepOf('say'), stepOf('say')), 'ANA', 'BEN', 'Cleo').start();
    expect([rite.do('Cleo', { kind: 'note', text: 'Mine.' }), rite.do('ANA', { kind: 'note', text: 'Ask Cleo.' }), rite.next(), rite.do('BEN', { kind: 'note', text: 'Later.' })]).toEqual(['ritual.cannotRun', 'done', 'done', 'done']);
    expect(rite.run.notes.map(({ by, step, text }) => [by, step, text])).toEqual([['ana', 0, 'Ask Cleo.'], ['ben', 1, 'Later.']]);
    const [first] = rite.run.notes;
    expect([rite.do('BEN', { kind: 'unnote', note: first?.id ?? '' }), rite.do('ANA', { kind: 'unnote', note: first?.id ?? '' }), rite.run.notes.length]).toEqual(['done', 'ritual.noNote', 1]);
    for (let more = 1; more < 200; more++) expect(rite.do('ANA', { kind: 'note', text: `${more}` })).toBe('done');
    expect(rite.do('ANA', { kind: 'note', text: 'One too many.' })).toBe('ritual.manyNotes');
  });

  it('RI40 somebody who is here stands in the spotlight, until it is ended or the step is', () => {
    const rite = new Rite(scriptOf(stepOf('say'), stepOf('silence'), stepOf('say')), 'ANA', 'BEN', 'Cleo').start();
    const put = (by: string, name: string | null) => rite.do(by, { kind: 'spotlight', person: name === null ? null : personId(name) });
    expect([put('Cleo', 'cleo'), put('ANA', 'dan'), put('ANA', null), put('ANA', 'cleo'), put('BEN', 'cleo'), rite.run.spotlight]).toEqual(['ritual.cannotRun', 'ritual.notHere', 'ritual.noSpotlight', 'done', 'ritual.isSpotlit', 'cleo']);
    expect(floorOf(rite.run)).toBe('stage cleo ana ben');
    expect([put('BEN', null), rite.run.spotlight, floorOf(rite.run), put('ANA', 'cleo'), rite.next(), rite.run.spotlight]).toEqual(['done', null, 'stage ana ben', 'done', 'done', null]);
    expect([put('ANA', 'cleo'), floorOf(rite.run), rite.next(), rite.next(), rite.run.phase.status, rite.run.spotlight]).toEqual(['done', 'none', 'done', 'done', 'ended', null]);
  });

  it('RI40 whoever is put in the spotlight hears it, by themselves too, and nobody hears it twice', () => {
    const rite = new Rite(scriptOf(stepOf('say')), 'ANA', 'BEN', 'Cleo').start();
    const heardBy = (name: string): readonly string[] => {
      const before = rite.run;
      rite.do('ANA', { kind: 'spotlight', person: personId(name) });
      return toldOf(before, rite.run, rite.news, rite.setting('ANA')).map(({ kind, to }) => `${kind}: ${[to].flat().join(' ')}`);
    };
    expect(heardBy('cleo')).toEqual(['ritual.spotlit: ana ben', 'ritual.spotlitYou: cleo']);
    expect(heardBy('ana')).toEqual(['ritual.spotlit: ben cleo', 'ritual.spotlitYou: ana']);
  });
});
