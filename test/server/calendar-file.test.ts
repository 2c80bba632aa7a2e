/** The file of a planned ritual, as a calendar reads it. */
import { describe, expect, it } from 'vitest';
import { calendarFile } from '#server/rituals/calendar-file.ts';
import { personId } from '#shared/kernel/ids.ts';
import { scriptOf, stepOf } from '#test/support/ritual.ts';
import { seeded } from '#test/support/chance.ts';

const at = Date.UTC(2026, 11, 1, 9, 10);
const plan = (title: string, purpose = '', revision = 1) => ({
  id: 'plan-1', revision, script: { ...scriptOf(stepOf('say', { minutes: 5 }), stepOf('round', { minutes: 2, turn: 2 })), title, purpose }, by: personId('ana'), byName: 'Ana', changedAt: Date.UTC(2026, 10, 28), room: 'commons', at,
});
const place = { community: 'Riverside', room: 'Commons', base: 'https://hearth.example.org' };

/** Reads an iCalendar file by RFC 5545: unfolds its lines (§3.1), takes each apart, and reads texts (§3.3.11). */
const read = (file: string): ReadonlyMap<string, string> => {
  expect(file).not.toMatch(/[^\r]\n|\r(?!\n)/);
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const lines = file.replaceAll('\r\n ', '').split('\r\n').filter((line) => line !== '');
  return new Map(lines.map((line) => {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? [];
    return [name, value.replace(/\\([\\;,nN])/g, (_, one: string) => (one === 'n' || one === 'N' ? '\n' : one))];
  }));
};

describe('the file of a planned ritual', () => {
  it('RI32 is one event, at its time for every reader, which a later file replaces', () => {
    const [first, later] = [read(calendarFile(plan('Check-in', 'We meet.'), place)), read(calendarFile({ ...plan('Check-in', '', 3), at: at + 60_000 }, place))];
    expect(Object.fromEntries(first)).toMatchObject({
      VERSION: '2.0', PRODID: '-//Hearth//Hearth//EN', METHOD: 'PUBLISH', UID: 'plan-1@hearth.example.org', SEQUENCE: '0', DTSTAMP: '20261128T000000Z',
      DTSTART: '20261201T091000Z', DTEND: '20261201T092700Z', SUMMARY: 'Check-in', LOCATION: 'Riverside, Commons', DESCRIPTION: 'We meet.\n\nhttps://hearth.example.org/r/commons', URL: 'https://hearth.example.org/r/commons',
    });
    expect([later.get('UID'), later.get('SEQUENCE'), later.get('DTSTART')]).toEqual(['plan-1@hearth.example.org', '2', '20261201T091100Z']);
  });

  it('RI32 holds any words, whole: no line is longer than 75 octets, and none begins another field', () => {
    const chance = seeded(5);
    const letters = [...'abc ;,\\:"\nBEGIN:VEVENT'.split(''), 'ñ', 'é', '🔥', '漢', '\u0301', '👩🏽‍🌾'];
    for (let count = 0; count < 300; count++) {
      const text = `x${Array.from({ length: Math.floor(chance() * 120) }, () => letters[Math.floor(chance() * letters.length)]).join('')}x`;
      const fields = read(calendarFile(plan(text, text), place));
      expect(fields.get('SUMMARY')).toBe(text);
      expect(fields.get('DESCRIPTION')).toBe(`${text}\n\nhttps://hearth.example.org/r/commons`);
    }
  });
});
