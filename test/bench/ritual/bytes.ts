/** What a page is sent while 300 people cut a ribbon within three seconds: as it is, and if each patch had the whole run. */
import { Encoder } from '@colyseus/schema';
import { holdRun } from '#shared/rituals/held.ts';
import { writeRun } from '#shared/rituals/run.codec.ts';
import { Rite, scriptOf, stepOf } from '#test/support/ritual.ts';
import { makeRoom } from '#test/support/room.ts';

const PATCHES = 30;

export const bytesOfPresses = (people: number): { readonly ours: number; readonly whole: number } => {
  Encoder.BUFFER_SIZE = 1 << 20;
  const names = Array.from({ length: people - 1 }, (_, n) => `Person ${n}`);
  const rite = new Rite(scriptOf(stepOf('act')), 'ANA', ...names).start();
  const room = makeRoom();
  holdRun(room, rite.run);
  const encoder = new Encoder(room.facts);
  encoder.encodeAll();
  encoder.discardChanges();
  let [ours, whole] = [0, 0];
  for (const [at, name] of names.entries()) {
    rite.do(name, { kind: 'act' }, 10);
    holdRun(room, rite.run);
    if ((at + 1) % Math.ceil(people / PATCHES) !== 0) continue;
    ours += encoder.encode().length;
    encoder.discardChanges();
    whole += writeRun(rite.run).length;
  }
  return { ours, whole };
};
