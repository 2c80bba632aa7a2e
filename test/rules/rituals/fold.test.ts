import { Decoder, Encoder } from '@colyseus/schema';
import { describe, expect, it } from 'vitest';
import { fold, unfold } from '#shared/rituals/fold.ts';
import { holdRun, runOf } from '#shared/rituals/held.ts';
import { RoomState } from '#shared/rooms/room.state.ts';
import { makeRoom } from '#test/support/room.ts';
import { Rite, scriptOf, stepOf } from '#test/support/ritual.ts';
import { withTexts } from '#shared/rituals/texts.ts';
import { personId } from '#shared/kernel/ids.ts';

Encoder.BUFFER_SIZE = 1 << 20;

const launch = (people: number): Rite =>
  new Rite(scriptOf(stepOf('act'), stepOf('recognition'), stepOf('round')), 'ANA', ...Array.from({ length: people - 1 }, (_, n) => `Person ${n}`)).start();

describe('a run in a room\'s state', () => {
  it('RI17 is folded and unfolded exactly', () => {
    const rite = launch(6);
    rite.do('ANA', { kind: 'act' });
    rite.next();
    rite.do('ANA', { kind: 'recognise', to: personId('person 0'), why: 'For "quotes" and\nlines.' });
    rite.do('Person 1', { kind: 'respond', to: `id-${rite.at}` });
    rite.next();
    rite.do('ANA', { kind: 'write', step: 2, text: '' });
    expect(unfold(fold(rite.run))).toEqual(rite.run);
    expect(unfold(new Map())).toBeUndefined();
    expect(unfold(new Map([['script', '{}']]))).toBeUndefined();
  });

  it('is the same on a page that came later, whether a list was there at first or grew', () => {
    for (const people of [3, 40]) {
      const [rite, room] = [launch(people), makeRoom()];
      const folded = new Map<string, string>();
      const hold = (): void => {
        holdRun(room, rite.run);
        folded.clear();
        for (const [path, text] of room.facts.ritual) folded.set(path, text);
        expect(unfold(folded)).toEqual(withTexts(rite.run, () => ''));
      };
      hold();
      rite.do('Person 1', { kind: 'act' });
      hold();
      rite.next();
      rite.do('Person 1', { kind: 'recognise', to: personId('person 0'), why: 'For coming.' });
      hold();
      rite.next();
      hold();
      rite.do('ANA', { kind: 'pass' });
      hold();
    }
  });

  it('is read by a page as the server holds it, and a press among 300 travels in 150 bytes', () => {
    const rite = launch(300);
    const room = makeRoom();
    const encoder = new Encoder(room.facts);
    const page = new RoomState();
    const decoder = new Decoder(page);
    const patch = (): number => {
      const bytes = encoder.encode().slice();
      encoder.discardChanges();
      decoder.decode(bytes);
      return bytes.length;
    };
    holdRun(room, rite.run);
    expect(runOf({ facts: page } as never)).toBeUndefined();
    decoder.decode(encoder.encodeAll().slice());
    encoder.discardChanges();
    expect(runOf({ facts: page } as never)).toEqual(rite.run);
    rite.do('Person 7', { kind: 'act' });
    holdRun(room, rite.run);
    const first = patch();
    rite.do('Person 8', { kind: 'act' });
    holdRun(room, rite.run);
    expect({ first, second: patch() }).toEqual({ first: expect.toSatisfy((bytes: number) => bytes < 150), second: expect.toSatisfy((bytes: number) => bytes < 150) });
    expect(runOf({ facts: page } as never)).toEqual(rite.run);
    // Another ritual has less in it: nothing of the old one stays.
    const other = { ...launch(3).run, id: 'run-2' };
    holdRun(room, other);
    patch();
    expect(runOf({ facts: page } as never)).toEqual(other);
    expect([...page.ritual.keys()].filter((path) => path.startsWith('people.'))).toHaveLength(3);
  });
});
