/** When a planned ritual is to begin, as its reader is told. */
import { describe, expect, it } from 'vitest';
import { awayWords, dayWords, fromField, toField } from '#client/rituals/when.ts';
import { createWords } from '#client/app/words.ts';
import spanish from '#client/app/locales/es.json' with { type: 'json' };

const [en, es] = [createWords('en', undefined), createWords('es', spanish)];
const [MINUTE, HOUR] = [60_000, 3_600_000];
/** By the clock of wherever the test runs. */
const now = new Date(2026, 10, 30, 21, 40).getTime();
const on = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

describe('when it begins', () => {
  it('RI30 is told by the day and hour of the reader, and how far off it is', () => {
    expect([dayWords(en, on(30, 22, 5), now), dayWords(en, on(31, 9, 10), now), dayWords(en, on(33, 9), now), dayWords(en, new Date(2027, 2, 1, 9).getTime(), now)]).toEqual(['today at 22:05', 'tomorrow at 09:10', 'Thursday 3 December, 09:00', 'Monday, 1 March 2027, 09:00']);
    expect([dayWords(es, on(30, 22, 5), now), dayWords(es, on(31, 9, 10), now), dayWords(es, on(33, 9), now)]).toEqual(['hoy a las 22:05', 'mañana a las 09:10', 'jueves, 3 de diciembre, a las 09:00']);
    const away = [1_000, 90_000, 25 * MINUTE, 119 * MINUTE, 3 * HOUR, on(33, 9) - now].map((left) => awayWords(en, now + left, now));
    expect(away).toEqual(['in less than a minute', 'in 1 minute', 'in 25 minutes', 'in 119 minutes', 'in 3 hours', 'in 3 days']);
    expect([awayWords(es, now + 25 * MINUTE, now), awayWords(en, now, now), awayWords(en, now - HOUR, now)]).toEqual(['en 25 minutos', undefined, undefined]);
  });

  it('RI30 is given in the time of whoever gives it', () => {
    expect(fromField(toField(now))).toBe(now);
    expect([toField(on(30, 9, 5)), fromField(''), fromField('soon'), fromField('2026-11-30T09:05')]).toEqual(['2026-11-30T09:05', undefined, undefined, on(30, 9, 5)]);
  });
});
