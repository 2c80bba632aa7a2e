/** How a run looks, for both views: what stands in the room for it, who is in the light, and how the light is. */
import { describe, expect, it } from 'vitest';
import { ceremonyOf, type Ceremony } from '#client/rituals/ceremony.ts';
import { personId } from '#shared/kernel/ids.ts';
import { Rite, scriptOf, stepOf } from '#test/support/ritual.ts';

const seen = (rite: Rite): Ceremony => ceremonyOf(rite.run, { here: rite.here }) ?? (() => { throw new Error('Nothing is seen.'); })();
const ribbon = (rite: Rite): string => {
  const { ribbon: hung } = seen(rite);
  return hung ? `${hung.by.join(' ')}${hung.isCut ? ', cut' : ''}` : 'none';
};

describe('how a ritual looks', () => {
  it('RI12 a ribbon is cut as one: when all have, or when the step is left; and it stays so', () => {
    const rite = new Rite(scriptOf(stepOf('act'), stepOf('pledge'), stepOf('close')), 'ANA', 'Ben', 'Cleo').start();
    expect(ribbon(rite)).toBe('');
    rite.do('Ben', { kind: 'act' });
    expect([ribbon(rite), seen(rite).isFestive]).toEqual(['ben', false]);
    rite.do('Cleo', { kind: 'act' });
    rite.do('ANA', { kind: 'act' });
    expect([ribbon(rite), seen(rite).isFestive, seen(rite).isDone]).toEqual(['ben cleo ana, cut', true, true]);
    // Whoever comes late finds it cut, and may still.
    rite.come('Dov');
    expect(ribbon(rite)).toBe('ben cleo ana, cut');
    rite.do('Dov', { kind: 'act' });
    rite.next();
    expect([ribbon(rite), seen(rite).isFestive]).toEqual(['ben cleo ana dov, cut', false]);
  });

  it('RI12 a ribbon that some have cut falls when the facilitator goes on; one that nobody has is taken down', () => {
    const some = new Rite(scriptOf(stepOf('act'), stepOf('close')), 'ANA', 'Ben').start();
    some.do('Ben', { kind: 'act' });
    some.next();
    expect(ribbon(some)).toBe('ben, cut');
    const nobody = new Rite(scriptOf(stepOf('act'), stepOf('close')), 'ANA', 'Ben').start();
    nobody.next();
    expect(ribbon(nobody)).toBe('none');
  });

  it('candles and stones stay, one for each who added one', () => {
    const rite = new Rite(scriptOf(stepOf('act', { act: 'candle' }), stepOf('act', { act: 'stone' }), stepOf('silence')), 'ANA', 'Ben').start();
    rite.do('Ben', { kind: 'act' });
    rite.next();
    rite.do('Ben', { kind: 'act' });
    rite.do('ANA', { kind: 'act' });
    rite.next();
    const { candles, stones, light, ribbon: none } = seen(rite);
    expect([candles, stones, light, none]).toEqual([['ben'], ['ben', 'ana'], 'low', undefined]);
  });

  it('whoever speaks, or is recognised, is in the light; and nobody where nobody is', () => {
    const rite = new Rite(scriptOf(stepOf('say'), stepOf('round'), stepOf('recognition')), 'ANA', 'Ben').start();
    expect([seen(rite).lit, seen(rite).light]).toEqual(['ana', 'held']);
    rite.next();
    expect(seen(rite).lit).toBe('ana');
    rite.do('ANA', { kind: 'done' });
    expect(seen(rite).lit).toBe('ben');
    rite.next('ANA', 'Ben');
    expect([seen(rite).lit, seen(rite).light]).toEqual([undefined, 'warm']);
    rite.do('ANA', { kind: 'recognise', to: personId('ben'), why: 'For the list.' });
    expect([seen(rite).lit, seen(rite).light, seen(rite).cheers]).toEqual(['ben', 'held', 0]);
  });

  it('whoever is in the spotlight is lit in any step, until it ends', () => {
    const rite = new Rite(scriptOf(stepOf('arrival'), stepOf('celebration')), 'ANA', 'Ben').start();
    rite.do('ANA', { kind: 'spotlight', person: personId('ben') });
    expect([seen(rite).lit, seen(rite).light]).toEqual(['ben', 'held']);
    rite.do('ANA', { kind: 'spotlight', person: null });
    expect([seen(rite).lit, seen(rite).light]).toEqual([undefined, 'warm']);
  });

  it('the sheet has who is here, and who has signed', () => {
    const rite = new Rite(scriptOf(stepOf('arrival'), stepOf('pledge'), stepOf('celebration'), stepOf('close')), 'ANA', 'Ben').start();
    rite.come('Cleo');
    expect(seen(rite).sheet).toEqual({ title: 'Check-in', names: ['ANA', 'Ben', 'Cleo'], of: 'coming' });
    rite.next();
    rite.do('Cleo', { kind: 'sign', version: 3 });
    expect(seen(rite).sheet).toEqual({ title: 'How we are', names: ['Cleo'], of: 'signing' });
    rite.next();
    expect([seen(rite).sheet, seen(rite).hasLanterns, seen(rite).isFestive]).toEqual([undefined, true, true]);
    rite.next();
    expect([seen(rite).sheet?.of, seen(rite).hasLanterns, seen(rite).isFestive]).toEqual(['closing', true, false]);
    rite.next();
    expect(ceremonyOf(rite.run, { here: rite.here })).toBeUndefined();
  });
});
