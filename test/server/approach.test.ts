import { expect, it } from 'vitest';
import { encodeSteer } from '#shared/movement/input.codec.ts';
import { setTable } from '#test/support/table.ts';

it('MO4 whoever walks up to someone who moves, and then stops, ends 1.3 m from them', async () => {
  for (const stopsAfter of [400, 650, 1_000, 1_850, 2_600]) {
    const table = setTable();
    const [ana, ben] = [await table.enter('Ana'), await table.enter('Ben')];
    await table.did(ana, 'move.goTo', { to: 'spot', x: -7, z: 6 });
    table.pass(10_000);
    await table.did(ana, 'move.goTo', { to: 'person', id: ben.id });
    table.host.steer(ben.id, encodeSteer({ heading: 0, pace: 1 }));
    table.pass(stopsAfter);
    table.host.steer(ben.id, encodeSteer({ heading: 0, pace: 0 }));
    table.pass(20_000);
    const [a, b] = [table.host.room.poseOf(ana.id), table.host.room.poseOf(ben.id)];
    expect(Math.hypot((a?.x ?? NaN) - (b?.x ?? 0), (a?.z ?? NaN) - (b?.z ?? 0)), `after ${stopsAfter} ms`).toBeCloseTo(1.3, 0);
    expect(ben.kinds().filter((kind) => kind === 'move.approached')).toHaveLength(1);
  }
});
