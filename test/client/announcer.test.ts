import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Announcer, BESIDE_EVERY, MOST_NAMES } from '#client/announce/announcer.ts';
import { createWords } from '#client/app/words.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { cueKinds } from '#shared/registry.ts';
import { ritualCueKinds } from '#shared/rituals/ritual.registry.ts';

const me = personId('me');
const words = createWords('en');
const ear = () => {
  const said: string[] = [];
  return { said, announcer: new Announcer(words, (text) => said.push(text), () => undefined) };
};
let number = 0;
const heard = (kind: string, by: PersonId, values: HeardCue['values'] = {}): HeardCue => ({ number: ++number, at: 0, kind, by, values: { name: by, ...values } });

describe('the announcer', () => {
  it('GE4 says a crowd’s gestures as one sentence: five names, and how many more', () => {
    const { said, announcer } = ear();
    announcer.hear(heard('gesture.waved', personId('Zoe')), me, 0);
    for (const name of ['Ana', 'Ben', 'Ana', 'Cy', 'Dee', 'Eve', 'Fay', 'Gil']) announcer.hear(heard('gesture.clapped', personId(name)), me, 100);
    announcer.hear(heard('gesture.clapped', me), me, 200);
    announcer.pump(BESIDE_EVERY);
    expect(said).toEqual(['Zoe waves.', 'You clap.', 'Ana, Ben, Cy, Dee, Eve and 2 others clap.']);
  });

  it('says one person’s gestures as one, counts one person’s messages, and gives the newest of what counts', () => {
    const { said, announcer } = ear();
    announcer.hear(heard('gesture.waved', personId('Zoe')), me, 0);
    for (let time = 0; time < 3; time++) announcer.hear(heard('gesture.nodded', personId('Ana')), me, 100);
    for (let time = 0; time < 3; time++) announcer.hear(heard('chat.said', personId('Ben')), me, 100);
    announcer.hear(heard('circle.cameIn', personId('Cy'), { size: 3 }), me, 100);
    announcer.hear(heard('circle.cameIn', personId('Cy'), { size: 4 }), me, 100);
    announcer.pump(BESIDE_EVERY);
    expect(said[1]).toBe('Ana nods. 3 new messages, from Ben. Cy joined your circle, 4 people now.');
  });

  it('RI12 names who cut a ribbon, and once it is cut says no more of who did', () => {
    const [said, logged]: [string[], string[]] = [[], []];
    const announcer = new Announcer(words, (text) => said.push(text), ({ text }) => logged.push(text), new Map([...cueKinds, ...ritualCueKinds]));
    const cut = (name: string, count: number): void => announcer.hear({ number: ++number, at: 0, kind: 'ritual.acted', by: personId(name), values: { by: name, act: 'ribbon', count, done: count, all: 4 } }, me, 0);
    cut('Zoe', 1);
    cut('Ana', 2);
    cut('Ben', 3);
    announcer.pump(BESIDE_EVERY);
    cut('Cy', 4);
    announcer.hear({ number: ++number, at: 0, kind: 'ritual.together', by: undefined, values: { act: 'ribbon', done: 4, all: 4 } }, me, BESIDE_EVERY);
    announcer.pump(3 * BESIDE_EVERY);
    expect(said).toEqual(['Zoe cut the ribbon: 1 of 4 have.', 'Ana and Ben cut the ribbon: 3 of 4 have.', 'The ribbon is cut: 4 of 4 did it together.']);
    expect(logged).toHaveLength(5);
  });

  it('PE7 says to whoever is focused or away what is said to them, and logs the rest', () => {
    const [said, logged]: [string[], string[]] = [[], []];
    const announcer = new Announcer(words, (text) => said.push(text), ({ text }) => logged.push(text));
    announcer.quiet = true;
    announcer.hear(heard('gesture.waved', personId('Zoe')), me, 0);
    announcer.hear(heard('people.left', personId('Zoe')), me, 0);
    announcer.hear(heard('chat.saidToOne', personId('Ana'), { text: 'hello' }), me, 0);
    announcer.hear(heard('gesture.clapped', me), me, 0);
    announcer.pump(60_000);
    expect(said).toEqual(['Ana to you: hello', 'You clap.']);
    expect(logged).toHaveLength(4);
  });

  it('names and counts everyone once, however many react, and speaks at most once in three seconds', () => {
    fc.assert(fc.property(fc.array(fc.record({ who: fc.integer({ min: 0, max: 60 }), wait: fc.integer({ min: 0, max: 900 }) }), { minLength: 1, maxLength: 150 }), (acts) => {
      let now = 0;
      const spoken: { readonly at: number; readonly text: string }[] = [];
      const announcer = new Announcer(words, (text) => spoken.push({ at: now, text }), () => undefined);
      let waiting = new Set<number>();
      for (const { who, wait } of acts) {
        now += wait;
        waiting.add(who);
        const before = spoken.length;
        announcer.hear(heard('gesture.clapped', personId(`p${who}`)), me, now);
        const sentence = spoken[before]?.text;
        if (sentence === undefined) continue;
        const named = sentence.match(/\bp\d+/g) ?? [];
        const others = sentence.includes('one other') ? 1 : Number(/(\d+) others/.exec(sentence)?.[1] ?? 0);
        expect(new Set(named).size).toBe(named.length);
        expect(named.length).toBeLessThanOrEqual(MOST_NAMES);
        expect(named.length + others).toBe(waiting.size);
        waiting = new Set();
      }
      for (const [at, one] of spoken.entries()) if (at > 0) expect(one.at - (spoken[at - 1]?.at ?? 0)).toBeGreaterThanOrEqual(BESIDE_EVERY);
    }), { numRuns: 80 });
  });
});
