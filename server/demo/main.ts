/** The process of the companions: `npm start -- --demo` begins it, and it ends with the server. */
import { setTimeout as wait } from 'node:timers/promises';
import { lookBag } from '#shared/people/look.chance.ts';
import { layoutSchema } from '#shared/rooms/layout.ts';
import { Companion } from './companion.ts';
import { companionNames, COMPANIONS_LINK } from './companions.ts';

const [url = '', ...rooms] = process.argv.slice(2);
const link = process.env[COMPANIONS_LINK] ?? '';
process.on('disconnect', () => process.exit());

const layouts = new Map(await Promise.all(rooms.map(async (room) => [room, layoutSchema.parse(await (await fetch(`${url}/api/rooms/${room}`)).json())] as const)));
// From one bag, so that no two look alike.
const draw = lookBag(Math.random);
for (const name of companionNames) {
  void new Companion(name, { url, link, layouts, chance: Math.random, draw, pace: 1 }).live();
  // They come in one after the other, as people do.
  await wait(700);
}
