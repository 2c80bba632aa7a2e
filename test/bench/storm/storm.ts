/** Everyone comes back at once: the server is killed and started again under 500 clients; beside it, a bare Colyseus room. */
import { atMost, percentile, tableOf, type Bench, type Measured } from '../bench.ts';
import { liveThrough, type Return } from './outages.ts';

const CLIENTS = 500;

const report = (done: readonly Return[]): Measured => {
  const of = (whom: string, down: (ms: number) => boolean, which: 'sinceReturn' | 'sinceEnd'): number | undefined =>
    percentile(done.filter((one) => one.whom === whom && down(one.down)).flatMap((one) => one[which]), 0.95);
  const [atOnce, later] = [(ms: number) => ms === 0, (ms: number) => ms > 0];
  const cpu = Math.max(...done.map(({ botsCpu }) => botsCpu));
  const figures = {
    [`back_p95_ms_${CLIENTS}`]: of('hearth', atOnce, 'sinceReturn'),
    [`back_from_kill_p95_ms_${CLIENTS}`]: of('hearth', atOnce, 'sinceEnd'),
    [`back_after_10s_p95_ms_${CLIENTS}`]: of('hearth', later, 'sinceReturn'),
    [`bare_back_p95_ms_${CLIENTS}`]: of('bare', atOnce, 'sinceReturn'),
    lost: done.filter(({ whom }) => whom === 'hearth').reduce((sum, { lost }) => sum + lost, 0),
    bots_cpu_pct_max: cpu,
  };
  const rows = done.map(({ row }) => row);
  return {
    figures: Object.fromEntries(Object.entries(figures).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    rows,
    table: [
      ...tableOf(rows),
      '',
      '  back: from the moment the server answers again to the moment someone is back with name, hand, seat, place and lines;',
      '  from_kill: the same from kill -9. The bare room keeps nothing: back there is to be told its state.',
      `  The load generators used at most ${Math.round(cpu)} % of a core each: ${cpu < 90 ? 'they were not the bottleneck.' : 'they WERE the bottleneck, and these figures are too high.'}`,
    ],
  };
};

export const storm: Bench = {
  about: `how ${CLIENTS} people come back after kill -9 and a start, with what is theirs; beside a bare Colyseus room that keeps nothing.`,
  goals: [atMost(`back_p95_ms_${CLIENTS}`, 5_000), atMost(`back_after_10s_p95_ms_${CLIENTS}`, 5_000), atMost('lost', 0), atMost('bots_cpu_pct_max', 90)],
  run: async ({ quick, note }) => report(await liveThrough({ clients: CLIENTS, outages: quick ? [0] : [0, 0, 0, 10_000], servers: ['hearth', 'bare'], note })),
};
