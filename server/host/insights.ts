/** What an operator's machines may ask: whether it lives, whether it can serve, and numbers in Prometheus's text format. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Express } from 'express';
import type { RoomHost } from '../rooms/room-host.ts';

export interface Insights {
  /** Whether lasting facts can be stored now. */
  ready(): Promise<boolean>;
  /** Name, kind, help and value of each number. */
  numbers(): readonly Metric[];
}
export interface Metric {
  readonly name: string;
  readonly kind: 'gauge' | 'counter';
  readonly help: string;
  readonly values: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[];
}

/** Everyone in a room but the companions. */
const peopleOf = (host: RoomHost) => [...host.facts.people.values()].filter((one) => !one.companion);

export const insightsOf = (hosts: ReadonlyMap<string, RoomHost>, ready: Insights['ready'], refusedByVoice: () => number): Insights => {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return {
    ready,
    numbers: () => {
      const { rss, heapUsed } = process.memoryUsage();
      const p99 = delay.percentile(99) / 1e9;
      delay.reset();
      const rooms = [...hosts.values()];
      const each = (value: (host: RoomHost) => number) => rooms.map((host) => ({ labels: { room: host.id }, value: value(host) }));
      return [
        { name: 'hearth_people', kind: 'gauge', help: 'People in a room, those expected back included.', values: each((host) => peopleOf(host).length) },
        { name: 'hearth_people_connected', kind: 'gauge', help: 'People connected to a room now.', values: each((host) => peopleOf(host).filter((one) => one.connected).length) },
        { name: 'hearth_commands_total', kind: 'counter', help: 'Commands that were accepted, since the start.', values: each((host) => host.tally.accepted) },
        { name: 'hearth_refusals_total', kind: 'counter', help: 'Commands that were refused, since the start.', values: each((host) => host.tally.refused) },
        { name: 'hearth_voice_refusals_total', kind: 'counter', help: 'Places among the voices, signals and calls that were refused, since the start.', values: [{ value: refusedByVoice() }] },
        { name: 'hearth_memory_bytes', kind: 'gauge', help: 'Memory that the process holds.', values: [{ labels: { kind: 'rss' }, value: rss }, { labels: { kind: 'heap' }, value: heapUsed }] },
        { name: 'hearth_loop_delay_seconds', kind: 'gauge', help: 'The 99th percentile of the event loop’s delay since the last look.', values: [{ value: Number.isFinite(p99) ? p99 : 0 }] },
        { name: 'hearth_uptime_seconds', kind: 'gauge', help: 'How long the process runs.', values: [{ value: Math.round(process.uptime()) }] },
      ];
    },
  };
};

const labelsOf = (labels: Readonly<Record<string, string>> = {}): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '_')}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
};

/** Prometheus's text exposition format, version 0.0.4. */
export const exposition = (metrics: readonly Metric[]): string =>
  metrics.map(({ name, kind, help, values }) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...values.map(({ labels, value }) => `${name}${labelsOf(labels)} ${value}`), ''].join('\n')).join('');

export const addInsights = (app: Express, insights: Insights): void => {
  app.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain').send('ok\n');
  });
  app.get('/readyz', async (_request, response) => {
    const ready = await insights.ready();
    response.status(ready ? 200 : 503).set('Cache-Control', 'no-store').type('text/plain').send(ready ? 'ready\n' : 'nothing can be stored\n');
  });
  app.get('/metrics', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain; version=0.0.4').send(exposition(insights.numbers()));
  });
};
