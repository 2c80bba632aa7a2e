import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch } from '#server/host/dispatch.ts';
import { Rates } from '#server/host/rates.ts';
import { createWords } from '#client/app/words.ts';
import type { MessageValue } from '#shared/kernel/message.ts';
import { capabilityIds, cueKinds, refusalKinds } from '#shared/registry.ts';
import { actorOf, factsOf, makeRoom, momentAt, type TestRoom } from '#test/support/room.ts';
import { setUp, steps } from './requests.model.ts';

const words = createWords('en');

/** The placeholders of an ICU text, nested ones included. */
const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? '');
/** The placeholders of a text, and of those nested in its values, that have no value. */
const unfilled = (text: string, values: Readonly<Record<string, MessageValue>>): readonly string[] => [
  ...placeholders(text).filter((name) => !Object.hasOwn(values, name)),
  ...Object.values(values).flatMap((value) => (typeof value === 'object' && 'message' in value ? unfilled(value.message.defaultMessage, value.values) : [])),
];

const anything = fc.oneof(
  fc.jsonValue(),
  fc.record({ to: fc.constantFrom('person', 'object', 'spot'), id: fc.constantFrom('ana', 'ben', 'nobody', 'hearth', '__proto__') }),
  fc.record({ seat: fc.constantFrom('hearth-1', 'hearth-2', 'no-such', 'toString') }),
  fc.record({ to: fc.constant('spot'), x: fc.double(), z: fc.double() }),
  fc.record({ text: fc.string({ unit: 'binary', maxLength: 20 }) }),
  fc.record({ person: fc.constantFrom('ana', 'ben', 'nobody') }),
  fc.constant({}),
);
const request = fc.record({ who: fc.constantFrom('ana', 'ben'), id: fc.constantFrom(...capabilityIds), payload: anything, after: fc.integer({ min: 0, max: 8_000 }) });

const live = (requests: readonly { who: string; id: string; payload: unknown; after: number }[], each: (room: TestRoom, before: string, result: ReturnType<typeof dispatch>) => void): void => {
  const room = makeRoom();
  const actors = { ana: actorOf(room.add('Ana')), ben: actorOf(room.add('Ben', { x: 3, z: 7 })) };
  let at = 0;
  for (const { who, id, payload, after } of requests) {
    at += after;
    room.walks.advance(at);
    const before = factsOf(room);
    each(room, before, dispatch(room, who === 'ana' ? actors.ana : actors.ben, { id, key: 'a-key-of-one', payload }, momentAt(at), new Rates()));
  }
};

describe('requests', () => {
  it('HA1 HA2 HA3 HA4 HA5 SE1 SE2 SE3 SE4 SE5 SE7 hands and seats are as their model has them, whatever people ask, in whatever order', () => {
    fc.assert(
      fc.property(fc.commands([...steps], { maxCommands: 40 }), (commands) => {
        fc.modelRun(setUp, commands);
      }),
      { numRuns: 150 },
    );
  });

  it('a refusal in a room that has lived changes nothing, not even who walks where', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 15 }), (requests) => {
        live(requests, (room, before, result) => {
          if ('refused' in result) expect(factsOf(room)).toBe(before);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('every sentence that a request causes, cue or refusal, finds a value for each of its placeholders', () => {
    const heard = new Set<string>();
    fc.assert(
      fc.property(fc.array(request, { maxLength: 15 }), (requests) => {
        live(requests, (_room, _before, result) => {
          if ('refused' in result) {
            const { code, values } = result.refused.refusal;
            const kind = refusalKinds.get(code);
            expect(kind && unfilled(kind.words.defaultMessage, values), code).toEqual([]);
            return void heard.add(code);
          }
          for (const cue of result.done.cues()) {
            const kind = cueKinds.get(cue.kind);
            expect(kind, cue.kind).toBeDefined();
            for (const text of [kind?.own, kind?.others, kind?.caption, ...Object.values(kind?.parts ?? {})]) if (text) expect(unfilled(text.defaultMessage, cue.values), text.id).toEqual([]);
            heard.add(cue.kind);
          }
        });
      }),
      { numRuns: 300 },
    );
    expect(heard.size).toBeGreaterThan(15);
    expect(unfilled('{name} has {count, plural, other {# of {things}}}', { name: 'Ana' })).toEqual(['count', 'things']);
  });

  it('CH5 what others hear of a message holds its sender and nothing of its text', () => {
    const room = makeRoom();
    const result = dispatch(room, actorOf(room.add('Ana')), { id: 'chat.say', key: 'a-key-of-one', payload: { text: 'xyzzy' } }, momentAt(1), new Rates());
    const [said] = 'done' in result ? result.done.cues() : [];
    const kind = cueKinds.get(said?.kind ?? '');
    expect(said && kind?.others && words(kind.others, said.values)).toBe('New message from Ana.');
    for (const text of [kind?.own, kind?.many, kind?.caption]) if (text) expect(words(text, { count: 2, names: 'Ana', ...said?.values })).not.toContain('xyzzy');
  });
});
