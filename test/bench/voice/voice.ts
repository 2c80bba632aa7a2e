import { atMost, ratioAtMost, tableOf, type Bench, type Row } from '../bench.ts';
import { measureRules } from './rules.ts';

/** How long (ms) people stay where they went, at most. */
const TALKING = 60_000;

export const voice: Bench = {
  about: 'who hears whom: what it costs the server for 1,000 people who walk, talk and walk on, beside asking the rule of every pair; what 300 are told of it.',
  goals: [atMost('max_subscribed_300', 16), atMost('swaps_per_person_per_s_300', 0.2), atMost('rule_us_per_listener_1000', 20), ratioAtMost('rule_us_per_listener_1000', 'rule_us_per_listener_1000_naive', 0.5)],
  run: ({ quick, note }) => {
    const seconds = quick ? 10 : 40;
    const thousand = measureRules(1_000, seconds, TALKING);
    note('1,000 people have walked.');
    const [some, restless] = [measureRules(300, seconds, TALKING), measureRules(300, seconds, 0)];
    const rows: Row[] = [
      { people: 1_000, who: 'walk, and stand up to a minute', 'µs a look': thousand.usPerListener, 'by all pairs': thousand.usPerListenerNaive, voices: thousand.most, 'swaps/s': thousand.swapsPerSecond, 'news/s': thousand.newsPerSecond },
      { people: 300, who: 'walk, and stand up to a minute', 'µs a look': some.usPerListener, 'by all pairs': some.usPerListenerNaive, voices: some.most, 'swaps/s': some.swapsPerSecond, 'news/s': some.newsPerSecond },
      { people: 300, who: 'never stand still', 'µs a look': restless.usPerListener, 'by all pairs': restless.usPerListenerNaive, voices: restless.most, 'swaps/s': restless.swapsPerSecond, 'news/s': restless.newsPerSecond },
    ];
    return Promise.resolve({
      figures: {
        max_subscribed_300: Math.max(some.most, restless.most),
        swaps_per_person_per_s_300: some.swapsPerSecond,
        swaps_per_person_per_s_300_restless: restless.swapsPerSecond,
        rule_us_per_listener_1000: thousand.usPerListener,
        rule_us_per_listener_1000_naive: thousand.usPerListenerNaive,
      },
      rows,
      table: [...tableOf(rows), '', '  A look is one listener’s, four times a second. All have the microphone on.'],
    });
  },
};
