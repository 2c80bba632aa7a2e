import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch, readCommand } from '#server/host/dispatch.ts';
import { Rates } from '#server/host/rates.ts';
import { capabilityIds, refusalKinds } from '#shared/registry.ts';
import { actorOf, factsOf, makeRoom, momentAt } from '#test/support/room.ts';

describe('dispatch', () => {
  it('answers any payload of any capability without throwing; a refusal has a sentence and changes nothing', () => {
    const known = fc.constantFrom('ana', 'ben', 'hearth', 'hearth-1', '');
    const payload = fc.oneof(
      fc.jsonValue(),
      fc.record({ to: fc.constantFrom('person', 'circle', 'object', 'spot'), id: known }, { requiredKeys: [] }),
      fc.record({ seat: known, circle: known, person: known, text: fc.string(), to: fc.constant('spot'), x: fc.double(), z: fc.double() }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...capabilityIds, 'no.such', '__proto__', 'toString'), payload, (id, given) => {
        const room = makeRoom();
        const actor = actorOf(room.add('Ana'));
        room.add('Ben', { x: 3, z: 7 });
        const before = factsOf(room);
        const result = dispatch(room, actor, { id, key: 'a-key-of-one', payload: given }, momentAt(5), new Rates());
        if ('done' in result) {
          for (const cue of result.done.cues()) expect(cue.kind).toMatch(/^[a-z]+\.[A-Za-z]+$/);
        } else {
          expect(refusalKinds.has(result.refused.refusal.code)).toBe(true);
          expect(factsOf(room)).toBe(before);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('reads nothing but a whole, strict envelope', () => {
    fc.assert(fc.property(fc.jsonValue(), (raw) => {
      const command = readCommand(raw);
      if (command) expect(Object.keys(command).sort()).toEqual(['id', 'key', 'payload']);
    }));
    expect(readCommand({ id: 'hand.raise', key: 'long-enough', payload: {} })).toBeDefined();
    expect(readCommand({ id: 'hand.raise', key: 'short', payload: {} })).toBeUndefined();
    expect(readCommand({ id: 'hand.raise', key: 'long-enough', payload: {}, admin: true })).toBeUndefined();
  });
});
