/** How long a room takes to be drawn and lit, before one sees it: rays that leap through empty air, beside rays that look into every cell. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLayout } from '#server/rooms/layouts.ts';
import { bakeRoom } from '#client/view-3d/bake/bake.ts';
import { percentile, ratioAtMost, tableOf, type Bench, type Figures, type Row } from '../bench.ts';

const folder = join(import.meta.dirname, '../../../assets/rooms');

export const bake: Bench = {
  about: 'how long each room takes to be drawn and lit, by leaping rays and by patient ones.',
  goals: [ratioAtMost('leaping_ms', 'patient_ms', 0.9)],
  run: async ({ quick, note }) => {
    const rows: Row[] = [];
    const [leaping, patient]: [number[], number[]] = [[], []];
    const clock = (): number => performance.now();
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const layout = readLayout(name, readFileSync(join(folder, name), 'utf8'));
      const [ours, theirs]: [number[], number[]] = [[], []];
      let same = true;
      // By turns, so that what else the machine does falls on both.
      for (let turn = 0; turn < (quick ? 3 : 7); turn++) {
        const [one, other] = [bakeRoom(layout, clock), bakeRoom(layout, clock, false)];
        ours.push(one.milliseconds);
        theirs.push(other.milliseconds);
        same &&= Buffer.from(one.solid.baked.buffer).equals(Buffer.from(other.solid.baked.buffer));
      }
      if (!same) throw new Error(`Leaping rays light ${layout.id} in another way than patient ones.`);
      const [fast, slow] = [percentile(ours, 0.5) ?? NaN, percentile(theirs, 0.5) ?? NaN];
      note(`${layout.id}: ${fast.toFixed(0)} ms, ${slow.toFixed(0)} ms`);
      rows.push({ what: layout.id, 'leaping p50 ms': fast, 'patient p50 ms': slow });
      leaping.push(fast);
      patient.push(slow);
    }
    const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
    const figures: Figures = { leaping_ms: sum(leaping), patient_ms: sum(patient), slowest_room_ms: Math.max(...leaping) };
    return { figures, rows, table: tableOf(rows) };
  },
};
