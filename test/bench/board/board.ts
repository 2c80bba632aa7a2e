import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atLeast, atMost, tableOf, type Bench } from '../bench.ts';
import type { Live } from './live.ts';
import { kinds, mix, opsOf } from './ops.ts';

export const board: Bench = {
  about: 'a board: changes a second through dispatch, bytes of a drag and of a stroke, how late others see an edit, how soon 5,000 elements can be read.',
  goals: [atLeast('ops_per_s', 100_000), atMost('bytes_per_drag', 120), atMost('stroke_ratio', 2), atMost('edit_p95_ms_50', 150), atMost('join_ms_5000', 1_500)],
  async run({ quick, note }) {
    const ms = quick ? 1_000 : 4_000;
    const rows = Object.keys(kinds).map((kind) => {
      note(kind);
      opsOf(kind, 700);
      const { ops, opsByCpu, refused } = opsOf(kind, ms);
      return { kind, of_100: mix[kind] ?? 0, ops_per_s: Math.round(ops), ops_per_cpu_s: Math.round(opsByCpu), refused };
    });
    // So many of each, one after the other.
    const ofMix = (rate: (row: (typeof rows)[number]) => number): number => 100 / rows.reduce((sum, row) => sum + row.of_100 / rate(row), 0);
    note('50 editors');
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'live.ts'), '50', quick ? '3' : '10', '5000'], { timeout: 120_000 });
    const { up, down, stroke, p95, join: joined } = JSON.parse(stdout) as Live;
    return {
      figures: { ops_per_s: ofMix((row) => row.ops_per_s), ops_per_cpu_s: ofMix((row) => row.ops_per_cpu_s), bytes_per_drag: Math.max(up, down), bytes_up: up, bytes_down: down, stroke_ratio: stroke, edit_p95_ms_50: p95, join_ms_5000: joined },
      rows,
      table: tableOf(rows),
    };
  },
};
