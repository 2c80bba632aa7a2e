import { describe, expect, it } from 'vitest';
import { dispatch } from '#server/host/dispatch.ts';
import { Rates } from '#server/host/rates.ts';
import { chatCues } from '#shared/chat/chat.capabilities.ts';
import { shownFor } from '#shared/chat/captions.ts';
import { LONGEST_LINE } from '#shared/chat/chat.ts';
import { gestureCues } from '#shared/gestures/gestures.capabilities.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { actorOf, factsOf, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';

const ana = (room: TestRoom): PersonId => (room.facts.people.has('ana') ? personId('ana') : room.add('Ana'));
const ask = (room: TestRoom, rates: Rates, id: string, payload: unknown, at = 0) =>
  dispatch(room, actorOf(ana(room)), { id, key: 'k'.repeat(8), payload }, momentAt(at), rates);

describe('chat', () => {
  it('CH1 a message is 1 to 2,000 characters after trimming; anything else is refused and changes nothing', () => {
    const room = makeRoom();
    room.add('Ana');
    const before = factsOf(room);
    for (const payload of [{ text: '' }, { text: '   ' }, { text: 'x'.repeat(LONGEST_LINE + 1) }, { text: 7 }, {}, { text: 'hi', more: 1 }, null, 'hi']) {
      expect(ask(room, new Rates(), 'chat.say', payload)).toMatchObject({ refused: { refusal: { code: 'dispatch.malformed' } } });
    }
    expect(factsOf(room)).toBe(before);
    const said = ask(room, new Rates(), 'chat.say', { text: '  hello ' });
    expect('done' in said && said.done.outcome).toMatchObject({ text: 'hello', name: 'Ana' });
  });

  it('CH4 at most five messages in three seconds; the sixth is refused in its own words', () => {
    const [room, rates] = [makeRoom(), new Rates()];
    for (let count = 0; count < 5; count++) expect('done' in ask(room, rates, 'chat.say', { text: 'hi' }, 100)).toBe(true);
    expect(ask(room, rates, 'chat.say', { text: 'hi' }, 2_900)).toMatchObject({ refused: { refusal: { code: 'dispatch.chatTooFast' } } });
    expect('done' in ask(room, rates, 'chat.say', { text: 'hi' }, 3_101)).toBe(true);
  });

  it('CH5 others hear of a message by its sender and a sound, never by its text', () => {
    expect(chatCues.said.others?.defaultMessage).not.toContain('{text}');
    expect(chatCues.said.earcon).toBe('message');
  });

  it('CH10 what is said stands over a head as long as it takes to read, to a limit, whatever its script', () => {
    expect(shownFor('')).toBe(3_000);
    expect(shownFor('hello')).toBe(3_350);
    expect(shownFor('x'.repeat(80))).toBe(8_600);
    expect(shownFor('x'.repeat(LONGEST_LINE))).toBe(8_600);
    expect(shownFor('🙂🙂')).toBe(shownFor('ab'));
    for (let length = 1; length < 100; length++) expect(shownFor('x'.repeat(length))).toBeGreaterThanOrEqual(shownFor('x'.repeat(length - 1)));
  });
});

describe('gestures', () => {
  it('GE1 a gesture changes no state', () => {
    const room = makeRoom();
    room.add('Ana');
    const before = factsOf(room);
    expect('done' in ask(room, new Rates(), 'gesture.wave', {})).toBe(true);
    expect(factsOf(room)).toBe(before);
  });

  it('GE2 everyone perceives it, in words, by effect and as a caption', () => {
    for (const kind of Object.values(gestureCues)) expect([kind.own, kind.others, kind.effect, kind.caption].every(Boolean)).toBe(true);
    const waved = ask(makeRoom(), new Rates(), 'gesture.wave', {});
    expect('done' in waved && waved.done.cues()).toMatchObject([{ kind: 'gesture.waved', to: 'room' }]);
  });

  it('GE3 at most four gestures a second; more are refused in words', () => {
    const [room, rates] = [makeRoom(), new Rates()];
    for (let count = 0; count < 4; count++) expect('done' in ask(room, rates, 'gesture.clap', {}, 10)).toBe(true);
    expect(ask(room, rates, 'gesture.clap', {}, 900)).toMatchObject({ refused: { refusal: { code: 'dispatch.tooFast' } } });
    expect('done' in ask(room, rates, 'gesture.clap', {}, 1_011)).toBe(true);
  });
});
