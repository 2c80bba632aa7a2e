import { atMost, percentile, ratioAtMost, tableOf, type Bench, type Row } from '../bench.ts';
import { measureHeard, p95 } from './heard.ts';
import { measureMix } from './mix.ts';
import { measureRules } from './rules.ts';

/** How long (ms) people stay where they went, at most. */
const TALKING = 60_000;

export const voice: Bench = {
  about: 'who hears whom: what it costs the server for 1,000 people who walk, talk and walk on, beside asking the rule of every pair; what 300 are told of it; what our mix of voices takes of a browser, beside plain elements; how long it takes until somebody is heard, where there is a LiveKit.',
  goals: [atMost('max_subscribed_300', 16), atMost('swaps_per_person_per_s_300', 0.2), atMost('rule_us_per_listener_1000', 20), ratioAtMost('rule_us_per_listener_1000', 'rule_us_per_listener_1000_naive', 0.5), atMost('mixer_added_pct_16', 10), atMost('first_voice_p95_ms', 1_000), atMost('audible_change_p95_ms', 500), atMost('rejoin_p95_ms', 3_000)],
  run: async ({ quick, note }) => {
    const seconds = quick ? 8 : 40;
    const thousand = measureRules(1_000, seconds, TALKING);
    note('1,000 people have walked.');
    const [some, restless] = [measureRules(300, seconds, TALKING), measureRules(300, seconds, 0)];
    const rows: Row[] = [
      { people: 1_000, who: 'walk, and stand up to a minute', 'µs a look': thousand.usPerListener, 'by all pairs': thousand.usPerListenerNaive, voices: thousand.most, 'swaps/s': thousand.swapsPerSecond, 'news/s': thousand.newsPerSecond },
      { people: 300, who: 'walk, and stand up to a minute', 'µs a look': some.usPerListener, 'by all pairs': some.usPerListenerNaive, voices: some.most, 'swaps/s': some.swapsPerSecond, 'news/s': some.newsPerSecond },
      { people: 300, who: 'never stand still', 'µs a look': restless.usPerListener, 'by all pairs': restless.usPerListenerNaive, voices: restless.most, 'swaps/s': restless.swapsPerSecond, 'news/s': restless.newsPerSecond },
    ];
    note('300 people have walked.');
    const [eight, sixteen] = [await measureMix(8, quick ? 1 : 5, 2), await measureMix(16, quick ? 2 : 5, 2)];
    note('Voices were mixed.');
    const heard = await measureHeard(quick ? 4 : 12);
    const mixes: Row[] = ([[8, eight], [16, sixteen]] as const).map(([voices, { silent, plain, ours, around }]) => ({ voices, 'received, silent': silent, 'plain elements': plain, 'our mix': ours, 'all around': around }));
    const waits: Row[] = heard ? ([['press to first voice', heard.firstVoice], ['news to sound', heard.audibleChange], ['LiveKit killed to sound', heard.rejoin]] as const).map(([what, ms]) => ({ what, times: ms.length, 'p95 ms': p95(ms), 'median ms': percentile(ms, 0.5) ?? 0 })) : [];
    return {
      figures: {
        max_subscribed_300: Math.max(some.most, restless.most),
        swaps_per_person_per_s_300: some.swapsPerSecond,
        swaps_per_person_per_s_300_restless: restless.swapsPerSecond,
        rule_us_per_listener_1000: thousand.usPerListener,
        rule_us_per_listener_1000_naive: thousand.usPerListenerNaive,
        plain_pct_8: eight.plain,
        mixer_added_pct_8: eight.ours - eight.plain,
        silent_pct_16: sixteen.silent,
        plain_pct_16: sixteen.plain,
        mixer_added_pct_16: sixteen.ours - sixteen.plain,
        around_added_pct_16: sixteen.around - sixteen.plain,
        ...(heard ? { first_voice_p95_ms: p95(heard.firstVoice), audible_change_p95_ms: p95(heard.audibleChange), rejoin_p95_ms: p95(heard.rejoin) } : {}),
      },
      rows: [...rows, ...mixes, ...waits],
      table: [
        ...tableOf(rows), '', '  A look is one listener’s, four times a second. All have the microphone on.', '',
        ...tableOf(mixes), '', '  Percent of a core, of the browser that listens; the one that speaks is another.', '',
        ...(heard ? tableOf(waits) : ['  There is no LiveKit on this machine (npm run livekit gets one): how long one waits to be heard was not measured.']),
      ],
    };
  },
};
